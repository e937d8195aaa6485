/** Accounts from the environment variables that the clouds' own tools read. */
import { Account, type Vendor } from './account.ts';
import { isKey, isRoleArn, isSessionName, type KeyPlan, type Keys, usualSessionName } from './keys.ts';
import { isRoleName } from './metadata.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that hold secrets. They are deleted from the process's environment once read. */
export const secretVariables = [
  'TENCENTCLOUD_SECRET_ID',
  'TENCENTCLOUD_SECRET_KEY',
  'TENCENTCLOUD_TOKEN',
  'TENCENTCLOUD_SECURITY_TOKEN',
  'ALIBABA_CLOUD_ACCESS_KEY_ID',
  'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
  'ALIBABA_CLOUD_SECURITY_TOKEN',
  'WEFT_TOKEN',
  'WEFT_KEY',
  'WEFT_OIDC_CLIENT_SECRET',
  // Its password lets in whoever reaches the database.
  'WEFT_DATABASE_URL',
  'WEFT_METRICS_TOKEN',
  // A proxy's address may hold its password.
  'HTTPS_PROXY',
  'https_proxy',
  'ALL_PROXY',
  'all_proxy',
] as const;

interface EnvironmentAccounts {
  readonly accounts: Account[];
  /** What is wrong with the variables, in sentences for the person who set them. */
  readonly problems: string[];
}

interface Source {
  readonly vendor: Vendor;
  readonly id: string;
  readonly idVariable: string;
  readonly keyVariable: string;
  /** The SDKs' name, then others' of the same thing. */
  readonly tokenVariables: readonly string[];
  /** Variables that have another identity act than the keys'. */
  readonly otherIdentity: RegExp;
}

const tencent: Source = {
  vendor: 'tencent',
  id: 'env',
  idVariable: 'TENCENTCLOUD_SECRET_ID',
  keyVariable: 'TENCENTCLOUD_SECRET_KEY',
  tokenVariables: ['TENCENTCLOUD_TOKEN', 'TENCENTCLOUD_SECURITY_TOKEN'],
  otherIdentity: /^TENCENTCLOUD_.*(?:ROLE|ASSUME|SAML|OIDC|MFA|WEB_IDENTITY|SHARED_CREDENTIALS)/,
};

const alibaba: Source = {
  vendor: 'alibaba',
  id: 'env-alibaba',
  idVariable: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
  keyVariable: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
  tokenVariables: ['ALIBABA_CLOUD_SECURITY_TOKEN'],
  otherIdentity: /^ALIBABA_CLOUD_.*(?:ROLE|ASSUME|SAML|OIDC|MFA|CREDENTIALS_URI|ECS_METADATA(?!_DISABLED))/,
};

/** The names by which the command line and the Terraform provider call the same setting of a role. */
const roleVariables = {
  arn: ['TENCENTCLOUD_ROLE_ARN', 'TENCENTCLOUD_ASSUME_ROLE_ARN'],
  session: ['TENCENTCLOUD_ROLE_SESSION_NAME', 'TENCENTCLOUD_ASSUME_ROLE_SESSION_NAME'],
  duration: ['TENCENTCLOUD_ASSUME_ROLE_SESSION_DURATION'],
  externalId: ['TENCENTCLOUD_ASSUME_ROLE_EXTERNAL_ID'],
} as const;

/** The role of the machine, as the Terraform provider names it. */
const machineRole = 'TENCENTCLOUD_CAM_ROLE_NAME';

/** What TKE gives a pod whose service account has a role. */
const podVariables = ['TKE_REGION', 'TKE_PROVIDER_ID', 'TKE_WEB_IDENTITY_TOKEN_FILE', 'TKE_ROLE_ARN'] as const;

/** The variables by which roles are named: settings of ours, for whoever looks for slips in names. */
export const identityVariables: readonly string[] = [...Object.values(roleVariables).flat(), machineRole];

/** A problem of the variables, in a sentence for the person who set them. */
class Problem extends Error {}

