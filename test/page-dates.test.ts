import { describe, expect, it } from 'vitest';
import type { Page } from '../pipeline/0-contract/types.js';
import { clean } from '../pipeline/2-clean/clean.js';

const BODY =
  'The municipality opened a day centre on Wednesday, and forty people from all parishes have found a place in it so far.';
const GERMAN =
  'Die Gemeinde hat am Mittwoch ein Tageszentrum eröffnet, in dem vierzig Menschen aus allen Ortsteilen einen Platz gefunden haben.';
const LATVIAN =
  'Novada Sociālais dienests trešdien atvēra dienas centru, kurā vietas pietiek četrdesmit cilvēkiem no visa novada.';

interface Case {
  readonly head?: string;
  /** Above, at and below the headline. */
  readonly above?: string;
  readonly under?: string;
  readonly below?: string;
  readonly url?: string;
  readonly text?: string;
  readonly lang?: string;
}

function published({ head = '', above = '', under = '', below = '', url, text = BODY, lang }: Case): string {
  const page: Page = {
    from: 'page.html',
    path: 'page.html',
    mediaType: 'text/html',
    text: `<html${lang ? ` lang="${lang}"` : ''}><head><title>A day centre opens</title>${head}</head><body><div id="top"><a href="/">Home</a></div>${above}<h1>A day centre opens</h1>${under}<div class="text"><p>${text}</p><p>${text}</p></div>${below}<div id="end">© 2011–2024 The Gazette</div></body></html>`,
    given: url ? { url } : {},
    modified: '2024-11-27',
  };
  const article = clean(page);
  return `${article.published ?? ''} ${article.publishedMethod}`.trim();
}

const ld = (json: string): string => `<script type="application/ld+json">${json}</script>`;
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;

