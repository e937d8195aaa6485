/** A cloud whose certificate nobody vouches for is no cloud, whatever the environment says. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { later, startWeft, temporaryFolder } from './kit.ts';

function selfSigned(): { key: Buffer; cert: Buffer } | null {
  const folder = temporaryFolder();
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1'];
  try {
    execFileSync('openssl', [...args, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch {
    return null;
  }
}

it('is not spoken to', async (context) => {
  const pair = selfSigned();
  if (!pair) return context.skip('openssl is not installed');
  let asked = 0;
  const server = createServer(pair, (_request, response) => {
    asked += 1;
    response.end('{"Response":{"RequestId":"r"}}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  later(() => server.close());
  const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  later(() => {
    if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
  });
  const weft = await startWeft({ cloud: `https://127.0.0.1:${(server.address() as AddressInfo).port}` });
  const answer = await weft.call('vpc:DescribeVpcs');
  expect([answer.status, answer.json().error?.code, asked]).toEqual([502, 'CloudUnreachable.Tls', 0]);
});