/** Reads the accounts; half a pair of keys is a problem, none is not. */
export function environmentAccounts(env: Environment): EnvironmentAccounts {
  const accounts: Account[] = [];
  const problems: string[] = [];
  for (const read of [ofTencent, ofPod, ofAlibaba]) {
    try {
      const account = read(env, accounts);
      if (account) accounts.push(account);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(error.message);
    }
  }
  return { accounts, problems };
}

const textIn = (env: Environment, name: string): string => env[name]?.trim() ?? '';

const givenNames = (env: Environment, pattern: RegExp): string[] =>
  Object.keys(env).filter((name) => pattern.test(name) && textIn(env, name) !== '');

const cannotTakeOn = (name: string): Problem =>
  new Problem(
    `${name} names an identity that Weft cannot take on, and another one must not act in its place. Unset it, and give keys of that identity.`,
  );

/** The one value of variables that mean the same; two that differ are a problem. */
function agreed(env: Environment, names: readonly string[]): string | null {
  const given = names.filter((name) => textIn(env, name) !== '');
  if (new Set(given.map((name) => textIn(env, name))).size > 1) {
    throw new Problem(`${given.join(' and ')} differ, and which one counts is not said. Unset one.`);
  }
  return given[0] === undefined ? null : textIn(env, given[0]);
}

/** Keys, the role of the machine, or a role that either of them takes on. */
function ofTencent(env: Environment): Account | null {
  const unknown = givenNames(env, tencent.otherIdentity).find((name) => !identityVariables.includes(name));
  if (unknown !== undefined) throw cannotTakeOn(unknown);
  const keys = readKeys(env, tencent);
  const machine = textIn(env, machineRole);
  if (machine !== '' && !isRoleName(machine)) throw new Problem(`${machineRole} is no name of a role. Mend it, or unset it.`);
  if (machine !== '' && keys !== null) {
    throw new Problem(`${machineRole} names the role of this machine, and ${tencent.idVariable} gives keys. Unset one of them.`);
  }
  const base: KeyPlan | null = keys !== null ? { kind: 'static', keys } : machine !== '' ? { kind: 'cvm-role', roleName: machine } : null;
  const roleArn = agreed(env, roleVariables.arn);
  const [loose] = givenNames(env, /^TENCENTCLOUD_(?:ASSUME_)?ROLE_(?!ARN$)/);
  if (roleArn === null && loose !== undefined) throw new Problem(`${loose} is set, and no role: set TENCENTCLOUD_ROLE_ARN, or unset it.`);
  if (roleArn !== null && base === null) {
    throw new Problem(
      'TENCENTCLOUD_ROLE_ARN names a role, and nobody takes it on. Set TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY too.',
    );
  }
  if (base === null) return null;
  const source = keys === null ? machineRole : tencent.idVariable;
  const name = roleArn === null ? source : roleArn;
  const plan = roleArn === null ? base : roleOf(env, base, roleArn);
  return new Account(
    { id: tencent.id, name, uin: null, vendor: 'tencent', source: roleArn === null ? source : `${source}, as ${roleArn}` },
    plan,
  );
}

function roleOf(env: Environment, base: KeyPlan, roleArn: string): KeyPlan {
  if (!isRoleArn(roleArn)) throw new Problem('TENCENTCLOUD_ROLE_ARN is no ARN of a role. Example: qcs::cam::uin/100000000001:roleName/ops');
  const sessionName = agreed(env, roleVariables.session) ?? usualSessionName;
  if (!isSessionName(sessionName))
    throw new Problem('TENCENTCLOUD_ROLE_SESSION_NAME has characters that no session’s name has, or too many.');
  const duration = agreed(env, roleVariables.duration);
  if (duration !== null && !/^[1-9]\d{0,5}$/.test(duration)) {
    throw new Problem(`TENCENTCLOUD_ASSUME_ROLE_SESSION_DURATION is "${duration}", which is no number of seconds.`);
  }
  const externalId = agreed(env, roleVariables.externalId);
  const more = { ...(duration === null ? {} : { duration: Number(duration) }), ...(externalId === null ? {} : { externalId }) };
  return { kind: 'assume-role', base, roleArn, sessionName, ...more };
}

