import { useState } from 'preact/hooks';
import type { CorrectionLine } from '../../api.js';
import { send } from '../data.js';
import { t, told } from '../language.js';

interface Entry {
  readonly same?: readonly [string, string];
  readonly 'not-same'?: readonly [string, string];
  readonly rename?: string;
  readonly to?: string;
  readonly reject?: { readonly subject: string; readonly relation: string; readonly object?: string };
  readonly alias?: string;
  readonly add?: readonly string[];
  readonly 'kind-of'?: string;
  readonly is?: string;
  readonly article?: string | readonly string[];
}

/** What an entry rules, as it stands in the file. */
export const entryOf = ({ what }: CorrectionLine): Entry => JSON.parse(what) as Entry;

/** A correction in words; of a kind that is not known here, as it stands in the file. */
export function CorrectionText({ of }: { of: CorrectionLine }) {
  const { same, 'not-same': apart, rename, to, reject, alias, add, 'kind-of': name, is, article } = entryOf(of);
  if (same) return <Words of={same.join(' = ')} />;
  if (apart) return <Words of={apart.join(' ≠ ')} />;
  if (rename !== undefined) return <Words of={`${rename} → ${to}`} />;
  if (alias !== undefined) return <Words of={`${alias}: ${add?.join('; ')}`} />;
  if (name !== undefined)
    return (
      <>
        <Words of={name} />: {told('kind', told('type', is ?? ''))}
        {article === undefined ? null : <> ({[article].flat().join('; ')})</>}
      </>
    );
  if (reject)
    return (
      <>
        {t('correct.rejected')}:{' '}
        <Words of={[reject.subject, told('fact', reject.relation), reject.object].filter(Boolean).join(' ')} />
      </>
    );
  return <code>{of.what}</code>;
}

const Words = ({ of }: { of: string }) => <span lang="lv">{of}</span>;

/** Takes an entry out of the file again. */
export function TakeBack({ of }: { of: CorrectionLine }) {
  const [error, setError] = useState<string>();
  return (
    <>
      <button
        type="button"
        class="link"
        onClick={() => {
          send('DELETE', `/api/corrections/${of.id}`).catch((fault: Error) => setError(fault.message));
        }}
      >
        {t('correct.undo')}
      </button>
      {error === undefined ? null : (
        <span class="fault" role="alert">
          {error}
        </span>
      )}
    </>
  );
}
