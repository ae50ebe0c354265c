import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../choices.js';
import type { Made, ReportPage, Site } from '../../report/page.js';
import { language, t } from '../language.js';
import { correcting } from '../parts/correct.js';
import { links } from '../place.js';
import { anchors } from '../views/entity.js';
import { titleOf, View } from './content.js';
import { Door, Shell } from './shell.js';

correcting.on = false;

/** Nothing but the style beside it and what stands in the page: no script, no address of the web. */
const POLICY =
  "default-src 'none'; style-src 'self' file:; img-src 'self' data: file:; base-uri 'none'; form-action 'none'";

const up = (file: string): string => '../'.repeat(file.split('/').length - 1);

/** @param folders how deep a page lies in the report */
function documentOf(title: string, folders: string, body: preact.JSX.Element): string {
  const html = renderToString(
    <html lang={language.value} data-theme="auto">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={`${folders}style.css`} />
      </head>
      <body>{body}</body>
    </html>,
  );
  // a link to what has no page here is a name only; quotation marks of a text stand as &quot;
  return `<!doctype html>\n${html.replaceAll(' href=""', '')}\n`;
}

export function render(page: ReportPage, spoken: Language, site: Site): string {
  language.value = spoken;
  const root = up(page.file);
  const states =
    page.view === 'matrix'
      ? new Map(page.data.cells.map(({ municipality, project, state }) => [`${municipality} ${project}`, state]))
      : undefined;
  links.to = (path, params = {}) => {
    const { cell } = params;
    const named = typeof cell === 'string' ? { ...params, only: states?.get(cell) } : params;
    const file = site.fileOf(path, named);
    return file === undefined ? '' : `${root}${file}`;
  };
  const seen = new Set<string>();
  anchors.of = (other) =>
    [other, ...site.holdersOf(other)].filter((id) => !seen.has(id) && seen.add(id)).map((id) => `in-${id}`);
  return documentOf(
    `${titleOf(page)} – ${t('report.title')}`,
    `${root}../`,
    <Shell page={page} made={site.made} root={root}>
      <View of={page} />
    </Shell>,
  );
}

export function renderDoor(made: Made): string {
  language.value = made.languages[0] ?? 'en';
  return documentOf(t('report.title'), '', <Door made={made} />);
}