describe('the date of publication that a page names', () => {
  it.each<[string, Case, string]>([
    // its head
    [
      'JSON-LD',
      { head: ld('{"@type":"NewsArticle","datePublished":"2019-05-16T08:00:00+03:00"}') },
      '2019-05-16 metadata',
    ],
    [
      'JSON-LD in a graph',
      {
        head: ld(
          '{"@graph":[{"@type":"WebPage","datePublished":"2018-01-01"},{"@type":"BlogPosting","datePublished":"2019-05-16","dateModified":"2020-01-01"}]}',
        ),
      },
      '2019-05-16 metadata',
    ],
    [
      'OpenGraph',
      {
        head: '<meta property="article:published_time" content="2019-05-16T08:00:00+02:00"><meta property="article:modified_time" content="2020-02-02">',
      },
      '2019-05-16 metadata',
    ],
    ['Dublin Core', { head: meta('DC.date.issued', '2019-05-16') }, '2019-05-16 metadata'],
    ['Dublin Core, day first', { head: meta('DCTERMS.issued', '16.05.2019') }, '2019-05-16 metadata'],
    ['sailthru', { head: meta('sailthru.date', 'Thu, 16 May 2019 10:00:00 -0400') }, '2019-05-16 metadata'],
    ['parsely', { head: meta('parsely-pub-date', '2019-05-16T10:00:00Z') }, '2019-05-16 metadata'],
    ['a journal', { head: meta('citation_publication_date', '2019/05/16') }, '2019-05-16 metadata'],
    ['a compact one', { head: meta('pubdate', '20190516') }, '2019-05-16 metadata'],
    ['seconds since 1970', { head: meta('article.published', '1558000000') }, '2019-05-16 metadata'],
    ['ctime', { head: meta('date', 'Thu May 16 10:12:00 CEST 2019') }, '2019-05-16 metadata'],
    [
      'a header of its own',
      { head: '<meta http-equiv="date" content="Thu, 16 May 2019 10:00:00 GMT">' },
      '2019-05-16 metadata',
    ],
    [
      'microdata',
      { under: '<span itemprop="datePublished" content="2019-05-16">three weeks ago</span>' },
      '2019-05-16 metadata',
    ],
    [
      'microdata in a meta',
      { under: '<div itemscope><meta itemprop="datePublished" content="2019-05-16"></div>' },
      '2019-05-16 metadata',
    ],
    [
      'RDFa of Drupal',
      { under: '<span property="dc:date dc:created" content="2019-05-16T10:00:00+02:00">by anna</span>' },
      '2019-05-16 metadata',
    ],
    ['one that was changed only', { head: '<meta property="article:modified_time" content="2019-05-16">' }, 'unknown'],
    [
      'a vague one gives way to what the page says',
      { head: meta('date', '2024-11-20'), under: '<p class="posted-on">Published: May 16, 2019</p>' },
      '2019-05-16 text',
    ],
    [
      'a vague one gives way to the address',
      { head: meta('created', '2024-11-20'), url: 'https://a.example/2019/05/16/centre' },
      '2019-05-16 address',
    ],
    [
      'a vague one stands before an event of the text',
      { head: meta('dc.date', '2019-05-16'), under: '<p>Opening: 1 June 2019</p>' },
      '2019-05-16 metadata',
    ],
    // universal time
    [
      'universal time late in the evening, west',
      {
        head: ld('{"@type":"NewsArticle","datePublished":"2019-05-17T01:30:00Z"}'),
        under: '<span class="date">May 16, 2019</span>',
      },
      '2019-05-16 text',
    ],
    [
      'universal time late in the evening, east',
      {
        head: ld('{"@type":"NewsArticle","datePublished":"2019-05-15T22:30:00Z"}'),
        url: 'https://a.example/2019/05/16/centre',
      },
      '2019-05-16 address',
    ],
    [
      'universal time and a date further off',
      {
        head: ld('{"@type":"NewsArticle","datePublished":"2019-05-16T10:00:00Z"}'),
        under: '<span class="date">May 12, 2019</span>',
      },
      '2019-05-16 metadata',
    ],
    // its address
    ['an address', { url: 'https://a.example/news/2019/05/16/centre' }, '2019-05-16 address'],
    [
      'an address with a month in words',
      { url: 'https://a.example/stories/2019/may/16/centre/' },
      '2019-05-16 address',
    ],
    ['an address with a month', { url: 'https://a.example/2019/05/centre.html' }, '2019-05 address'],
    [
      'an address with a month, the day on the page',
      {
        url: 'https://a.example/2019/05/centre.html',
        under: '<div class="dateline"><time>Posted May 16, 6:51 AM</time></div>',
      },
      '2019-05-16 text',
    ],
    ['a number in an address', { url: 'https://a.example/a/20195516' }, 'unknown'],
    // time elements
    ['a time element', { under: '<time datetime="2019-05-16T10:00:00+00:00">3 weeks ago</time>' }, '2019-05-16 text'],
    [
      'a time element without its attribute',
      { under: '<time class="entry-date published">May 16, 2019</time>' },
      '2019-05-16 text',
    ],
    [
      'published and updated',
      {
        under:
          '<time class="entry-date published" datetime="2019-05-16">May 16</time><time class="updated" datetime="2020-01-02">January 2</time>',
      },
      '2019-05-16 text',
    ],
    [
      'updated before published',
      {
        under:
          '<time class="updated" datetime="2020-01-02">Updated</time> <time class="dt-published" datetime="2019-05-16">Posted</time>',
      },
      '2019-05-16 text',
    ],
    [
      'abbr of a microformat',
      {
        below:
          '<p class="post-footer">by Anna <abbr class="published" title="2019-05-16T10:00:00+03:00">10:00</abbr></p>',
      },
      '2019-05-16 text',
    ],
    ['a title', { under: '<span class="timeago date" title="2019-05-16 10:00">5 years ago</span>' }, '2019-05-16 text'],
    [
      'a data attribute',
      { under: '<span class="when" data-publish-date="2019-05-16T10:00:00">5 years ago</span>' },
      '2019-05-16 text',
    ],
    // names and words around
    ['a class', { under: '<div class="entry-date">16 May 2019</div>' }, '2019-05-16 text'],
    [
      'a byline',
      { under: '<p class="byline">By Anna Smith | Thursday, May 16th, 2019 | 3 Comments</p>' },
      '2019-05-16 text',
    ],
    ['a label', { under: '<p>Posted on Thursday, May 16, 2019 at 10:00 by Anna</p>' }, '2019-05-16 text'],
    ['a label below', { below: '<p>Published: 16 May 2019. Last updated: 3 June 2020.</p>' }, '2019-05-16 text'],
    [
      'a header above the headline',
      { above: '<h2 class="date-header">Thursday, May 16, 2019</h2>' },
      '2019-05-16 text',
    ],
    [
      'day, month and year apart',
      {
        under:
          '<div class="date"><div class="day">16</div><div class="month">May</div><div class="year">2019</div></div>',
      },
      '2019-05-16 text',
    ],
    ['old tables', { under: '<table><tr><td><font size="1">05/16/2019</font></td></tr></table>' }, '2019-05-16 text'],
    ['a dateline', { text: `RIGA, May 16, 2019 – ${BODY}` }, '2019-05-16 text'],
    [
      'a builder of pages',
      {
        under:
          '<div class="elementor-widget elementor-widget-post-info"><span class="elementor-post-info__item--type-date">May 16, 2019</span></div>',
      },
      '2019-05-16 text',
    ],
    [
      'an article’s own footer',
      {
        above: '<article>',
        below: '<footer class="entry-footer">Posted on <a href="#">May 16, 2019</a></footer></article>',
      },
      '2019-05-16 text',
    ],
    [
      'an article below others',
      {
        above: '<article><h3>Another</h3><time datetime="2019-05-20">May 20</time></article><article>',
        under: '<span class="date">May 16, 2019</span>',
        below: '</article>',
      },
      '2019-05-16 text',
    ],
    // languages and orders
    ['Latvian', { text: LATVIAN, under: '<span>Publicēts: 2019. gada 16. maijā</span>' }, '2019-05-16 text'],
    ['Latvian figures', { text: LATVIAN, under: '<div class="datums">16.05.2019.</div>' }, '2019-05-16 text'],
    [
      'German',
      { text: GERMAN, under: '<p class="meta">Veröffentlicht am 16. Mai 2019 von Anna Schmidt</p>' },
      '2019-05-16 text',
    ],
    ['German March', { text: GERMAN, under: '<span class="datum">3. März 2019</span>' }, '2019-03-03 text'],
    ['German figures of two', { text: GERMAN, under: '<p class="meta">16.05.19, 10:30 Uhr</p>' }, '2019-05-16 text'],
    ['Austrian January', { text: GERMAN, under: '<span class="datum">3. Jänner 2019</span>' }, '2019-01-03 text'],
    ['French', { under: '<p>Publié le 1er mars 2017 à 10h30</p>' }, '2017-03-01 text'],
    ['French, short', { under: '<span class="date">12 févr. 2017</span>' }, '2017-02-12 text'],
    ['Spanish', { under: '<p>Publicado el 12 de marzo de 2017</p>' }, '2017-03-12 text'],
    ['Portuguese', { under: '<span class="data-post">12 de março de 2017</span>' }, '2017-03-12 text'],
    ['Italian', { under: '<p>Pubblicato il 12 marzo 2017</p>' }, '2017-03-12 text'],
    ['Dutch', { under: '<p>Gepubliceerd op 12 maart 2017</p>' }, '2017-03-12 text'],
    ['Polish', { under: '<p>Opublikowano: 12 marca 2017</p>' }, '2017-03-12 text'],
    ['Czech', { under: '<span class="datum">12. 3. 2017</span>' }, '2017-03-12 text'],
    ['Croatian', { under: '<span class="datum">12. ožujka 2017.</span>' }, '2017-03-12 text'],
    ['Hungarian', { under: '<span class="datum">2017. március 12.</span>' }, '2017-03-12 text'],
    ['Hungarian figures', { under: '<span class="datum">2017. 03. 12.</span>' }, '2017-03-12 text'],
    ['Lithuanian', { under: '<span class="data">2017 m. kovo 12 d.</span>' }, '2017-03-12 text'],
    ['Estonian', { under: '<span class="date">12. märts 2017</span>' }, '2017-03-12 text'],
    ['Finnish', { under: '<span class="date">12. maaliskuuta 2017</span>' }, '2017-03-12 text'],
    ['Swedish', { under: '<p>Publicerad 12 mars 2017</p>' }, '2017-03-12 text'],
    ['Russian', { under: '<div class="meta">12 марта 2017, 10:00</div>' }, '2017-03-12 text'],
    ['Greek', { under: '<span class="date">12 Μαρτίου 2017</span>' }, '2017-03-12 text'],
    ['Turkish', { under: '<span class="date">12 Şubat 2017</span>' }, '2017-02-12 text'],
    [
      'Indonesian',
      { under: '<div class="postinfo">Posted on <span class="postdate">Maret 30, 2015</span> by Admin</div>' },
      '2015-03-30 text',
    ],
    ['Japanese', { under: '<p>2018年3月3日</p>' }, '2018-03-03 text'],
    ['Korean', { under: '<span class="date">2018. 3. 3. 10:20</span>' }, '2018-03-03 text'],
    ['American figures', { under: '<span class="date">05/12/2019</span>' }, '2019-05-12 text'],
    [
      'British figures by the language',
      { lang: 'en-GB', under: '<span class="date">05/12/2019</span>' },
      '2019-12-05 text',
    ],
    [
      'Irish figures by the host',
      { url: 'https://gazette.ie/a', under: '<span class="date">05/12/2019</span>' },
      '2019-12-05 text',
    ],
    [
      'figures by others on the page',
      { under: '<span class="date">05/12/2019</span>', below: '<p>Fair: 28/12/2019</p>' },
      '2019-12-05 text',
    ],
    ['dashes', { under: '<span class="date">16-May-19</span>' }, '2019-05-16 text'],
    // traps
    [
      'the day of the view',
      { above: '<div class="header-date current-date">Wednesday, November 27, 2024</div>' },
      'unknown',
    ],
    ['the day of the view in the head of the site', { above: '<header><span>27.11.2024</span></header>' }, 'unknown'],
    [
      'a comment',
      { below: '<div class="comments"><div class="comment"><span class="date">May 16, 2019</span> Good!</div></div>' },
      'unknown',
    ],
    [
      'another article',
      { below: '<div class="related"><h3>Bridge closed</h3><span class="date">May 16, 2019</span></div>' },
      'unknown',
    ],
    ['a copyright', { below: '<footer>© 2019 Gazette. Updated 16.05.2019</footer>' }, 'unknown'],
    [
      'an event',
      { below: '<div class="events-calendar"><time datetime="2019-06-01">June 1</time> Fair</div>' },
      'unknown',
    ],
    [
      'a day of which the text tells',
      { text: `${BODY} The law was passed on May 16, 2016, and has been in force since.` },
      'unknown',
    ],
    ['a date to come', { under: '<span class="date">May 16, 2031</span>' }, 'unknown'],
    ['a date before there were pages', { under: '<span class="date">May 16, 1986</span>' }, 'unknown'],
    ['a price and a telephone', { under: '<p>12.05 EUR, 2019 16 05</p>' }, 'unknown'],
  ])('%s', (_, given, expected) => expect(published(given)).toBe(expected));
});
