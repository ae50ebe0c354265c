import { article, extraction, fact, municipality, project } from './builders.js';

/** An article that tries to run something from each place where its words are shown. */
export const HOSTILE = {
  id: 'hostile.txt',
  title: '<img src=x onerror="window.ran=1"><script>window.ran=2</script>',
  sentence: '<script>window.ran=3</script> Tukuma novads piedalās projektā “</span><svg onload=window.ran=4>”.',
  url: 'javascript:window.ran=5',
};

export function hostile() {
  const of = article(HOSTILE.id, [HOSTILE.title, HOSTILE.sentence], { url: HOSTILE.url, published: '2021-01-01' });
  return extraction(
    of,
    [
      municipality(of, 'novads-tukuma-2009', 'Tukuma novads', ['Tukuma novads']),
      project(of, 'project-hostile', '</span><svg onload=window.ran=4>', ['</span><svg onload=window.ran=4>']),
    ],
    [fact(of, 'PARTICIPATES_IN', 'novads-tukuma-2009', 'project-hostile', [HOSTILE.sentence])],
  );
}
