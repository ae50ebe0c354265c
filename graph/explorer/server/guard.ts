import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** Nothing but what the server itself sends; no script or style within a page. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const COOKIE = 'saites';

export const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

/** Headers of every answer. */
export const headers: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('Content-Security-Policy', POLICY);
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'no-referrer');
  context.header('Cross-Origin-Opener-Policy', 'same-origin');
  context.header('Cross-Origin-Resource-Policy', 'same-origin');
};

/** Name of the host in `Host`, without the port; undefined when it is none. */
function hostName(header: string | undefined): string | undefined {
  if (header === undefined || !URL.canParse(`http://${header}`)) return undefined;
  return new URL(`http://${header}`).hostname.replace(/^\[|\]$/gu, '');
}

/**
 * A page of a foreign site whose name was made to lead here (DNS rebinding) says that name: it is refused. Not needed where a
 * token is, which such a page does not have.
 */
export const hostsOnly =
  (names: readonly string[]): MiddlewareHandler =>
  async (context, next) => {
    const name = hostName(context.req.header('host'));
    if (name === undefined || !names.includes(name))
      return context.json({ error: `this server answers to ${names.join(', ')} only` }, 403);
    return next();
  };

const same = (a: string, b: string): boolean => {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
};

/** Lets in who brings the token: once as `?token=`, which becomes a cookie, or as `Authorization: Bearer`. */
export const tokenOnly =
  (token: string): MiddlewareHandler =>
  async (context, next) => {
    const brought = context.req.query('token');
    if (brought !== undefined && same(brought, token)) {
      setCookie(context, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      const url = new URL(context.req.url);
      url.searchParams.delete('token');
      return context.redirect(`${url.pathname}${url.search}`);
    }
    const bearer = /^Bearer (?<token>.+)$/u.exec(context.req.header('authorization') ?? '')?.groups?.token;
    const has = bearer ?? getCookie(context, COOKIE);
    if (has !== undefined && same(has, token)) return next();
    const error = 'a token is needed: open the address that saites serve printed';
    return context.req.path.startsWith('/api/') ? context.json({ error }, 401) : context.text(error, 401);
  };

/** What changes something comes from our own page: browsers say where a request comes from, and a form cannot send JSON. */
export const ownPageOnly: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
  const origin = context.req.header('origin');
  const from = origin !== undefined && URL.canParse(origin) ? new URL(origin).host : undefined;
  const json = /^application\/json(?:;|$)/u.test(context.req.header('content-type') ?? '');
  if (from !== context.req.header('host') || !json)
    return context.json({ error: 'only the page itself may do that' }, 403);
  return next();
};
