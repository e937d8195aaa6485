/** The metadata service of a machine in the cloud: which role the machine has, and its temporary keys. */
import { isRecord } from '../../catalogue/validate.ts';
import { type HttpAnswer, type HttpTransport, TransportError } from '../upstream/transport.ts';
import { type IssuedKeys, isKey, KeysUnavailable } from './keys.ts';

interface MetadataOptions {
  readonly get: HttpTransport['get'];
  readonly metadataOrigin: string;
}

/** Plain http to an address that only the machine itself reaches; no proxy stands before it. */
export const usualMetadataOrigin = 'http://metadata.tencentyun.com';
const rolesPath = '/latest/meta-data/cam/security-credentials/';

/** It answers at once or not at all. */
const patienceMs = 3_000;

/** What CAM takes as a role's name. Anything else would be another path of the service. */
export const isRoleName = (text: string): boolean => /^[\w+=,.@-]{1,128}$/.test(text);

/** Rejects with `KeysUnavailable`. */
export async function issueFromMetadata(options: MetadataOptions, named: string | null): Promise<IssuedKeys> {
  const name = named ?? (await roleOfMachine(options));
  const { status, text } = await ask(options, rolesPath + name);
  const answer = status === 200 ? parse(text) : null;
  if (!isRecord(answer)) throw unusable(options, `has no keys of the role ${name} (status ${status})`);
  if (answer.Code !== 'Success') throw unusable(options, `refused the keys of the role ${name} (${codeOf(answer.Code)})`);
  const { TmpSecretId: secretId, TmpSecretKey: secretKey, Token: token, ExpiredTime: end } = answer;
  if (!isKey(secretId) || !isKey(secretKey) || !isKey(token) || typeof end !== 'number' || !Number.isFinite(end)) {
    throw unusable(options, `answered without keys of the role ${name} and their end`);
  }
  return { keys: { secretId, secretKey, token }, endsAt: end * 1_000 };
}

async function roleOfMachine(options: MetadataOptions): Promise<string> {
  const { status, text } = await ask(options, rolesPath);
  const [name = '', ...more] = text.trim().split(/\s+/);
  if (status !== 200 || more.length > 0 || !isRoleName(name)) throw unusable(options, `names no role of this machine (status ${status})`);
  return name;
}

async function ask({ get, metadataOrigin }: MetadataOptions, path: string): Promise<HttpAnswer> {
  try {
    return await get(metadataOrigin, path, patienceMs);
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    throw unusable({ metadataOrigin }, `does not answer (${error.cause ?? error.why})`);
  }
}

const unusable = ({ metadataOrigin }: Pick<MetadataOptions, 'metadataOrigin'>, why: string): KeysUnavailable =>
  new KeysUnavailable(
    `The metadata service (${new URL(metadataOrigin).host}) ${why}. Give the machine a CAM role, or run Weft on one that has it.`,
  );

const codeOf = (code: unknown): string => (typeof code === 'string' && /^[\w.]{1,80}$/.test(code) ? code : 'without a code');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
