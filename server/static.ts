/** The built console: read once at start, served from memory. What is not in the list cannot be asked for. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { securityHeaders } from './http/headers.ts';
import { createPage } from './page.ts';

type Encoding = 'br' | 'gzip' | 'identity';

interface Asset {
  readonly type: string;
  readonly tag: string;
  /** Its name changes with its contents. */
  readonly hashed: boolean;
  readonly bodies: Map<Encoding, Promise<Buffer>>;
  readonly compressible: boolean;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** `facts` gives what a page may tell whoever asks, see page.ts. */
export type ServeStatic = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  facts: () => Promise<string | null>,
) => Promise<'served' | 'absent'>;

/** Source maps, dotfiles and files of unknown type are left out. */
function readAssets(folder: string): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  if (!existsSync(folder)) return assets;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || entry.name.startsWith('.') || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).replaceAll('\\', '/');
    const body = readFileSync(file);
    assets.set(path, {
      type,
      tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      hashed: path.startsWith('/assets/'),
      bodies: new Map([['identity', Promise.resolve(body)]]),
      compressible: !/^(?:image\/(?:png|x-icon)|font\/)/.test(type) && body.length > 512,
    });
  }
  return assets;
}

function encodingFor(request: IncomingMessage, asset: Asset): Encoding {
  const accepted = request.headers['accept-encoding'];
  if (!asset.compressible || typeof accepted !== 'string') return 'identity';
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

/** Compressed once, then kept. */
function bodyOf(asset: Asset, encoding: Encoding): Promise<Buffer> {
  const known = asset.bodies.get(encoding);
  if (known) return known;
  const made = (asset.bodies.get('identity') as Promise<Buffer>).then((body) =>
    encoding === 'br' ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : deflate(body, { level: 9 }),
  );
  asset.bodies.set(encoding, made);
  return made;
}

/** A page's URL names no file; whatever asks for one wants that file or nothing. */
const isPage = (request: IncomingMessage, path: string): boolean => {
  const destination = request.headers['sec-fetch-dest'];
  const named = path.startsWith('/assets/') || path.slice(path.lastIndexOf('/')).includes('.');
  return !named && (destination === undefined || destination === 'document');
};

/** A browser that goes somewhere, rather than a program that asks for a path. */
const readsPages = ({ headers }: IncomingMessage): boolean =>
  headers['sec-fetch-dest'] === 'document' || (headers.accept ?? '').includes('text/html');

/** Serves the folder's files, and the console's page at the URLs of its pages. `folder` may be absent: then nothing is found. */
export function createStatic(folder: string, basePath = ''): ServeStatic {
  const assets = readAssets(folder);
  const page = createPage(folder, basePath);
  assets.delete('/index.html');
  // Before anyone asks, so that nobody waits for it.
  for (const asset of assets.values()) if (asset.compressible) void bodyOf(asset, 'br');
  return async (request, response, path, facts) => {
    const asset = assets.get(path);
    if (asset) await sendAsset(request, response, asset);
    else if (page && isPage(request, path) && (page.has(path) || readsPages(request))) {
      const html = page.render({ path, acceptLanguage: request.headers['accept-language'], facts: await facts() });
      // A person is shown the console, which says that there is nothing here.
      sendPage(request, response, html, page.has(path) ? 200 : 404);
    } else return 'absent';
    return 'served';
  };
}

/** Small, and different for each who asks: neither compressed nor kept. */
function sendPage(request: IncomingMessage, response: ServerResponse, html: string, status: 200 | 404): void {
  const headers = { ...securityHeaders, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(html) });
  response.end(request.method === 'HEAD' ? undefined : html);
}

async function sendAsset(request: IncomingMessage, response: ServerResponse, asset: Asset): Promise<void> {
  const headers: Record<string, string> = {
    ...securityHeaders,
    'Content-Type': asset.type,
    'Cache-Control': asset.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(asset.compressible ? { Vary: 'Accept-Encoding' } : {}),
    ETag: asset.tag,
  };
  if (request.headers['if-none-match'] === asset.tag) {
    response.writeHead(304, headers).end();
    return;
  }
  const encoding = encodingFor(request, asset);
  const body = await bodyOf(asset, encoding);
  response.writeHead(200, {
    ...headers,
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    'Content-Length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
