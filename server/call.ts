/**
 * One call of the console, from its names and parameters to the text of its answer: allowed by the catalogue, valid,
 * signed, sent, read. Knows nothing of HTTP frameworks.
 */
import { randomUUID } from 'node:crypto';
import { isDialect } from '../catalogue/binding.ts';
import { type ActionData, isRead } from '../catalogue/define.ts';
import { isSpoken } from '../catalogue/dialects.ts';
import { isOptionalToday, withFurther } from '../catalogue/further.ts';
import { familyOf, findAction as findInCatalogue, successors } from '../catalogue/index.ts';
import { codeFor } from '../catalogue/refusal.ts';
import { isService, services } from '../catalogue/services.ts';
import english from '../catalogue/text/en/problems.json' with { type: 'json' };
import { problemText } from '../catalogue/text/problem.ts';
import { undescribedAction } from '../catalogue/undescribed.ts';
import { isLeftToCloud, isRecord, type Problem, validate } from '../catalogue/validate.ts';
import { encode, spelledIn } from '../catalogue/wire.ts';
import type { Account } from './accounts/account.ts';
import { accountFor, dialectOf, type Registry } from './accounts/registry.ts';
import { type Objection, objectionTo, seenBy } from './auth/permission.ts';
import type { Person } from './auth/person.ts';
import type { CallAnswer } from './call-answer.ts';
import { isRegionName } from './config.ts';
import { type ErrorFacts, errorBody, type OwnCode } from './errors.ts';
import { type Recorder, recordWrite } from './history/recorder.ts';
import { createRedactor } from './redact.ts';
import { Cancellation } from './upstream/cancellation.ts';
import type { CallOutcome, UpstreamClient } from './upstream/client.ts';
import { describeFailure } from './upstream/failure.ts';
import { InFlight } from './upstream/in-flight.ts';
import { WriteReconciler } from './upstream/reconcile.ts';
import type { ApiCall } from './upstream/signed-request.ts';

interface CallInput {
  readonly service: string;
  readonly action: string;
  /**
   * The request's JSON: `{account?, region?, params?, dialect?, reason?}`; pages name the dialect that they take the account to
   * speak, and `reason` is what a person writes into the history.
   */
  readonly body: unknown;
  /** The session that asks, as the hash of its id; identical reads are shared within it only. */
  readonly session: string;
  /** Whose it is. */
  readonly person: Person;
  /** Cancelled when the asker is gone. Ends reads; a write under way is never stopped. */
  readonly leaving: Cancellation;
}

interface CallOptions {
  readonly registry: Registry;
  readonly upstream: UpstreamClient;
  readonly defaultRegion: string;
  /** The catalogue's look-up of actions; another one in tests. */
  readonly findAction?: (name: string) => ActionData | undefined;
  readonly sleep?: (ms: number) => Promise<void>;
  /** Writes down every write. */
  readonly recorder: Recorder;
}

export type HandleCall = (input: CallInput) => Promise<CallAnswer>;

interface ReadyCall {
  readonly kind: 'ready';
  readonly call: ApiCall;
  readonly data: ActionData;
  readonly name: string;
  readonly reason: string | null;
}

type Preparation = ReadyCall | { readonly kind: 'refused'; readonly answer: CallAnswer };

const never = new Cancellation();