/** The official tools look at these only where there are no keys. */
function ofPod(env: Environment, before: readonly Account[]): Account | null {
  const [given] = givenNames(env, /^TKE_.*(?:ROLE|WEB_IDENTITY|PROVIDER)/);
  if (given === undefined || before.length > 0 || givenNames(env, /^TENCENTCLOUD_SECRET_/).length > 0) return null;
  const lacking = podVariables.find((name) => textIn(env, name) === '');
  if (lacking !== undefined) throw new Problem(`${given} is set and ${lacking} is not. TKE gives a pod all of ${podVariables.join(', ')}.`);
  const [region, providerId, tokenFile, roleArn] = podVariables.map((name) => textIn(env, name)) as [string, string, string, string];
  if (!isRoleArn(roleArn)) throw new Problem('TKE_ROLE_ARN is no ARN of a role. Example: qcs::cam::uin/100000000001:roleName/ops');
  if (!/^[a-z]{2,4}(?:-[a-z0-9]{1,20}){1,3}$/.test(region)) throw new Problem('TKE_REGION is no region. Example: ap-guangzhou');
  const plan: KeyPlan = { kind: 'web-identity', region, providerId, tokenFile, roleArn, sessionName: usualSessionName };
  return new Account({ id: 'tke', name: roleArn, uin: null, vendor: 'tencent', source: `TKE_ROLE_ARN, as ${roleArn}` }, plan);
}

function ofAlibaba(env: Environment): Account | null {
  const [role] = givenNames(env, alibaba.otherIdentity);
  if (role !== undefined) throw cannotTakeOn(role);
  const keys = readKeys(env, alibaba);
  // Files that are not read here, which the official tools look at where there are no keys.
  const [file] = keys === null ? givenNames(env, /^ALIBABA_CLOUD_(?:PROFILE|CREDENTIALS_FILE)$/) : [];
  if (file !== undefined) throw cannotTakeOn(file);
  return keys && new Account({ id: alibaba.id, name: alibaba.idVariable, uin: null, vendor: 'alibaba' }, keys);
}

/** The keys, or null where none are given. Throws `Problem`. */
function readKeys(env: Environment, { idVariable, keyVariable, tokenVariables }: Source): Keys | null {
  const names = [idVariable, keyVariable, ...tokenVariables];
  const blank = names.find((name) => (env[name] ?? '') !== '' && textIn(env, name) === '');
  if (blank !== undefined) throw new Problem(`${blank} is blank. Give it a value, or unset it.`);
  const [secretId, secretKey] = [textIn(env, idVariable), textIn(env, keyVariable)];
  const [tokenVariable] = tokenVariables.filter((name) => textIn(env, name) !== '');
  if (secretId === '' && secretKey === '') {
    if (tokenVariable === undefined) return null;
    throw new Problem(
      `${tokenVariable} is set and ${idVariable} and ${keyVariable} are not. Set all three, or none to use the demo cloud.`,
    );
  }
  if (secretId === '' || secretKey === '') {
    const [there, lacking] = secretId === '' ? [keyVariable, idVariable] : [idVariable, keyVariable];
    throw new Problem(`${there} is set and ${lacking} is not. Set both, or neither to use the demo cloud.`);
  }
  const token = agreed(env, tokenVariables);
  // A control character or a blank would end up in a header; such a key is a slip of the clipboard.
  if (![secretId, secretKey, ...(token === null ? [] : [token])].every(isKey)) {
    throw new Problem(`${idVariable} or ${keyVariable} has characters that no key has. Copy it again.`);
  }
  return token === null ? { secretId, secretKey } : { secretId, secretKey, token };
}
