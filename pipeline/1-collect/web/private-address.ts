import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Where no public news site is: IANA's special-purpose registries (RFC 6890 and later), v4 and v6. */
const SPECIAL_V4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4';
/** With what wraps a v4 address (mapped, translated, 6to4, Teredo), by which a private one could be named. */
const SPECIAL_V6 =
  '::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8';

// apart, since a list takes its v6 rules of mapped addresses for rules of v4 too
const special = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [list, family] of [
  [SPECIAL_V4, 'ipv4'],
  [SPECIAL_V6, 'ipv6'],
] as const) {
  for (const net of list.split(' ')) {
    const [base, bits] = net.split('/') as [string, string];
    special[family].addSubnet(base, Number(bits), family);
  }
}

/** Loopback, private, link-local and other special addresses. */
export function isPrivate(ip: string): boolean {
  const family = isIP(ip) === 6 ? 'ipv6' : 'ipv4';
  return isIP(ip) === 0 || special[family].check(ip, family);
}

/** A host that may not be asked; the message tells why. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
  constructor(host: string, ip: string) {
    super(
      `${host} ${host === ip ? 'is' : `leads to ${ip},`} an address of a private network or of this computer; name it in allow: of the source if it is meant`,
    );
  }
}

const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/u, '$1');

/**
 * An address written as numbers never comes to the resolver, so it is looked at before the request.
 * @throws PrivateAddress
 */
export function refusePrivate(url: URL, allowed: readonly string[]): void {
  const host = bare(url.hostname);
  if (isIP(host) !== 0 && isPrivate(host) && !isAllowed(url.hostname, allowed)) throw new PrivateAddress(host, host);
}

const isAllowed = (hostname: string, allowed: readonly string[]): boolean =>
  allowed.some((name) => bare(name.toLowerCase()) === bare(hostname.toLowerCase()));

export type Resolver = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * The resolver of a connection. What it lets through is what is connected to, so a name that is answered differently
 * the second time gains nothing.
 */
export const guardedLookup =
  (allowed: readonly string[], resolve: Resolver = systemLookup): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '');
      const bad = isAllowed(hostname, allowed) ? undefined : addresses.find(({ address }) => isPrivate(address));
      if (bad) return done(new PrivateAddress(hostname, bad.address), '');
      const [first] = addresses;
      if (options.all) done(null, addresses);
      else done(null, first?.address ?? '', first?.family);
    });
  };
