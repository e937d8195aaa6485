/** The simulated cloud as a process, and signed requests to it. */
import { spawn } from 'node:child_process';
import { flatten } from '../../catalogue/wire.ts';
import { simAt } from '../../e2e/support/sim.ts';
import { signTc3, tc3ContentType } from '../../server/sign/tc3.ts';
import { signV1 } from '../../server/sign/v1.ts';
import { post } from './load.ts';

interface Keys {
  readonly secretId: string;
  readonly secretKey: string;
}

export interface Cloud extends Keys {
  readonly url: string;
  readonly controlToken: string;
  readonly sim: ReturnType<typeof simAt>;
  readonly stop: () => Promise<void>;
}

/** Starts the built simulator alone, with one empty account. */
export async function startCloud(...args: readonly string[]): Promise<Cloud> {
  const child = spawn(process.execPath, ['dist/simulator/main.js', '--port', '0', '--seed', 'empty', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the simulator ended before it listened')));
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8')));
  });
  const { url, secretId, secretKey, controlToken } = JSON.parse(line) as Keys & { readonly url: string; readonly controlToken: string };
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      child.removeAllListeners('exit').once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  return { url, secretId, secretKey, controlToken, sim: simAt(url, [], controlToken), stop };
}

/** A signed call of API 3.0, as bytes for the wire. */
export function signedCall(url: string, { secretId, secretKey }: Keys, region: string, action: string, params: object): string {
  const { host } = new URL(url);
  const body = JSON.stringify(params);
  const timestamp = Math.floor(Date.now() / 1000);
  return post(
    '/',
    {
      host,
      'content-type': tc3ContentType,
      authorization: signTc3({ secretId, secretKey, host, product: 'vpc', action, timestamp, body }),
      'x-tc-action': action,
      'x-tc-version': '2017-03-12',
      'x-tc-timestamp': String(timestamp),
      'x-tc-region': region,
    },
    body,
  );
}

let nonce = 0;

/** A signed call of the 2017 API, by POST, as bytes for the wire. */
export function signedCall2017(url: string, keys: Keys, region: string, action: string, params: Readonly<Record<string, unknown>>): string {
  const { host } = new URL(url);
  const path = '/v2/index.php';
  nonce += 1;
  const common = { Action: action, Region: region, Timestamp: String(Math.floor(Date.now() / 1000)), Nonce: String(nonce) };
  const pairs = { ...common, SecretId: keys.secretId, ...flatten(params) };
  const signature = { httpMethod: 'POST', host, path, params: pairs, method: 'HmacSHA1', underscoreAsDot: true } as const;
  const body = new URLSearchParams({ ...pairs, Signature: signV1({ ...signature, secretKey: keys.secretKey }) });
  return post(path, { host, 'content-type': 'application/x-www-form-urlencoded' }, body.toString());
}