/** Makes the function that handles calls. It never rejects but for a defect of ours. */
export function createCallHandler(options: CallOptions): HandleCall {
  const { registry, upstream, findAction = findInCatalogue } = options;
  const redact = createRedactor(() => registry.accounts().flatMap((account) => account.secrets()));
  const reconciler = new WriteReconciler(upstream, registry.originOf, findAction, options.sleep);
  const inFlight = new InFlight<CallAnswer>();

  const read = async ({ call }: ReadyCall, person: string, cancellation: Cancellation): Promise<CallAnswer> =>
    answerOf(redact, call, await upstream.send(call, { repeatable: true, cancellation, person }), 'read');

  const write = async ({ call, data }: ReadyCall, person: string): Promise<CallAnswer> => {
    const repeatable = Object.hasOwn(data.params, 'ClientToken');
    const prepared = await reconciler.prepare(call, data, person);
    const claim = prepared.create?.claim;
    const startedAt = Date.now();
    const outcome = await upstream.send(call, { repeatable, cancellation: never, person });
    if (outcome.kind === 'success') claim?.answered(JSON.parse(outcome.data));
    if (outcome.kind !== 'failed' || outcome.applied === 'no') {
      claim?.failed();
      return answerOf(redact, call, outcome, 'write');
    }
    const found = await reconciler.reconcile(prepared, outcome.why, startedAt);
    const facts = { attempts: outcome.attempts, account: call.account.id, region: call.region, requestId: found.requestId };
    if (found.outcome === 'done') {
      const body = redact(`{"data":${JSON.stringify(found.result)},"requestId":${JSON.stringify(found.requestId)},"outcome":"done"}`);
      return { ...facts, status: 200, body, code: 'LookedUp' };
    }
    const unknown = found.outcome === 'unknown';
    const code: OwnCode = unknown ? 'OutcomeUnknown' : 'WriteNotDone';
    const message = unknown
      ? `The answer was lost, and whether ${call.action} took effect could not be found out. Look before you repeat it.`
      : `The answer was lost. The cloud shows that ${call.action} did not take effect; it can be repeated.`;
    const error: ErrorFacts = { code, message, requestId: found.requestId, retryable: !unknown, outcome: found.outcome };
    return { ...facts, status: unknown ? 504 : 502, body: redact(errorBody(error)), code };
  };

  return async (input) => {
    const prepared = prepare(input, { ...options, findAction });
    // A refusal repeats what it was sent: should that be a secret by mistake, it stops here.
    if (prepared.kind === 'refused') return { ...prepared.answer, body: redact(prepared.answer.body) };
    const { call, data, name, reason } = prepared;
    if (!isRead(data)) {
      const { person, session } = input;
      return recordWrite(options.recorder, { call, data, person, session, reason }, () => write(prepared, session));
    }
    const key = `${input.session}\n${call.account.id}\n${call.region}\n${name}\n${call.json}`;
    return inFlight.join(key, input.leaving, (cancellation) => read(prepared, input.session, cancellation));
  };
}

/** A call's outcome as an answer of the proxy's. */
function answerOf(redact: (text: string) => string, call: ApiCall, outcome: CallOutcome, kind: 'read' | 'write'): CallAnswer {
  const facts = { attempts: outcome.attempts, account: call.account.id, region: call.region };
  if (outcome.kind === 'success') {
    const requestId = outcome.requestId === null ? null : redact(outcome.requestId);
    const body = `{"data":${redact(outcome.data)},"requestId":${JSON.stringify(requestId)}}`;
    return { ...facts, status: 200, body, code: 'ok', requestId };
  }
  const { status, error } = describeFailure(outcome, kind);
  const requestId = error.requestId === null ? null : redact(error.requestId);
  // A cloud may repeat what it was sent in any of its fields.
  return { ...facts, status, body: redact(errorBody(error)), code: redact(error.code), requestId };
}

const refuse = (status: number, code: string, message: string, field?: string): Preparation => {
  const body = errorBody({ code, message, requestId: null, retryable: false, ...(field === undefined ? {} : { field }) });
  return refusedWith(status, code, body);
};

const refusedWith = (status: number, code: string, body: string): Preparation => ({
  kind: 'refused',
  answer: { status, body, code, requestId: null, attempts: 0, account: null, region: null },
});

/** As JSON writes it: an escape that no backslash escapes. */
const halfPair = /(?<!\\)(?:\\\\)*\\ud[89a-f]/i;

/** A problem of the validator for programs, which read English: where it is, and the console's own sentence about it. */
const sentenceOf = (problem: Problem): string => `${problem.path}: ${problemText({ ...english, tag: 'en' }, problem)}`;

/** Characters of a reason. */
const longestReason = 500;

type PrepareOptions = CallOptions & { readonly findAction: (name: string) => ActionData | undefined };

