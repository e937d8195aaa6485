/** A write with what is written down of it: nothing goes out that is not in the history first. */
import type { ActionData } from '../../catalogue/define.ts';
import { familyOf } from '../../catalogue/index.ts';
import { isRecord } from '../../catalogue/validate.ts';
import type { Person } from '../auth/person.ts';
import type { CallAnswer } from '../call-answer.ts';
import { errorBody } from '../errors.ts';
import type { ApiCall } from '../upstream/signed-request.ts';
import type { History } from './history.ts';
import type { Observation, Observer } from './observe.ts';
import type { NamedResource, WriteOutcome } from './record.ts';
import { resourcesIn, resourcesMade } from './resources.ts';

export interface Recorder {
  readonly history: History;
  /** Null where resources are not read before and after. */
  readonly observer: Observer | null;
}

interface RecordedWrite {
  readonly call: ApiCall;
  readonly data: ActionData;
  readonly person: Person;
  /** The session that asks: its calls take turns with others'. */
  readonly session: string;
  readonly reason: string | null;
}

/** Carries the write out between its two records. What it looked like after is read when it has been answered. */
export async function recordWrite(recorder: Recorder, write: RecordedWrite, carryOut: () => Promise<CallAnswer>): Promise<CallAnswer> {
  const { history, observer } = recorder;
  const { call, data, person, session, reason } = write;
  const name = `${call.service}:${call.action}`;
  const resources = resourcesIn(name, data, call.params);
  const before = data.kind === 'create' ? null : ((await observer?.read(call, data, resources, session)) ?? null);
  const masked = (seen: Observation | null): unknown => history.mask(data, seen);
  let entry: string;
  try {
    const { account, region, service, action } = call;
    const body = { params: history.mask(data, call.params), kind: data.kind, before: masked(before) };
    const facts = { person, account: account.id, region, service, action, family: familyOf(name) ?? null, reason, resources, body };
    entry = await history.intent(facts);
  } catch {
    return refusal(call);
  }
  const began = performance.now();
  const answer = await carryOut();
  const told = readAnswer(answer);
  const made = told.outcome === 'done' && data.kind === 'create' ? resourcesMade(name, told.data) : [];
  const { code, requestId, attempts } = answer;
  const ms = Math.round(performance.now() - began);
  await history.outcome(entry, { outcome: told.outcome, code, requestId, ms, message: told.message, attempts, resources: made });
  if (told.outcome === 'done' || told.outcome === 'unknown') void observeAfter(recorder, write, entry, [...resources, ...made], masked);
  return answer;
}

async function observeAfter(
  { history, observer }: Recorder,
  { call, data, session }: RecordedWrite,
  entry: string,
  resources: readonly NamedResource[],
  masked: (seen: Observation | null) => unknown,
): Promise<void> {
  const after = (await observer?.read(call, data, resources, session)) ?? null;
  if (after !== null) await history.state(entry, { after: masked(after) });
}

interface ToldAnswer {
  readonly outcome: WriteOutcome;
  readonly message: string | null;
  readonly data: unknown;
}

/** What the answer says became of the write. */
function readAnswer({ status, body }: CallAnswer): ToldAnswer {
  const told: unknown = JSON.parse(body);
  if (!isRecord(told)) return { outcome: 'unknown', message: null, data: null };
  if (status === 200) return { outcome: 'done', message: null, data: told.data };
  const error = isRecord(told.error) ? told.error : {};
  const outcome = error.outcome === 'not-done' || error.outcome === 'unknown' ? error.outcome : 'refused';
  return { outcome, message: typeof error.message === 'string' ? error.message : null, data: null };
}

const unwritten =
  'This change was not sent: the history cannot be written, and nothing is changed without a record of it. Reading goes on. The server’s log says why.';

function refusal({ account, region }: ApiCall): CallAnswer {
  const code = 'HistoryUnavailable';
  const body = errorBody({ code, message: unwritten, requestId: null, retryable: true, outcome: 'not-done' });
  return { status: 503, body, code, requestId: null, attempts: 0, account: account.id, region };
}
