import { describe, expect, it } from 'vitest';
import { fold } from '../pipeline/0-contract/fold.js';
import { type Named, searchForms } from '../pipeline/0-latvian/forms.js';

const entity = (kind: Named['kind'], name: string, more: Partial<Named> = {}): Named => ({
  ...{ id: 'test', kind, name, aliases: [] },
  ...more,
});

describe('search forms', () => {
  it.each<[Named, readonly string[]]>([
    [
      entity('municipality', 'Tukuma novads', { id: 'novads-tukuma-2021' }),
      ['Tukuma novads', 'Tukuma novadā', 'Tukuma novadam', 'Tukums', 'Tukumā', 'Tukumam'],
    ],
    [entity('municipality', 'Cēsu novads', { id: 'novads-cesu-2021' }), ['Cēsis', 'Cēsīs', 'Cēsu', 'Cēsu novadu']],
    [entity('municipality', 'Saldus novads', { id: 'novads-saldus-2021' }), ['Saldus', 'Saldū', 'Saldum']],
    [
      entity('municipality', 'Rēzekne', { id: 'valstspilseta-rezekne-2021' }),
      ['Rēzekne', 'Rēzekni', 'Rēzeknes pilsētā'],
    ],
    [
      entity('person', 'Anna Kalniņa', { gender: 'feminine', aliases: ['A. Kalniņa'] }),
      ['Annas Kalniņas', 'Annai Kalniņai', 'Annu Kalniņu', 'A. Kalniņai'],
    ],
    [entity('person', 'Jānis Bērziņš', { gender: 'masculine' }), ['Jāņa Bērziņa', 'Jānim Bērziņam', 'Jāni Bērziņu']],
    [entity('person', 'Ilze Kalniņa-Ozola'), ['Ilzei Kalniņai-Ozolai', 'Ilzes Kalniņas - Ozolas']],
    [entity('institution', 'Labklājības ministrija', { aliases: ['LM'] }), ['Labklājības ministrijā', 'lm']],
    [
      entity('institution', 'Ogres novada sociālais dienests'),
      ['Ogres novada sociālā dienesta', 'ogres novada socialajam dienestam'],
    ],
    [
      entity('institution', 'Centrālā finanšu un līgumu aģentūra'),
      ['Centrālās finanšu un līgumu aģentūras', 'Centrālo finanšu un līgumu aģentūru'],
    ],
    [entity('institution', 'biedrība “Gaismas stars”'), ['biedrībai “Gaismas stars”', 'biedriba gaismas stars']],
    [entity('project', 'Soļi kopā', { aliases: ['Pilots “Soļi kopā”'] }), ['soli kopa', 'pilots «Soļi kopā»']],
  ])('of $name hold its cases', (named, typed) => {
    expect(searchForms(named)).toEqual(expect.arrayContaining(typed.map(fold)));
  });

  it('a city does not stand for the novads around it, nor a genitive for both', () => {
    const around = searchForms(entity('municipality', 'Rēzeknes novads', { id: 'novads-rezeknes-2021' }));
    expect(around).toContain('rezeknes novada');
    expect(around.filter((form) => !form.includes('novad'))).toEqual([]);
  });

  it('are folded, each once, the name first', () => {
    const forms = searchForms(entity('person', 'Žanete Ķirse'));
    expect(forms[0]).toBe('zanete kirse');
    expect(new Set(forms).size).toBe(forms.length);
    expect(forms).toEqual(forms.map(fold));
  });
});
