import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClaimAnswer, CorrectionLine, EntityAnswer } from '../../api.js';
import { api, get, send } from '../data.js';
import { t, told } from '../language.js';
import { relationText, restText } from './basics.js';

/** What is being ruled; the dialog asks who rules it and why. */
export type Ruling =
  | { readonly action: 'reject'; readonly claim: ClaimAnswer }
  | { readonly action: 'same' | 'not-same' | 'rename' | 'kind-of'; readonly entity: EntityAnswer }
  | {
      readonly action: 'same' | 'not-same';
      readonly names: readonly [string, string];
      readonly kind: string;
      readonly article?: readonly string[];
    };

const asked = signal<Ruling | undefined>(undefined);
const done = signal<CorrectionLine | undefined>(undefined);

/** The static report has no server that could write. */
export const correcting = { on: true };

export const Correct = ({ ruling, children }: { ruling: Ruling; children: string }) =>
  correcting.on ? (
    <button
      type="button"
      class="link"
      onClick={() => {
        asked.value = ruling;
      }}
    >
      {children}
    </button>
  ) : null;

const WHO = 'saites-who';
/** Kinds whose identity can be ruled. */
export const KINDS: readonly string[] = ['person', 'institution', 'project'];
/** What a name may be ruled to be; not a date, which is what its digits say. */
const BECOMES = ['person', 'institution', 'project', 'pilot', 'activity', 'measure', 'event', 'municipality'];
export const CHANGEABLE: readonly string[] = [...KINDS, 'event', 'municipality'];

interface Given {
  /** The other name, the new name, or the kind. */
  readonly other: string;
  readonly who: string;
  readonly why: string;
  /** Id of the article in which a kind is ruled; empty for all. */
  readonly article: string;
}

/** The entry as the file has it. */
function entryOf(ruling: Ruling, { other, who, why, article: within }: Given): object {
  if (ruling.action === 'reject') {
    const { subject, type, object, article } = ruling.claim;
    return {
      reject: {
        ...{ subject: subject.name, relation: type, article: article.id },
        ...(object === null ? {} : { object: object.name }),
      },
      ...{ who, why },
    };
  }
  if ('names' in ruling) {
    const { action, names, kind, article } = ruling;
    return { [action]: names, ...(article === undefined ? {} : { article }), kind, who, why };
  }
  const { name, kind } = ruling.entity;
  const signed = { ...(KINDS.includes(kind) ? { kind } : {}), who, why };
  if (ruling.action === 'kind-of')
    return { 'kind-of': name, is: other, kind, ...(within === '' ? {} : { article: within }), who, why };
  return ruling.action === 'rename'
    ? { rename: name, to: other, ...signed }
    : { [ruling.action]: [name, other], ...signed };
}

/** Asks for what a correction needs, and tells when it is written. Stands once in the page. */
export function Correcting() {
  return (
    <>
      {asked.value === undefined ? null : <Dialog ruling={asked.value} />}
      {done.value === undefined ? null : <Written line={done.value} />}
    </>
  );
}

function Dialog({ ruling }: { ruling: Ruling }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState<string>();
  const [offers, setOffers] = useState<readonly { readonly name: string }[]>([]);
  useEffect(() => dialog.current?.showModal(), []);
  const close = (): void => {
    asked.value = undefined;
  };
  async function write(form: HTMLFormElement): Promise<void> {
    const given = { other: '', who: '', why: '', article: '', ...Object.fromEntries(new FormData(form)) } as Given;
    window.localStorage.setItem(WHO, given.who);
    try {
      const entry = entryOf(ruling, given);
      done.value = await send<CorrectionLine>('POST', '/api/corrections', entry);
      close();
    } catch (fault) {
      setError((fault as Error).message);
    }
  }
  const entity = 'entity' in ruling ? ruling.entity : undefined;
  const about = 'claim' in ruling ? ruling.claim.sentence : 'names' in ruling ? ruling.names.join(' · ') : entity?.name;
  return (
    <dialog ref={dialog} class="evidence" aria-labelledby="correct-title" onClose={close}>
      <form
        class="correct"
        onSubmit={(event) => {
          event.preventDefault();
          void write(event.currentTarget);
        }}
      >
        <h2 id="correct-title">
          {t('names' in ruling ? `review.${ruling.action}.title` : `correct.${ruling.action}`)}
        </h2>
        {'claim' in ruling ? <Fact of={ruling.claim} /> : null}
        <p class="quote" lang="lv">
          {about}
        </p>
        {ruling.action === 'kind-of' ? <Kinds of={ruling.entity} /> : null}
        {entity === undefined || ruling.action === 'kind-of' ? null : (
          <label>
            {t(ruling.action === 'rename' ? 'correct.to' : 'correct.other')}
            <input
              name="other"
              required
              autoComplete="off"
              list="correct-names"
              defaultValue={ruling.action === 'rename' ? entity.name : ''}
              onInput={(event) => {
                if (ruling.action === 'rename') return;
                get<{ name: string }[]>(api('complete', { type: entity.kind, q: event.currentTarget.value })).then(
                  setOffers,
                  () => {},
                );
              }}
            />
            <datalist id="correct-names">
              {offers.map(({ name }) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </label>
        )}
        <label>
          {t('correct.why')}
          <input name="why" required autoComplete="off" />
        </label>
        <label>
          {t('correct.who')}
          <input name="who" required autoComplete="name" defaultValue={window.localStorage.getItem(WHO) ?? ''} />
        </label>
        <p class="soft small">{t('correct.what')}</p>
        {error === undefined ? null : (
          <p class="fault" role="alert">
            {error}
          </p>
        )}
        <p class="tools">
          <button type="submit" class="primary">
            {t('correct.write')}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('correct.cancel')}
          </button>
        </p>
      </form>
    </dialog>
  );
}

/** One of those that its sentence says. */
const Fact = ({ of }: { of: ClaimAnswer }) => (
  <p>
    <span lang="lv">{of.subject.name}</span> <span class="soft">{relationText(of)}</span>{' '}
    <span lang="lv">{of.object?.name}</span> <span class="soft small">{restText(of)}</span>
  </p>
);

/** What it is, and in which articles: a municipality stays one elsewhere. */
const Kinds = ({ of }: { of: EntityAnswer }) => (
  <>
    <label>
      {t('correct.is')}
      <select name="other" required>
        <option value="">{t('correct.choose')}</option>
        {BECOMES.filter((kind) => kind !== of.kind && !(of.kind === 'project' && kind === of.type)).map((kind) => (
          <option key={kind} value={kind}>
            {told(CHANGEABLE.includes(kind) ? 'kind' : 'type', kind)}
          </option>
        ))}
      </select>
    </label>
    <label>
      {t('correct.within')}
      <select name="article" required={of.kind === 'municipality'}>
        {of.kind === 'municipality' ? null : <option value="">{t('correct.everywhere')}</option>}
        {of.articles.map(({ id, title }) => (
          <option key={id} value={id} lang="lv">
            {title}
          </option>
        ))}
      </select>
    </label>
  </>
);

function Written({ line }: { line: CorrectionLine }) {
  const [error, setError] = useState<string>();
  const gone = (): void => {
    done.value = undefined;
  };
  return (
    <div class="written" role="status">
      <span>{error ?? t('correct.written')}</span>
      <button
        type="button"
        onClick={() =>
          send('DELETE', `/api/corrections/${line.id}`).then(gone, (fault: Error) => setError(fault.message))
        }
      >
        {t('correct.undo')}
      </button>
      <button type="button" class="close" aria-label={t('close')} onClick={gone}>
        ×
      </button>
    </div>
  );
}
