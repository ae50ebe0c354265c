import { load } from 'cheerio/slim';
import { z } from 'zod';
import { parseAddress } from '../../0-contract/address.js';
import { readData } from '../../0-contract/data-file.js';
import { Stop } from '../../0-contract/errors.js';
import { checkYaml } from '../../0-contract/yaml.js';

/** Below `data/`. */
export const SOURCES_FILE = 'sources.yaml';

const address = z
  .string()
  .refine((text) => parseAddress(text) !== undefined, { error: 'unexpected address, expected https://…' });

const selector = z.string().refine(isSelector, { error: 'unexpected text, expected a CSS selector such as a.title' });

/** Parts of addresses: an article's address holds one of `only` and none of `never`. */
const filter = { only: z.array(z.string().min(1)).optional(), never: z.array(z.string().min(1)).optional() };

const WHICH = ['feed', 'sitemap', 'listing', 'urls'] as const;

const start = z
  .strictObject({
    feed: address.optional(),
    sitemap: address.optional(),
    listing: address.optional(),
    urls: z.array(address).min(1).optional(),
    /** Of a listing: its links to articles, and the link to the next page. */
    links: selector.optional(),
    next: selector.optional(),
    /** Most pages of a listing that are read in one run. */
    pages: z.int().min(1).max(10_000).optional(),
    ...filter,
  })
  .refine((given) => WHICH.filter((key) => given[key] !== undefined).length === 1, {
    error: `expected one of ${WHICH.join(', ')} in each item of start`,
  })
  .refine((given) => given.listing === undefined || given.links !== undefined, {
    error: 'expected links: with the CSS selector of the links to articles, since this is a listing',
  })
  .refine(
    (given) => given.listing !== undefined || [given.links, given.next, given.pages].every((x) => x === undefined),
    {
      error: 'links, next and pages belong to a listing only',
    },
  );

/** `30m`, `6h`, `1d` → milliseconds. */
const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const every = z
  .string()
  .regex(/^[1-9]\d{0,3}[mhd]$/u, { error: 'expected a time such as 30m, 6h or 1d' })
  .transform((text) => Number(text.slice(0, -1)) * (UNITS[text.slice(-1)] as number));

const source = z.strictObject({
  /** Stands in commands, reports and names of files. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/u, {
    error: 'expected small letters a–z, digits and - such as labklajibas-ministrija',
  }),
  title: z.string().optional(),
  enabled: z.boolean().default(true),
  /** Day on which `sources check` found an article by it; null: never. */
  tried: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/u, { error: 'expected a day such as 2026-11-22, or null' })
    .nullable()
    .default(null),
  start: z.array(start).min(1),
  select: z.strictObject({ title: selector, date: selector, author: selector, body: selector }).partial().default({}),
  /** Seconds between the end of an answer and the next request to the same host. */
  pause: z.number().min(0).max(3600).default(5),
  /** Articles that the feed or sitemap dates earlier than so many days ago are left alone. */
  back: z.int().min(1).default(365),
  /** Days after it was first collected in which an article is looked at again, ever more rarely. */
  recheck: z.int().min(0).default(30),
  every: every.default(21_600_000),
  licence: z.string().optional(),
  tags: z.array(z.string()).default([]),
  /** Other hosts on which its articles lie. */
  hosts: z.array(z.string().min(1)).default([]),
  /** Hosts of a private network or of this computer that may be asked nevertheless. */
  allow: z.array(z.string().min(1)).default([]),
});

const file = z
  .strictObject({
    contact: z.string().nullable().default(null),
    sources: z.array(source),
  })
  .superRefine(({ sources }, context) => {
    for (const [i, { name }] of sources.entries()) {
      if (sources.findIndex((other) => other.name === name) < i)
        context.addIssue({
          code: 'custom',
          path: ['sources', i, 'name'],
          message: `${name} stands here a second time`,
        });
    }
  });

export type Source = z.infer<typeof source>;
export type Start = Source['start'][number];
export type SourcesFile = z.infer<typeof file>;
export { file as sourcesSchema };

/** @throws Stop `data/sources.yaml:12: …`, one line for each fault */
export const readSources = (): SourcesFile => checkYaml(readData(SOURCES_FILE), `data/${SOURCES_FILE}`, file);

/**
 * The sources of these names, else those that are switched on.
 * @throws Stop for a name that is not there, or when none is switched on
 */
export function chosenSources(all: readonly Source[], names: readonly string[]): Source[] {
  const unknown = names.find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined) throw new Stop(`there is no source ${unknown}; \`saites sources\` lists them`);
  const chosen = all.filter(({ name, enabled }) => (names.length > 0 ? names.includes(name) : enabled));
  if (chosen.length === 0) {
    throw new Stop(
      'no source is switched on; look at `saites sources`, try one with `saites sources check NAME`, or add your own with `saites sources add URL`',
    );
  }
  return chosen;
}

/** Whom a site's keeper can write to: an address of mail or of a page. */
const CONTACT = /^(?:mailto:)?[^\s@]+@[^\s@]+\.[^\s@]+$|^https?:\/\/\S+\.\S+$/u;

/** @throws Stop when there is none: nobody is asked for pages anonymously */
export function contactOf(file: Pick<SourcesFile, 'contact'>, setting: string | undefined): string {
  const contact = (setting ?? file.contact ?? '').trim();
  if (contact === '') {
    throw new Stop(
      `collecting needs a contact, so that who keeps a site can write to you; put SAITES_CONTACT=you@example.org into .env, or contact: into data/${SOURCES_FILE}`,
    );
  }
  if (!CONTACT.test(contact)) {
    throw new Stop(
      `unexpected contact «${contact}», expected an e-mail address or the https address of a page about you`,
    );
  }
  return contact;
}

function isSelector(text: string): boolean {
  try {
    load('<p></p>')(text);
    return text.trim() !== '';
  } catch {
    return false;
  }
}