/** Everything that can be refused without asking the cloud. Only names that are in the catalogue get past this. */
function prepare(input: CallInput, options: PrepareOptions): Preparation {
  const { service, action } = input;
  const name = `${service}:${action}`;
  const described = isService(service) ? options.findAction(name) : undefined;
  const data = described ?? undescribedAction(name);
  if (!data || !isService(service)) return refuse(403, 'ActionNotAllowed', 'The catalogue has no such action.');
  if (!isRecord(input.body)) return refuse(400, 'BadRequest', 'The body must be a JSON object.');
  const { account: accountId, region = options.defaultRegion, params = {}, dialect, reason, ...rest } = input.body;
  const [unexpected] = Object.keys(rest);
  if (unexpected !== undefined)
    return refuse(400, 'BadRequest', 'The body may hold account, region, params, dialect and reason only.', unexpected);
  if (accountId !== undefined && typeof accountId !== 'string') return refuse(400, 'BadRequest', 'account must be text.', 'account');
  if (typeof region !== 'string' || !isRegionName(region)) return refuse(400, 'UnsupportedRegion', 'This is no region.', 'region');
  if (!isRecord(params)) return refuse(400, 'BadRequest', 'params must be a JSON object.', 'params');
  if (dialect !== undefined && !isDialect(dialect))
    return refuse(400, 'BadRequest', 'dialect is none that an account can speak.', 'dialect');
  if (reason !== undefined && (typeof reason !== 'string' || reason.length > longestReason))
    return refuse(400, 'BadRequest', `reason must be text of ${longestReason} characters at most.`, 'reason');
  const account = accountFor(seenBy(options.registry, input.person), service, accountId);
  const down = options.registry.down?.() ?? null;
  if (down !== null) return isDown(down, data);
  if (!account) return noAccount(accountId);
  const objection = objectionTo({ name, data, params }, account, input.person, options.registry.readOnly);
  if (objection) {
    if (!isRead(data)) noteRefusal(options.recorder, { input, name, account, region, objection });
    return notAllowed(objection, data);
  }
  // A page calls what the account has and a family describes; the explorer, which names no dialect, may ask for anything.
  if (dialect !== undefined && (!described || !isSpoken(dialectOf(options.registry, account), name, successors))) {
    return refuse(400, 'NotInDialect', 'The API that this account speaks has no such action.');
  }
  const { protocol } = services[service];
  const speaksToday = dialectOf(options.registry, account) === 'today';
  const taken = speaksToday ? withFurther(name, data) : data;
  const problem = validate(taken, params, { oldIds: protocol === 'api2017' }).find((one) => !speaksToday || !isLeftToToday(name, one));
  if (problem) return refuse(400, codeFor(problem, data, protocol), sentenceOf(problem), problem.path);
  const encoded = spelledIn(dialectOf(options.registry, account), taken, encode(taken, withClientToken(data, params)));
  const json = JSON.stringify(encoded);
  // Half of a surrogate pair in a value that is checked by no one (an open field): no encoder takes it.
  if (halfPair.test(json)) return refuse(400, 'BadRequest', 'params holds text that is not valid Unicode.', 'params');
  const origin = options.registry.originOf(service, region);
  return {
    kind: 'ready',
    call: { service, action, region, params: encoded, json, account, origin },
    data,
    name,
    reason: reason?.trim() || null,
  };
}

function noAccount(id: string | undefined): Preparation {
  const why = id === undefined ? 'No account is set up for this service.' : 'There is no such account for this service.';
  return refuse(400, 'AccountNotFound', why, 'account');
}

interface RefusedWrite {
  readonly input: CallInput;
  readonly name: string;
  readonly account: Account;
  readonly region: string;
  readonly objection: Objection;
}

/** Who tries what they may not is written down too. */
function noteRefusal({ history }: Recorder, { input, name, account, region, objection }: RefusedWrite): void {
  const family = familyOf(name);
  const facts = { person: input.person, account: account.id, region, service: input.service, code: objection.code };
  history.event('write-refused', { ...facts, ...(family === undefined ? {} : { family }), body: { action: input.action } });
}

/** Whatever the page says: the person, or the account, is not to do this. */
function notAllowed({ code, message }: Objection, data: ActionData): Preparation {
  const error: ErrorFacts = { code, message, requestId: null, retryable: false };
  return refusedWith(403, code, errorBody(isRead(data) ? error : { ...error, outcome: 'not-done' }));
}

/** Nothing was sent: a write is not done, and the same call may succeed when the cloud is back. */
function isDown(why: string, data: ActionData): Preparation {
  const error: ErrorFacts = { code: 'CloudUnreachable', message: why, requestId: null, retryable: true };
  return refusedWith(502, error.code, errorBody(isRead(data) ? error : { ...error, outcome: 'not-done' }));
}

/** Whether today's cloud decides about it: what the catalogue has not heard of, or cannot do without where that cloud can. */
const isLeftToToday = (name: string, problem: Problem): boolean =>
  isLeftToCloud(problem) || (problem.issue === 'missing' && isOptionalToday(name, problem.path));

/** One token for one intent: every repeat of a call that takes a ClientToken carries the same one. */
function withClientToken(data: ActionData, params: Record<string, unknown>): Record<string, unknown> {
  if (isRead(data) || !Object.hasOwn(data.params, 'ClientToken') || params.ClientToken) return params;
  return { ...params, ClientToken: randomUUID() };
}
