/** Style of the page of `saites explain`: light and dark, and from 320 pixels up. */
export const pageStyle = `
:root { --back: #fdfdfb; --text: #1c1c1a; --soft: #62625c; --line: #d8d8d0; --link: #0b57a4; --note: #1c1c1a; --note-text: #fdfdfb;
  --person: #f3d3ee; --municipality: #cfeccb; --institution: #c9e9f0; --project: #f8e7a8; --date: #d9ddfa; --event: #f9d5c8; }
@media (prefers-color-scheme: dark) {
  :root { --back: #191a1c; --text: #e9e9e4; --soft: #a3a39b; --line: #3c3d40; --link: #8fc1ff; --note: #e9e9e4; --note-text: #191a1c;
    --person: #5d2f57; --municipality: #23512a; --institution: #17505c; --project: #5c4a0c; --date: #373f7d; --event: #6b3524; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.6 system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 1rem 1rem 6rem; }
article + article { border-top: 2px solid var(--line); margin-top: 3rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.2rem; margin-top: 2rem; }
a { color: var(--link); }
.source, .hint, .noise { color: var(--soft); }
.hint { font-size: .875rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; max-width: 46rem; font-size: 1.0625rem; line-height: 1.8; }
mark { color: inherit; border-radius: .2em; padding: .1em .15em; }
mark mark { padding: 0; outline: 1px solid var(--soft); }
.person { background: var(--person); } .municipality { background: var(--municipality); }
.institution { background: var(--institution); } .project { background: var(--project); }
.date { background: var(--date); } .event { background: var(--event); }
td span { border-radius: .2em; padding: .05em .25em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark[data-tip] { cursor: help; }
mark:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
mark:is(:hover, :focus):not(:has(mark:is(:hover, :focus)))::after { content: attr(data-tip); white-space: pre-wrap; position: fixed;
  z-index: 1; left: 0; right: 0; bottom: 0; padding: .6rem 1rem; background: var(--note); color: var(--note-text);
  font: 14px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.number { font-size: .7em; vertical-align: super; line-height: 1; margin-left: .2em; padding: 0 .2em; text-decoration: none; border: 1px solid; border-radius: .5em; }
.sentence:target, tr:target { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.45; }
th, td { text-align: left; vertical-align: top; padding: .45rem .5rem; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
code { font: inherit; white-space: nowrap; }
th { color: var(--soft); font-weight: 600; }
th:first-child { width: 2.5rem; }
td:last-child { width: 45%; }
@media (max-width: 48rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody { display: block; }
  tr { display: block; border: 1px solid var(--line); border-radius: .4rem; padding: .4rem; margin-bottom: .75rem; }
  td, td:last-child { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); width: auto; border: 0; padding: .15rem .25rem; }
  td > * { justify-self: start; grid-column: 2; }
  td::before { content: attr(data-head); color: var(--soft); grid-column: 1; }
}
`;
