import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  grass: 'text/plain; charset=utf-8',
};

/** Only pages of this computer may read: Neo4j Browser by Neo4j Desktop, Docker or `saites neo4j start`. */
const isLocal = (origin: string): boolean =>
  URL.canParse(origin) && /^(?:localhost|127\.0\.0\.1|\[::1\])$/u.test(new URL(origin).hostname);

export interface FileServer {
  /** `http://localhost:PORT` */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves texts to Neo4j Browser on this computer only. `localhost` is on Browser's own list of hosts that guides and styles may come
 * from.
 * @param files path (`/guide.html`) → content, made when it is asked for
 */
export async function serveFiles(
  files: (address: string) => Readonly<Record<string, () => string>>,
): Promise<FileServer> {
  const server = createServer((request, response) => {
    const { origin, host = '' } = request.headers;
    // a name that somebody else points to this computer is not answered
    if (!/^(?:localhost|127\.0\.0\.1):\d+$/u.test(host)) {
      response.writeHead(403).end();
      return;
    }
    if (origin !== undefined && isLocal(origin)) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Headers', '*');
      response.setHeader('Vary', 'Origin');
    }
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const path = (request.url ?? '').replace(/[?#].*$/u, '');
    const content = Object.hasOwn(known, path) ? known[path] : undefined;
    if (content === undefined || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': TYPES[path.split('.').pop() ?? ''] ?? 'text/plain',
      'Cache-Control': 'no-store',
    });
    response.end(content());
  });
  await new Promise<void>((done, fail) => {
    server.on('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  const known = files(address);
  return {
    address,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
