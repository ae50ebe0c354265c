import { describe, expect, it } from 'vitest';
import { genitiveOfPlace } from '../pipeline/0-latvian/genitive.js';
import { type HeadNoun, headForms, nominativePhrase, phraseForms } from '../pipeline/0-latvian/phrases.js';

const m = (lemma: string): HeadNoun => ({ lemma, gender: 'masculine' });
const f = (lemma: string): HeadNoun => ({ lemma, gender: 'feminine' });

/** The nominative of a phrase whose last word is the head, read as the first singular that its form can be. */
function nominative(text: string, head: HeadNoun): string {
  const words = text.split(' ');
  const readings = headForms(head).get((words.at(-1) as string).toLowerCase()) ?? [];
  const number = head.pluralOnly ? 'plural' : 'singular';
  const reading = readings.find((one) => one.number === number);
  if (!reading) throw new Error(`${text}: no form of ${head.lemma}`);
  return nominativePhrase(words, words.length - 1, head, reading).join(' ');
}

describe('a noun phrase in the nominative', () => {
  it.each([
    ['Sociālo pakalpojumu aģentūrai', f('aģentūra'), 'Sociālo pakalpojumu aģentūra'],
    ['Sociālo pakalpojumu aģentūru', f('aģentūra'), 'Sociālo pakalpojumu aģentūra'],
    ['Sociālā dienesta', m('dienests'), 'Sociālais dienests'],
    ['Sociālo dienestu', m('dienests'), 'Sociālais dienests'],
    ['Sociālajam dienestam', m('dienests'), 'Sociālais dienests'],
    ['Talsu novada Sociālajā dienestā', m('dienests'), 'Talsu novada Sociālais dienests'],
    ['Valsts sociālās apdrošināšanas aģentūrā', f('aģentūra'), 'Valsts sociālās apdrošināšanas aģentūra'],
    ['Centrālās statistikas pārvaldes', f('pārvalde'), 'Centrālā statistikas pārvalde'],
    ['Pārtikas un veterinārā dienesta', m('dienests'), 'Pārtikas un veterinārais dienests'],
    ['Vidzemes reģionālā atbalsta centra', m('centrs'), 'Vidzemes reģionālais atbalsta centrs'],
    ['Kurzemes sociālā darba centra', m('centrs'), 'Kurzemes sociālā darba centrs'],
    ['Latvijas Nacionālā kultūras centra', m('centrs'), 'Latvijas Nacionālais kultūras centrs'],
    ['Veco ļaužu dzīvojamajā mājā', f('māja'), 'Veco ļaužu dzīvojamā māja'],
    ['Nacionālajos bruņotajos spēkos', { ...m('spēki'), pluralOnly: true }, 'Nacionālie bruņotie spēki'],
    ['Cēsu novada domē', f('dome'), 'Cēsu novada dome'],
    ['EIROPAS KOMISIJAS', f('komisija'), 'EIROPAS KOMISIJA'],
  ])('%s', (text, head, expected) => {
    expect(nominative(text, head)).toBe(expected);
  });

  it('comes back from every case of a name', () => {
    const names: [string, HeadNoun][] = [
      ['Eiropas Sociālais fonds', m('fonds')],
      ['Augstākā tiesa', f('tiesa')],
      ['Pārtikas un veterinārais dienests', m('dienests')],
      ['Labklājības ministrija', f('ministrija')],
    ];
    for (const [name, head] of names) {
      const words = name.split(' ');
      const forms = phraseForms(words, words.length - 1, head);
      expect(forms.size).toBeGreaterThanOrEqual(4);
      for (const [form, grammaticalCase] of forms) {
        const back = nominativePhrase(form.split(' '), words.length - 1, head, {
          case: grammaticalCase,
          number: 'singular',
        });
        expect(back.join(' ')).toBe(name.toLowerCase());
      }
    }
  });
});

describe('the genitive of a place', () => {
  it.each([
    ['Saldus novads', 'Saldus novada'],
    ['Robežnieku pagasts', 'Robežnieku pagasta'],
    ['Tukuma rajons', 'Tukuma rajona'],
    ['Rīga', 'Rīgas'],
    ['Ogre', 'Ogres'],
    ['Cēsis', 'Cēsu'],
    ['Talsi', 'Talsu'],
    ['Tukums', 'Tukuma'],
    ['Daugavpils', 'Daugavpils'],
    ['Saldus', 'Saldus'],
  ])('%s → %s', (name, expected) => expect(genitiveOfPlace(name)).toBe(expected));
});
