/** Shapes of a request that official clients use besides a JSON body: multipart bodies, and whole URLs in the request line. */
import { createHash, createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { signed1, tc3Headers } from '../testing/client.ts';
import { TestWorld } from '../testing/test-world.ts';

const stage = new TestWorld();

describe('other shapes of a request', () => {
  const multipart = (parts: readonly [head: string, value: string][], boundary: string): string =>
    `${parts.map(([head, value]) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`).join('')}--${boundary}--\r\n`;

  /** The headers of a TC3-signed POST of another content type than JSON. */
  function signedAs(type: string, action: string, body: string): Record<string, string> {
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
    const { 'X-TC-Timestamp': timestamp = '', ...headers } = tc3Headers(stage.me, action, body);
    const date = new Date(Number(timestamp) * 1000).toISOString().slice(0, 10);
    const canonical = `POST\n/\n\ncontent-type:${type}\nhost:${new URL(stage.me.url).host}\n\ncontent-type;host\n${sha256(body)}`;
    const key = hmac(hmac(hmac(`TC3${stage.me.keys.secretKey}`, date), 'vpc'), 'tc3_request');
    const scope = `${date}/vpc/tc3_request`;
    const signature = hmac(key, `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${sha256(canonical)}`).toString('hex');
    const Authorization = `TC3-HMAC-SHA256 Credential=${stage.me.keys.secretId}/${scope}, SignedHeaders=content-type;host, Signature=${signature}`;
    return { ...headers, 'X-TC-Timestamp': timestamp, 'Content-Type': type, Authorization };
  }

  const send = async (action: string, type: string, body: string) => {
    const response = await fetch(stage.me.url, { method: 'POST', headers: signedAs(type, action, body), body });
    return ((await response.json()) as { Response: Record<string, unknown> & { Error?: { Code: string } } }).Response;
  };

  it('multipart bodies are signed with TC3: values as text, lists as JSON or flat, a boundary in any case', async () => {
    const names = await send(
      'CreateVpc',
      'multipart/form-data; boundary=aB3',
      multipart(
        [
          ['name="VpcName"', 'a "b"\r\nc'],
          ['name="CidrBlock"', '10.0.0.0/16'],
          ['name="DnsServers"', '["1.1.1.1"]'],
        ],
        'aB3',
      ),
    );
    expect(names).toMatchObject({ Vpc: { VpcName: 'a "b"\r\nc' } });
    const { VpcId } = names.Vpc as { VpcId: string };
    const json = [[`name="Filters"\r\nContent-Type: application/json`, JSON.stringify([{ Name: 'vpc-id', Values: [VpcId] }])]] as const;
    expect(
      await send(
        'DescribeVpcs',
        'multipart/form-data; boundary="q r"',
        multipart(
          [...json].map(([a, b]) => [a, b]),
          'q r',
        ),
      ),
    ).toMatchObject({ TotalCount: 1 });
    const flat: [string, string][] = [
      ['name="VpcIds.0"', VpcId],
      ['name="Limit"; filename="x"', '5'],
    ];
    expect(await send('DescribeVpcs', 'multipart/form-data; boundary=x', multipart(flat, 'x'))).toMatchObject({ TotalCount: 1 });
    expect(await send('DescribeVpcs', 'multipart/form-data; boundary=x', '')).toMatchObject({ TotalCount: 1 });
    expect(await send('DescribeVpcs', 'multipart/form-data; boundary=x', multipart([['name="Colour"', 'red']], 'x'))).toMatchObject({
      Error: { Code: 'UnknownParameter' },
    });
  });

  it('multipart bodies may leave a list empty, a name bare and a value that looks like the boundary', async () => {
    const type = 'multipart/form-data; boundary=x';
    const odd = 'a\r\n--xyz';
    const parts: [string, string][] = [
      ['name=VpcName', odd],
      ['name="CidrBlock"', '10.0.0.0/16'],
      ['name="DnsServers"', ''],
    ];
    expect(await send('CreateVpc', type, multipart(parts, 'x'))).toMatchObject({ Vpc: { VpcName: odd } });
  });

  it('multipart bodies that are none are refused', async () => {
    const broken: [string, string][] = [
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="VpcIds.0"\r\n\r\nvpc-1'],
      ['multipart/form-data; boundary=x', multipart([['nothing', '1']], 'x')],
      ['multipart/form-data; boundary=x', multipart([['name="Filters"', '[']], 'x')],
      ['multipart/form-data; boundary=x', multipart([['name="__proto__"', '{"a":1}']], 'x')],
      ['text/plain', 'x'],
    ];
    for (const [type, body] of broken)
      expect((await send('DescribeVpcs', type, body)).Error?.Code).toMatch(/^(InvalidParameter|UnknownParameter)$/);
  });

  it('a request line may hold the whole URL, as to a proxy', async () => {
    const raw = (head: string, body: string): Promise<string> =>
      new Promise((resolve, reject) => {
        let text = '';
        const socket = connect(Number(new URL(stage.me.url).port), '127.0.0.1', () =>
          socket.write(`${head}\r\nConnection: close\r\n\r\n${body}`),
        );
        socket.on('data', (chunk) => {
          text += chunk.toString('utf8');
        });
        socket.on('error', reject);
        socket.on('close', () => resolve(text));
      });
    const { host } = new URL(stage.me.url);
    const lines = (headers: Record<string, string>, body: string) =>
      [
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
        `Host: ${host}`,
        `Content-Length: ${Buffer.byteLength(body)}`,
      ].join('\r\n');
    for (const target of [`http://${host}/`, `http://${host}`, `HTTP://${host}/`]) {
      expect(await raw(`POST ${target} HTTP/1.1\r\n${lines(tc3Headers(stage.me, 'DescribeVpcs', '{}'), '{}')}`, '{}')).toContain(
        '"TotalCount":0',
      );
    }
    const old = signed1(stage.me, 'GET', '/v2/index.php', {}, { Action: 'DescribeVpcEx' });
    expect(await raw(`GET http://${host}/v2/index.php?${old} HTTP/1.1\r\nHost: ${host}`, '')).toContain('"totalCount":0');
    const query = signed1(stage.me, 'GET', '/', {}, { Action: 'DescribeVpcs', Version: '2017-03-12' });
    expect(await raw(`GET http://${host}?${query} HTTP/1.1\r\nHost: ${host}`, '')).toContain('"TotalCount":0');
    expect(await raw(`GET http://${host}/elsewhere HTTP/1.1\r\nHost: ${host}`, '')).toContain('404');
  });
});
