/** Accounts from the environment variables that the clouds' own tools read. */
import { Account } from './account.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that hold secrets. They are deleted from the process's environment once read. */
export const secretVariables = [
  'TENCENTCLOUD_SECRET_ID',
  'TENCENTCLOUD_SECRET_KEY',
  'TENCENTCLOUD_TOKEN',
  'ALIBABA_CLOUD_ACCESS_KEY_ID',
  'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
  'ALIBABA_CLOUD_SECURITY_TOKEN',
  'WEFT_TOKEN',
] as const;

export interface EnvironmentAccounts {
  readonly accounts: Account[];
  /** What is wrong with the variables, in sentences for the person who set them. */
  readonly problems: string[];
}

interface Source {
  readonly vendor: 'tencent' | 'alibaba';
  readonly id: string;
  readonly name: string;
  readonly idVariable: string;
  readonly keyVariable: string;
  readonly tokenVariable: string;
}

const sources: readonly Source[] = [
  {
    vendor: 'tencent',
    id: 'env',
    name: 'TENCENTCLOUD_SECRET_ID',
    idVariable: 'TENCENTCLOUD_SECRET_ID',
    keyVariable: 'TENCENTCLOUD_SECRET_KEY',
    tokenVariable: 'TENCENTCLOUD_TOKEN',
  },
  {
    vendor: 'alibaba',
    id: 'env-alibaba',
    name: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
    idVariable: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
    keyVariable: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
    tokenVariable: 'ALIBABA_CLOUD_SECURITY_TOKEN',
  },
];

/** Reads the accounts; half a pair of keys is a problem, none is not. */
export function environmentAccounts(env: Environment): EnvironmentAccounts {
  const accounts: Account[] = [];
  const problems: string[] = [];
  for (const source of sources) {
    const secretId = env[source.idVariable]?.trim() ?? '';
    const secretKey = env[source.keyVariable]?.trim() ?? '';
    const token = env[source.tokenVariable]?.trim() ?? '';
    if (secretId === '' && secretKey === '') continue;
    if (secretId === '' || secretKey === '') {
      const [given, lacking] = secretId === '' ? [source.keyVariable, source.idVariable] : [source.idVariable, source.keyVariable];
      problems.push(`${given} is set and ${lacking} is not. Set both, or neither to use the demo cloud.`);
      continue;
    }
    // A control character or a blank would end up in a header; such a key is a slip of the clipboard.
    if (!/^[\x21-\x7e]+$/.test(secretId + secretKey + token)) {
      problems.push(`${source.idVariable} or ${source.keyVariable} has characters that no key has. Copy it again.`);
      continue;
    }
    const keys = token === '' ? { secretId, secretKey } : { secretId, secretKey, token };
    accounts.push(new Account({ id: source.id, name: source.name, uin: null, vendor: source.vendor }, keys));
  }
  return { accounts, problems };
}
