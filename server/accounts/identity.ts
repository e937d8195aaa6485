/** Asks the cloud who signs with an account's keys: its number, and whether the keys are good at all. */
import { isRecord } from '../../catalogue/validate.ts';
import { createRedactor } from '../redact.ts';
import { Cancellation } from '../upstream/cancellation.ts';
import type { CallOutcome, UpstreamClient } from '../upstream/client.ts';
import { describeFailure } from '../upstream/failure.ts';
import type { Account, Identity } from './account.ts';

/** How an account is asked about, and where. */
export interface IdentityClient {
  readonly send: UpstreamClient['send'];
  readonly originOf: (service: 'sts' | 'region', region: string) => string;
  readonly region: string;
}

const deadlineMs = 10_000;

/** What the cloud answered; the account has it from here on. Never rejects for what a network or a cloud can do. */
export async function identify(account: Account, { send, originOf, region }: IdentityClient): Promise<Identity | CallOutcome> {
  const origin = originOf('sts', region);
  const call = { service: 'sts' as const, action: 'GetCallerIdentity', region, params: {}, json: '{}', account, origin };
  const outcome = await send(call, { repeatable: true, cancellation: new Cancellation(), person: 'weft', deadlineMs });
  if (outcome.kind === 'success') {
    const identity = readIdentity(JSON.parse(outcome.data));
    if (identity !== null) account.identified(identity, null);
    return identity ?? { kind: 'failed', why: 'unreadable', cause: null, applied: 'no', attempts: outcome.attempts };
  }
  const { error } = describeFailure(outcome, 'read');
  // Only what is wrong with the keys is the account's trouble: a way that is closed now may be open in a minute.
  if (/^AuthFailure(?!\.UnauthorizedOperation)/.test(error.code)) {
    const reason = createRedactor(() => account.secrets())(error.message).slice(0, 300);
    account.identified(null, { code: error.code, reason });
  }
  return outcome;
}

function readIdentity(answer: unknown): Identity | null {
  const { AccountId: uin, Arn: arn } = isRecord(answer) ? answer : {};
  if (typeof uin !== 'string' || !/^\d{1,20}$/.test(uin)) return null;
  return { uin, arn: typeof arn === 'string' ? arn.slice(0, 300) : '' };
}
