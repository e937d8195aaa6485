/** Takes roles on: by STS with the keys of a user, by the metadata service of a machine, by the token of a pod. */
import { readFileSync } from 'node:fs';
import type { Service } from '../../catalogue/services.ts';
import { isRecord } from '../../catalogue/validate.ts';
import { createRedactor } from '../redact.ts';
import { Cancellation } from '../upstream/cancellation.ts';
import type { UpstreamClient } from '../upstream/client.ts';
import { describeFailure } from '../upstream/failure.ts';
import type { HttpTransport } from '../upstream/transport.ts';
import { Account } from './account.ts';
import { type IssuedKeys, isKey, type KeyPlan, KeysUnavailable } from './keys.ts';
import { issueFromMetadata } from './metadata.ts';
import type { IssueKeys } from './renewal.ts';

interface IssuerOptions {
  readonly send: UpstreamClient['send'];
  readonly get: HttpTransport['get'];
  readonly originOf: (service: Service, region: string) => string;
  /** Where STS is asked when a plan names no region. */
  readonly region: string;
  readonly metadataOrigin: string;
}

/** One question to STS, with every repeat of it. */
const stsDeadlineMs = 15_000;

type AssumeRole = Extract<KeyPlan, { kind: 'assume-role' }>;
type WebIdentity = Extract<KeyPlan, { kind: 'web-identity' }>;

/** Who assumes a role may itself have keys that are renewed: they are kept as long as the plan is. */
const bases = new WeakMap<KeyPlan, Account>();
let nextBase = 1;

function baseOf(plan: KeyPlan): Account {
  const known = bases.get(plan);
  if (known) return known;
  const account = new Account({ id: `base-${nextBase}`, name: '', uin: null, vendor: 'tencent' }, plan);
  nextBase += 1;
  bases.set(plan, account);
  return account;
}

/** Makes the function that has keys issued. It rejects with `KeysUnavailable` for whatever stands in the way. */
export function createIssuer(options: IssuerOptions): IssueKeys {
  return async (plan) => {
    switch (plan.kind) {
      case 'static':
        return { keys: plan.keys, endsAt: null };
      case 'file':
        return plan.read();
      case 'assume-role':
        return assumeRole(options, plan);
      case 'cvm-role':
        return issueFromMetadata(options, plan.roleName);
      case 'web-identity':
        return assumeRoleOfPod(options, plan);
    }
  };
}

function assumeRole(options: IssuerOptions, { base, roleArn, sessionName, duration, externalId }: AssumeRole): Promise<IssuedKeys> {
  const params = {
    RoleArn: roleArn,
    RoleSessionName: sessionName,
    ...(duration === undefined ? {} : { DurationSeconds: duration }),
    ...(externalId === undefined ? {} : { ExternalId: externalId }),
  };
  const account = baseOf(base);
  return askSts(options, { action: 'AssumeRole', params, account, region: options.region, secrets: () => account.secrets() });
}

function assumeRoleOfPod(options: IssuerOptions, plan: WebIdentity): Promise<IssuedKeys> {
  const token = readToken(plan.tokenFile);
  const params = {
    ProviderId: plan.providerId,
    WebIdentityToken: token,
    RoleArn: plan.roleArn,
    RoleSessionName: plan.sessionName,
  };
  const account = baseOf(plan);
  const question = { action: 'AssumeRoleWithWebIdentity' as const, params, account, region: plan.region, secrets: () => [token] };
  return askSts(options, { ...question, unsigned: true });
}

/** The kubelet renews the file: it is read each time. */
function readToken(file: string): string {
  const refuse = (why: string): never => {
    throw new KeysUnavailable(
      `TKE_WEB_IDENTITY_TOKEN_FILE is ${file}, which ${why}. See that the pod’s service account has its token there.`,
    );
  };
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    return refuse(`cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'})`);
  }
  return isKey(text) ? text : refuse('holds no token');
}

interface StsQuestion {
  readonly action: 'AssumeRole' | 'AssumeRoleWithWebIdentity';
  readonly params: Readonly<Record<string, unknown>>;
  readonly account: Account;
  readonly region: string;
  readonly secrets: () => readonly string[];
  readonly unsigned?: true;
}

async function askSts({ send, originOf }: IssuerOptions, { params, secrets, ...question }: StsQuestion): Promise<IssuedKeys> {
  const origin = originOf('sts', question.region);
  const call = { service: 'sts' as const, params, json: JSON.stringify(params), origin, ...question };
  const outcome = await send(call, { repeatable: true, cancellation: new Cancellation(), person: 'weft', deadlineMs: stsDeadlineMs });
  const about = `${question.action} of ${String(params.RoleArn)} at ${new URL(origin).host}`;
  if (outcome.kind === 'success') return readCredentials(JSON.parse(outcome.data), about);
  const { error } = describeFailure(outcome, 'read');
  const words = createRedactor(secrets)(`${error.code}: ${error.message}`);
  throw new KeysUnavailable(`${about} was not done: ${words.slice(0, 400)} ${remedyFor(error.code)}`);
}

function remedyFor(code: string): string {
  if (/RoleNotFound|GetRoleError|IllegalRole/.test(code)) return 'Mend the role’s ARN, or create the role.';
  if (/Unauthorized/.test(code)) return 'Let the role trust who asks, and allow that one sts:AssumeRole.';
  if (/^AuthFailure/.test(code)) return 'Check the keys that ask for the role, and this machine’s clock.';
  if (/^Cloud/.test(code)) return 'Check the way to STS: network, HTTPS_PROXY, WEFT_ENDPOINTS.';
  return 'Mend what it names, or take the source away.';
}

/** `Credentials` and `ExpiredTime` as STS answers them. */
function readCredentials(answer: unknown, about: string): IssuedKeys {
  const { Credentials: given, ExpiredTime: end } = isRecord(answer) ? answer : {};
  const { TmpSecretId: secretId, TmpSecretKey: secretKey, Token: token } = isRecord(given) ? given : {};
  if (!isKey(secretId) || !isKey(secretKey) || !isKey(token) || typeof end !== 'number' || !Number.isFinite(end)) {
    throw new KeysUnavailable(`${about} was answered without temporary keys and their end. See what stands at that endpoint.`);
  }
  return { keys: { secretId, secretKey, token }, endsAt: end * 1_000 };
}
