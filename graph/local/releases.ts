/** A Neo4j that can be had for this machine alone. */
export interface Release {
  /** As Maven calls it. */
  readonly version: string;
  /** Java versions that it is made for. */
  readonly java: { readonly least: number; readonly newest: number };
  /** Of its parts, for messages. */
  readonly size: string;
}

/** By the name that people choose it by; where several can run, the first: 5.26 is the long-term line. */
export const RELEASES = {
  '5.26': { version: '5.26.20', java: { least: 17, newest: 21 }, size: '130 MB' },
  '2025.10': { version: '2025.10.1', java: { least: 21, newest: 25 }, size: '150 MB' },
} as const satisfies { readonly [name: string]: Release };

export type ReleaseName = keyof typeof RELEASES;

export const RELEASE_NAMES = Object.keys(RELEASES) as ReleaseName[];
