/** A call that did not succeed, as status and error for the console. */
import type { ErrorFacts, OwnCode } from '../errors.ts';
import type { FailureCause } from './causes.ts';
import type { CallOutcome, FailureKind } from './client.ts';

interface Failure {
  readonly status: number;
  readonly error: ErrorFacts;
}

/** Where the way to the cloud ended. The codes' words for people, in both languages, are the catalogue's. */
const causes: Record<FailureCause, { readonly code: OwnCode; readonly message: string }> = {
  name: { code: 'CloudUnreachable.Name', message: 'The name of the cloud’s endpoint cannot be resolved.' },
  refused: { code: 'CloudUnreachable.Refused', message: 'Nothing listens at the cloud’s endpoint: the connection was refused.' },
  'no-route': { code: 'CloudUnreachable.NoRoute', message: 'There is no way from this machine to the cloud’s endpoint.' },
  tls: { code: 'CloudUnreachable.Tls', message: 'The certificate of the cloud’s endpoint was not accepted.' },
  proxy: { code: 'CloudUnreachable.Proxy', message: 'The proxy on the way to the cloud did not pass the connection on.' },
  'connect-timeout': { code: 'CloudTimeout.Connect', message: 'The cloud’s endpoint did not take the connection in time.' },
  reset: { code: 'CloudUnreachable.Reset', message: 'The connection to the cloud broke before its answer was in.' },
  'answer-timeout': { code: 'CloudTimeout', message: 'The answer of the cloud was not complete in time.' },
};

const failures: Record<FailureKind, { readonly status: number; readonly code: OwnCode; readonly message: string }> = {
  unreachable: { status: 502, code: 'CloudUnreachable', message: 'The cloud cannot be reached: no connection to its endpoint.' },
  lost: { status: 502, code: 'CloudUnreachable', message: 'The connection to the cloud broke before its answer was in.' },
  timeout: { status: 502, code: 'CloudTimeout', message: 'The cloud did not answer in time.' },
  'too-large': { status: 502, code: 'CloudUnreadable', message: 'The answer of the cloud is larger than what is accepted.' },
  'server-error': { status: 502, code: 'CloudUnreadable', message: 'The cloud answered with a failure of its own.' },
  unreadable: { status: 502, code: 'CloudUnreadable', message: 'What the endpoint answered is no answer of this API.' },
  'queue-full': { status: 429, code: 'RequestLimitExceeded', message: 'Too many calls of this action are waiting already.' },
  'no-keys': { status: 502, code: 'CredentialsUnavailable', message: 'There are no keys to sign with.' },
  cancelled: { status: 499, code: 'BadRequest', message: 'The asker left.' },
};

/** Refusals after which the same call may succeed unchanged. 6000 and 6200: internal error, under maintenance (8069). */
const passing = new Set(['InternalError', 'ResourceUnavailable', '6000', '6200']);

export function describeFailure(outcome: Exclude<CallOutcome, { kind: 'success' }>, kind: 'read' | 'write'): Failure {
  if (outcome.kind === 'refused') {
    const { code, message, requestId, throttled } = outcome.refusal;
    const retryable = throttled || (kind === 'read' && passing.has(code));
    return { status: throttled ? 429 : 422, error: { code, message, requestId, retryable } };
  }
  const { status, code, message } = { ...failures[outcome.why], ...(outcome.cause === null ? {} : causes[outcome.cause]) };
  const error = { code, message: outcome.reason ?? message, requestId: null, retryable: true };
  return { status, error: kind === 'write' ? { ...error, outcome: 'not-done' } : error };
}
