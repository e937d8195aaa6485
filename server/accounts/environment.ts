/** Accounts from the environment variables that the clouds' own tools read. */
import { Account, isKey, type Keys, type Vendor } from './account.ts';

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
  readonly name: string;
  readonly idVariable: string;
  readonly keyVariable: string;
  /** The SDKs' name, then others' of the same thing. */
  readonly tokenVariables: readonly string[];
  /** Variables that have another identity act than the keys'. */
  readonly otherIdentity: RegExp;
}

const sources: readonly Source[] = [
  {
    vendor: 'tencent',
    id: 'env',
    name: 'TENCENTCLOUD_SECRET_ID',
    idVariable: 'TENCENTCLOUD_SECRET_ID',
    keyVariable: 'TENCENTCLOUD_SECRET_KEY',
    tokenVariables: ['TENCENTCLOUD_TOKEN', 'TENCENTCLOUD_SECURITY_TOKEN'],
    otherIdentity: /^TENCENTCLOUD_.*(?:ROLE|ASSUME|SAML|OIDC|MFA|WEB_IDENTITY|SHARED_CREDENTIALS)/,
  },
  {
    vendor: 'alibaba',
    id: 'env-alibaba',
    name: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
    idVariable: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
    keyVariable: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
    tokenVariables: ['ALIBABA_CLOUD_SECURITY_TOKEN'],
    otherIdentity: /^ALIBABA_CLOUD_.*(?:ROLE|ASSUME|SAML|OIDC|MFA|CREDENTIALS_URI|ECS_METADATA(?!_DISABLED))/,
  },
];

/** Reads the accounts; half a pair of keys is a problem, none is not. */
export function environmentAccounts(env: Environment): EnvironmentAccounts {
  const accounts: Account[] = [];
  const problems: string[] = [];
  for (const source of sources) {
    const read = readSource(env, source);
    if (typeof read === 'string') problems.push(read);
    else if (read) accounts.push(new Account({ id: source.id, name: source.name, uin: null, vendor: source.vendor }, read));
  }
  for (const { vendor, pattern } of besideKeys) {
    const name = accounts.some((account) => account.vendor === vendor) ? undefined : givenNames(env, pattern)[0];
    if (name !== undefined) problems.push(cannotTakeOn(name));
  }
  return { accounts, problems };
}

/** Variables that the official tools look at only where there are no keys: what a pod is given, and files that are not read here. */
const besideKeys: readonly { readonly vendor: Vendor; readonly pattern: RegExp }[] = [
  { vendor: 'tencent', pattern: /^TKE_.*(?:ROLE|WEB_IDENTITY|PROVIDER)/ },
  { vendor: 'alibaba', pattern: /^ALIBABA_CLOUD_(?:PROFILE|CREDENTIALS_FILE)$/ },
];

const givenNames = (env: Environment, pattern: RegExp): string[] =>
  Object.keys(env).filter((name) => pattern.test(name) && (env[name] ?? '').trim() !== '');

const cannotTakeOn = (name: string): string =>
  `${name} names an identity that Weft cannot take on, and another one must not act in its place. Unset it, and give keys of that identity.`;

/** The keys, null where none are given, or a sentence about what is wrong. */
function readSource(env: Environment, source: Source): Keys | null | string {
  const { idVariable, keyVariable, tokenVariables } = source;
  const [role] = givenNames(env, source.otherIdentity);
  if (role !== undefined) return cannotTakeOn(role);
  const names = [idVariable, keyVariable, ...tokenVariables];
  const blank = names.find((name) => (env[name] ?? '') !== '' && env[name]?.trim() === '');
  if (blank !== undefined) return `${blank} is blank. Give it a value, or unset it.`;
  const given = (name: string): string => env[name]?.trim() ?? '';
  const [secretId, secretKey] = [given(idVariable), given(keyVariable)];
  const tokens = tokenVariables.filter((name) => given(name) !== '');
  if (secretId === '' && secretKey === '') {
    if (tokens[0] === undefined) return null;
    return `${tokens[0]} is set and ${idVariable} and ${keyVariable} are not. Set all three, or none to use the demo cloud.`;
  }
  if (secretId === '' || secretKey === '') {
    const [there, lacking] = secretId === '' ? [keyVariable, idVariable] : [idVariable, keyVariable];
    return `${there} is set and ${lacking} is not. Set both, or neither to use the demo cloud.`;
  }
  if (new Set(tokens.map(given)).size > 1) return `${tokens.join(' and ')} differ, and which one counts is not said. Unset one.`;
  const token = tokens[0] === undefined ? '' : given(tokens[0]);
  // A control character or a blank would end up in a header; such a key is a slip of the clipboard.
  if (![secretId, secretKey, ...(token === '' ? [] : [token])].every(isKey)) {
    return `${idVariable} or ${keyVariable} has characters that no key has. Copy it again.`;
  }
  return token === '' ? { secretId, secretKey } : { secretId, secretKey, token };
}
