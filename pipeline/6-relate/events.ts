import type { FactRule, RelateContext } from '../0-contract/rule.js';
import type { Event, Fact, Occurrence } from '../0-contract/types.js';
import { factOf } from './facts.js';

/** Facts of the occurrences that were said so. */
function took(context: RelateContext, said: Occurrence['said'], rule: string): Fact[] {
  return context.entities
    .filter((entity): entity is Event => entity.kind === 'event')
    .flatMap((event) =>
      event.held
        .filter((occurrence) => occurrence.said === said)
        .map(({ place, when, planned, sentences, confidence }) =>
          factOf(context, {
            type: 'TOOK_PLACE_IN',
            from: event.id,
            to: place,
            sentences,
            rule,
            confidence,
            when,
            status: planned ? 'planned' : undefined,
          }),
        ),
    );
}

const besideEvent: FactRule = {
  id: 'took-place.place-beside-event',
  why: 'Vieta lokatīvā stāv teikumā, kas saka, ka notikums tur notiek; tiešsaistē rīkots vai pārcelts notikums tur nav bijis.',
  examples: {
    match: {
      '5. martā Salaspilī notika sociālo dienestu tīkla sanāksme.': 'sociālo dienestu tīkla sanāksme → Salaspils',
      'Nometne “Rīta rasa” notiks no 3. līdz 7. jūlijam Kandavā.': 'nometne “Rīta rasa” → Kandava @ --07-03/--07-07',
      'Seminārs “Kopā” risinājās 2019. gada 5. martā Cēsu novada domē.': 'seminārs “Kopā” → Cēsu novads @ 2019-03-05',
    },
    reject: [
      '5. martā tiešsaistē notika seminārs “Kopā”, ko sākotnēji gaidīja Aizkrauklē.',
      'Seminārā “Kopā” runāja Dobeles novada domes priekšsēdētājs.',
      'Semināra dalībnieki 5. martā apmeklēja grupu dzīvokli Iecavā.',
    ],
  },
  find: (context) => took(context, 'beside', besideEvent.id),
};

const listBelow: FactRule = {
  id: 'took-place.list-of-days-and-places',
  why: 'Aiz ievada ar kolu seko saraksts: diena, laiks un vieta katrā rindā; tas pieder pēdējam nosauktajam notikumam.',
  examples: {
    match: {
      'Semināri “Durvis vaļā” notiks:\n- 27. aprīlī plkst. 11:00 Līvānos, Rīgas ielā 7;\n- 28. aprīlī plkst. 11:00 Krāslavas novada domē.':
        ['semināri “Durvis vaļā” → Līvāni @ --04-27', 'semināri “Durvis vaļā” → Krāslavas novads @ --04-28'],
    },
    reject: ['Seminārs “Durvis vaļā” ir noslēdzies. Vadītāji:\n- Anna Kalniņa, Līvānu novads;\n- Jānis Ozols, Ludza.'],
  },
  find: (context) => took(context, 'list', listBelow.id),
};

/** Rules that find where events took place. */
export const eventFactRules: readonly FactRule[] = [besideEvent, listBelow];
