import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../pipeline/0-contract/root.js';

interface Entry {
  readonly engines?: { readonly node?: string };
  readonly optional?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
/** Whether a range of versions, such as `^20.19.0 || >=22.12.0`, holds a version. */
const allows = (range: string, version: string): boolean =>
  range.split('||').some((part) => {
    const [, sign, least = '', major] = /^\s*(\^|>=)?\s*((\d+)[\d.]*)/u.exec(part) ?? [];
    const compared = version.localeCompare(least, 'en', { numeric: true });
    return part.trim() === '*' || (compared >= 0 && (sign === '>=' || version.startsWith(`${major}.`)));
  });

const { packages } = JSON.parse(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Entry>>;
};

describe('package-lock.json', () => {
  // `npm install` leaves out the binaries of other systems that a registry does not offer; `npm ci` then fails everywhere
  it('has an entry for the binaries of every system', () => {
    const missing = Object.entries(packages).flatMap(([where, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${where}/node_modules/${name}` in packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  // npm leaves out binaries that ask for a newer Node.js and says nothing; what was built with them then fails
  it('has only binaries and packages of our own choice that run on the oldest Node.js that we promise', () => {
    const root = packages[''];
    const oldest = root?.engines?.node?.replace('>=', '') ?? '';
    expect([allows('^20.19.0 || >=22.12.0', '20.18.1'), allows('^18.0.0 || ^20.0.0', '20.18.1')]).toEqual([
      false,
      true,
    ]);
    const chosen = Object.keys({ ...root?.dependencies, ...root?.devDependencies }).map(
      (name) => `node_modules/${name}`,
    );
    const newer = Object.entries(packages).filter(
      ([where, { optional, engines }]) =>
        (optional || chosen.includes(where)) && engines?.node !== undefined && !allows(engines.node, oldest),
    );
    expect(newer.map(([where, { engines }]) => `${where}: ${engines?.node}`)).toEqual([]);
  });

  it('names no registry', () => {
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved?.includes('://'))).toEqual([]);
  });
});
