import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Fault, ServerState } from '../api.js';

const answers = new Map<string, unknown>();
/** Answers kept for going back; the oldest are dropped. */
const KEPT = 60;
/** Milliseconds between two looks at whether the graph was changed, while the page is seen. */
const LOOK = 5000;
/** The same while the graph is being opened. */
const LOOK_SOON = 300;

/** Which state of the graph the server answered of last. */
let state: string | undefined;
/** How often the graph or the corrections were changed since the page was opened. */
const changes = signal(0);

/** What is shown is asked for again, after something was changed. */
function forget(): void {
  answers.clear();
  changes.value++;
}

/** Asks for one answer again. */
export function again(address: string): void {
  answers.delete(address);
  changes.value++;
}

function noteState(response: Response): void {
  const now = response.headers.get('Saites-Graph');
  if (now === null || now === state) return;
  if (state !== undefined) forget();
  state = now;
}

/** The graph is being opened: what asks the server for more than the first page waits. */
export const opening = signal<ServerState['opening']>(undefined);

/** Looks now and then whether somebody loaded something; at first whether the graph is open. */
export async function followGraph(): Promise<void> {
  // a server that has ended is told by the next thing that is asked
  if (document.visibilityState === 'visible') await look().catch(() => {});
  setTimeout(followGraph, opening.value === undefined ? LOOK : LOOK_SOON);
}

async function look(): Promise<void> {
  const response = await fetch('/api/state');
  noteState(response);
  opening.value = ((await response.json()) as ServerState).opening;
}

/** @throws Error with what the server says */
export async function get<T>(address: string, signal?: AbortSignal): Promise<T> {
  const known = answers.get(address);
  if (known !== undefined) return known as T;
  const response = await fetch(address, signal ? { signal } : {});
  const answer = (await response.json()) as T | Fault;
  if (!response.ok) throw new Refused((answer as Fault).error, response.status);
  noteState(response);
  answers.set(address, answer);
  if (answers.size > KEPT) answers.delete(answers.keys().next().value as string);
  return answer as T;
}

export interface Loaded<T> {
  /** The last answer, while the next is awaited too. */
  readonly data?: T;
  readonly error?: string;
  /** There is nothing at the address. */
  readonly missing?: boolean;
  readonly loading: boolean;
}

/** An answer that is not 2xx. */
class Refused extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** What the server answers at an address; nothing is asked while it is undefined. */
export function useData<T>(address: string | undefined): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T> & { readonly of?: string | undefined }>({ loading: true });
  useEffect(() => {
    if (address === undefined) return;
    const control = new AbortController();
    setLoaded((before) => ({ ...before, loading: true }));
    get<T>(address, control.signal)
      .then((data) => setLoaded({ data, loading: false, of: address }))
      .catch((error: Error) => {
        if (error.name === 'AbortError') return;
        const missing = error instanceof Refused && error.status === 404;
        setLoaded({ error: error.message, missing, loading: false, of: address });
      });
    return () => control.abort();
  }, [address, changes.value]);
  return loaded.of !== undefined && loaded.of !== address ? { ...loaded, loading: true } : loaded;
}

export const api = (path: string, params: Readonly<Record<string, string | number | undefined>> = {}): string => {
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  return `/api/${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
};

/** Changes something on the server. @throws Error with what it says */
export async function send<T>(method: 'POST' | 'DELETE', address: string, body: unknown = {}): Promise<T> {
  const response = await fetch(address, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as T | Fault;
  if (!response.ok) throw new Error((answer as Fault).error);
  forget();
  return answer as T;
}
