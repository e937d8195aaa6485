/** Keys that sign calls, and where keys come from that are issued for a time. */

export interface Keys {
  readonly secretId: string;
  readonly secretKey: string;
  /** Of temporary keys (STS). */
  readonly token?: string;
}

/** Keys of a source, and when they end (milliseconds since 1970), where they do. */
export interface IssuedKeys {
  readonly keys: Keys;
  readonly endsAt: number | null;
}

/** Where an account's keys come from. Data only: who takes a role on is `createIssuer`. */
export type KeyPlan =
  | { readonly kind: 'static'; readonly keys: Keys }
  /** Temporary keys that another program renews in its file: `read` looks again, and rejects with `KeysUnavailable`. */
  | { readonly kind: 'file'; readonly first: IssuedKeys; readonly read: () => IssuedKeys }
  | {
      readonly kind: 'assume-role';
      readonly base: KeyPlan;
      readonly roleArn: string;
      readonly sessionName: string;
      /** Seconds; STS's own usual time when left out. */
      readonly duration?: number;
      readonly externalId?: string;
    }
  /** A role of the machine, by its metadata service; null asks there for its name. */
  | { readonly kind: 'cvm-role'; readonly roleName: string | null }
  /** The service account of a pod in TKE. */
  | {
      readonly kind: 'web-identity';
      readonly region: string;
      readonly providerId: string;
      readonly tokenFile: string;
      readonly roleArn: string;
      readonly sessionName: string;
    };

/** Why no keys could be had: a sentence with what was asked, where, and what to do. No key is in it. */
export class KeysUnavailable extends Error {}

/** What the clouds' keys and tokens are made of. Quotes, blanks and brackets are slips of the clipboard. */
export const isKey = (value: unknown): value is string => typeof value === 'string' && /^[\w.+/=:~@-]{1,8192}$/.test(value);

/** "qcs::cam::uin/100000000001:roleName/ops". */
export const isRoleArn = (value: unknown): value is string => typeof value === 'string' && /^qcs::cam::[\w.+/=:~@,-]{1,1000}$/.test(value);

/** What STS takes as the name of a session: 2 to 128 letters, digits and +=,.@_- */
export const isSessionName = (value: unknown): value is string => typeof value === 'string' && /^[\w+=,.@-]{2,128}$/.test(value);

export const usualSessionName = 'weft';

/** Who acts by a plan, in words that stay the same while keys are renewed; no secret key is in it. */
export function bindingOf(plan: KeyPlan): string {
  switch (plan.kind) {
    case 'static':
      return plan.keys.secretId;
    case 'file':
      // What a login renews is another id each time, the account is the same.
      return 'file';
    case 'assume-role':
      return `${plan.roleArn} by ${bindingOf(plan.base)}`;
    case 'cvm-role':
      return `cvm-role ${plan.roleName ?? ''}`;
    case 'web-identity':
      return `${plan.roleArn} by ${plan.providerId}`;
  }
}

/** The keys that a plan holds before anything is asked. */
export function keysOfPlan(plan: KeyPlan): readonly Keys[] {
  if (plan.kind === 'static') return [plan.keys];
  if (plan.kind === 'file') return [plan.first.keys];
  return plan.kind === 'assume-role' ? keysOfPlan(plan.base) : [];
}
