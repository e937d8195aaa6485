/** A page of another origin: a small server on a port of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ForeignSite {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves one page at every path. `name` is how it is addressed: `localhost` is another site than the product's 127.0.0.1,
 * so no cookie goes along; another port of 127.0.0.1 is the same site, and only the checks of the server stand.
 */
export function foreignSite(html: string, name: 'localhost' | '127.0.0.1'): Promise<ForeignSite> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://${name}:${port}`,
        close: () => new Promise((done) => server.close(() => done())),
      });
    });
  });
}
