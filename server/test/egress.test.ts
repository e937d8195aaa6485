/** The way to the clouds: through a proxy, with authorities of one's own, and why it ended where it did. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer as createTls } from 'node:https';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { proxyFor, readProxy } from '../egress.ts';
import { failureOf } from '../upstream/causes.ts';
import { later, startWeft, temporaryFolder, token } from './kit.ts';

const limits = { connectMs: 1_000, answerMs: 3_000, maxBytes: 1_000_000, connections: 4 };
const create = { VpcName: 'a', CidrBlock: '10.0.0.0/16' };

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  later(() => server.close());
  return (server.address() as AddressInfo).port;
};

/** An authority and a certificate of its for cloud.test; null where openssl is missing. */
function authority(): { readonly ca: string; readonly key: Buffer; readonly cert: Buffer } | null {
  const folder = temporaryFolder();
  const [key, ca] = [join(folder, 'key.pem'), join(folder, 'ca.pem')];
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=cloud.test'];
  try {
    execFileSync('openssl', [...args, '-addext', 'subjectAltName=DNS:cloud.test', '-keyout', key, '-out', ca], { stdio: 'ignore' });
    return { ca, key: readFileSync(key), cert: readFileSync(ca) };
  } catch {
    return null;
  }
}

interface ProxyRequest {
  readonly path: string;
  readonly authorization: string | undefined;
}

