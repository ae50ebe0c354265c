import { useEffect, useState } from 'preact/hooks';
import type { Question } from '../../api.js';
import { api, get } from '../data.js';
import { t, told } from '../language.js';
import { addressOf, go, place } from '../place.js';
import { columnTitle, known } from './question-texts.js';

/** State of the view in the address beside the question's own parameters, which have no underscore. */
export const SHOWN = 'as_';
/** The parameters of a question as a form; what is filled in goes into the address. */
export function Form({ question, typed }: { question: Question; typed: Readonly<Record<string, string>> }) {
  if (question.parameters.length === 0) return null;
  return (
    <form
      class="form"
      key={JSON.stringify(typed)}
      onSubmit={(event) => {
        event.preventDefault();
        const given = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
        const shown = place.value.params.get(SHOWN) ?? undefined;
        go(addressOf(`/questions/${question.name}`, { ...Object.fromEntries(given), [SHOWN]: shown }));
      }}
    >
      {question.parameters.map((parameter) => (
        <Field key={parameter.name} of={parameter} value={typed[parameter.name] ?? ''} />
      ))}
      <button type="submit" class="primary">
        {t('question.ask')}
      </button>
    </form>
  );
}

interface Offer {
  readonly name: string;
  readonly type?: string;
}

/** One parameter; names are completed as one types, in any case form. */
function Field({ of, value }: { of: Question['parameters'][number]; value: string }) {
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  const [text, setText] = useState('');
  const plain = ['text', 'integer', 'decimal', 'date'].includes(of.type);
  useEffect(() => {
    if (plain || text === '') return;
    const control = new AbortController();
    const timer = setTimeout(() => {
      get<Offer[]>(api('complete', { type: of.type, q: text }), control.signal).then(setOffers, () => {});
    }, 60);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [text]);
  const id = `field-${of.name}`;
  return (
    <div class="field">
      <label htmlFor={id}>
        {columnTitle(of.name)}
        {of.default === undefined ? <span class="needed"> *</span> : null}
      </label>
      {of.choices === undefined ? null : (
        <select id={id} name={of.name} aria-describedby={`${id}-what`}>
          {of.choices.map((choice) => (
            <option key={choice} value={choice} selected={choice === (value || of.default)}>
              {told(of.name, choice)}
            </option>
          ))}
        </select>
      )}
      {of.choices !== undefined ? null : (
        <input
          id={id}
          name={of.name}
          defaultValue={value}
          required={of.default === undefined}
          list={plain ? undefined : `${id}-names`}
          inputMode={of.type === 'integer' || of.type === 'decimal' ? 'decimal' : 'text'}
          placeholder={of.default === undefined || of.default === 'any' ? t('any') : of.default}
          autoComplete="off"
          aria-describedby={`${id}-what`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      {plain ? null : (
        <datalist id={`${id}-names`}>
          {offers.map((offer) => (
            <option key={offer.name} value={offer.name}>
              {offer.type === undefined ? '' : told('type', told('kind', offer.type))}
            </option>
          ))}
        </datalist>
      )}
      <small id={`${id}-what`} class="soft">
        {known('parameter', `${of.name} ${of.type}`, of.what)}
      </small>
    </div>
  );
}