/** A proxy that leads every CONNECT to the port, or answers it with a status. */
async function startProxy(to: number | { readonly status: number }): Promise<{ readonly url: string; readonly seen: ProxyRequest[] }> {
  const seen: ProxyRequest[] = [];
  const server = createHttp();
  server.on('connect', (request, socket) => {
    seen.push({ path: request.url ?? '', authorization: request.headers['proxy-authorization'] });
    socket.on('error', () => {});
    if (typeof to !== 'number') return socket.end(`HTTP/1.1 ${to.status} No\r\n\r\n`);
    const onward = connect(to, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    return later(() => onward.destroy());
  });
  const port = await listening(server);
  later(() => server.closeAllConnections());
  return { url: `http://127.0.0.1:${port}`, seen };
}

async function startSecureCloud(pair: { readonly key: Buffer; readonly cert: Buffer }): Promise<number> {
  const server = createTls(pair, (_request, response) => response.end('{"Response":{"TotalCount":0,"VpcSet":[],"RequestId":"r"}}'));
  const port = await listening(server);
  later(() => server.closeAllConnections());
  return port;
}

describe('a proxy', () => {
  it('is gone through with its password, to a cloud whose authority is one’s own', async (context) => {
    const pair = authority();
    if (!pair) return context.skip('openssl is not installed');
    const proxy = await startProxy(await startSecureCloud(pair));
    const HTTPS_PROXY = proxy.url.replace('http://', 'http://user:p%40ss@');
    const weft = await startWeft({ cloud: 'https://cloud.test', env: { HTTPS_PROXY, WEFT_CA_FILE: pair.ca }, options: { limits } });
    const answers = [await weft.call('vpc:DescribeVpcs'), await weft.call('vpc:DescribeVpcs', { Limit: 3 })];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const authorization = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
    // The second call goes through the tunnel that the first one opened.
    expect(proxy.seen).toEqual([{ path: 'cloud.test:443', authorization }]);
    expect(weft.logs.join('')).not.toContain('p%40ss');
  });

  it('does not make a certificate good that nobody vouches for', async (context) => {
    const pair = authority();
    if (!pair) return context.skip('openssl is not installed');
    const proxy = await startProxy(await startSecureCloud(pair));
    const weft = await startWeft({ cloud: 'https://cloud.test', env: { HTTPS_PROXY: proxy.url }, options: { limits } });
    expect((await weft.call('vpc:DescribeVpcs')).json().error?.code).toBe('CloudUnreachable.Tls');
  });

  it.each([407, 403, 502])('that answers %i is named as what stands in the way; a write is surely not done', async (status) => {
    const proxy = await startProxy({ status });
    const weft = await startWeft({ cloud: 'https://cloud.test', env: { HTTPS_PROXY: proxy.url }, options: { limits } });
    expect((await weft.call('vpc:CreateVpc', create)).json().error).toMatchObject({ code: 'CloudUnreachable.Proxy', outcome: 'not-done' });
  });

  it('that is not there, or says nothing, is named too', async () => {
    const silent = await listening(createServer((socket) => void later(() => socket.destroy())));
    for (const HTTPS_PROXY of ['http://127.0.0.1:9', `http://127.0.0.1:${silent}`]) {
      const weft = await startWeft({ cloud: 'https://cloud.test', env: { HTTPS_PROXY }, options: { limits } });
      expect((await weft.call('vpc:DescribeVpcs')).json().error?.code, HTTPS_PROXY).toBe('CloudUnreachable.Proxy');
    }
  });

  it.each([
    ['', 'https://cloud.test', true],
    ['cloud.test', 'https://cloud.test', false],
    ['test', 'https://cloud.test', false],
    ['.cloud.test', 'https://vpc.cloud.test', false],
    ['*.cloud.test', 'https://vpc.cloud.test', false],
    ['loud.test', 'https://cloud.test', true],
    ['cloud.test:444', 'https://cloud.test', true],
    ['cloud.test:443', 'https://cloud.test', false],
    ['other.test, CLOUD.test', 'https://cloud.test', false],
    ['*', 'https://cloud.test', false],
    ['', 'http://127.0.0.1:8600', false],
    ['', 'https://localhost:8600', false],
    ['', 'https://[::1]:8600', false],
  ])('with NO_PROXY "%s" is on the way to %s: %s', (no_proxy, origin, through) => {
    const proxy = readProxy({ https_proxy: 'proxy.test:3128', no_proxy });
    expect(proxyFor(proxy, origin) !== null).toBe(through);
  });

  it('of all is taken where there is none for https; agreeing twice is no contradiction', () => {
    expect(readProxy({ ALL_PROXY: 'http://a:1' })?.address.origin).toBe('http://a:1');
    expect(readProxy({ HTTPS_PROXY: 'http://a:1', https_proxy: 'http://a:1' })?.address.origin).toBe('http://a:1');
    expect(readConfig({ WEFT_TOKEN: token }).proxy).toBeNull();
  });
});

describe('why there is no answer', () => {
  it('is told apart where it happens', async () => {
    const dead = await listening(createServer());
    const noTls = await listening(createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    const cases = [
      ['https://weft-nowhere.invalid', /^CloudUnreachable\.Name$/],
      ['http://127.0.0.1:9', /^CloudUnreachable\.Refused$/],
      [`https://127.0.0.1:${noTls}`, /^CloudUnreachable\.Tls$/],
      [`https://127.0.0.1:${dead}`, /^CloudUnreachable\.|^CloudTimeout\.Connect$/],
    ] as const;
    for (const [cloud, code] of cases) {
      const weft = await startWeft({ cloud, options: { limits } });
      expect((await weft.call('vpc:DescribeVpcs')).json().error?.code, cloud).toMatch(code);
    }
  });

  it.each([
    ['ENOTFOUND', 'name'],
    ['EAI_AGAIN', 'name'],
    ['ECONNREFUSED', 'refused'],
    ['EHOSTUNREACH', 'no-route'],
    ['ENETUNREACH', 'no-route'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connect-timeout'],
    ['ETIMEDOUT', 'connect-timeout'],
    ['ECONNRESET', 'reset'],
    ['WEFT_PROXY_407', 'proxy'],
    ['ESOMETHINGNEW', null],
  ])('by the code %s is %s', (code, cause) => {
    expect(failureOf(Object.assign(new Error(code), { code }), false).cause).toBe(cause);
  });
});
