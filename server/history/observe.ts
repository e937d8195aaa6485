/** How a resource looks before and after a write: read by its id, in little time, and never in the write's way. */
import { type ActionData, type Family, type FamilyData, type Field, isRead, offeredBy } from '../../catalogue/define.ts';
import { familyData, familyOf, findAction, splitName } from '../../catalogue/index.ts';
import type { Service } from '../../catalogue/services.ts';
import { isRecord } from '../../catalogue/validate.ts';
import { encode } from '../../catalogue/wire.ts';
import { Cancellation } from '../upstream/cancellation.ts';
import type { UpstreamClient } from '../upstream/client.ts';
import { pageOf } from '../upstream/evidence.ts';
import type { ApiCall } from '../upstream/signed-request.ts';
import type { NamedResource } from './record.ts';

/** Milliseconds that a reading may take. */
const readMs = 2_000;

/** Resources of one write that are read, and characters that are kept of what is read. */
const mostIds = 20;
const mostText = 64 * 1024;

/** Readings after writes that may be under way at once. */
const mostAtOnce = 8;

export type Observation =
  /** `by` is the call that told it. */
  | { readonly kind: 'read'; readonly by: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }
  /** `why`: a code of the cloud's or of ours. */
  | { readonly kind: 'not-read'; readonly why: string };

const notRead = (why: string): Observation => ({ kind: 'not-read', why });

interface Question {
  readonly name: string;
  readonly data: ActionData;
  readonly params: Readonly<Record<string, unknown>>;
}

const never = new Cancellation();

export class Observer {
  readonly #upstream: UpstreamClient;
  readonly #originOf: (service: Service, region: string) => string;
  #running = 0;

  constructor(upstream: UpstreamClient, originOf: (service: Service, region: string) => string) {
    this.#upstream = upstream;
    this.#originOf = originOf;
  }

  /** The resources as the cloud tells them now; null where no reading by id is known for this write. */
  async read(call: ApiCall, data: ActionData, resources: readonly NamedResource[], person: string): Promise<Observation | null> {
    const ids = resources.filter(({ own }) => own).map(({ id }) => id);
    const question = questionFor(`${call.service}:${call.action}`, data, ids);
    if (question === null) return null;
    if (ids.length > mostIds) return notRead('TooMany');
    if (this.#running >= mostAtOnce) return notRead('Busy');
    this.#running += 1;
    try {
      return await this.#ask(call, question, ids, person);
    } finally {
      this.#running -= 1;
    }
  }

  async #ask(call: ApiCall, { name, data, params }: Question, ids: readonly string[], person: string): Promise<Observation> {
    const { service, action } = splitName(name);
    const encoded = encode(data, { ...params });
    const asked = {
      ...call,
      service,
      action,
      params: encoded,
      json: JSON.stringify(encoded),
      origin: this.#originOf(service, call.region),
    };
    const outcome = await this.#upstream.send(asked, { repeatable: true, cancellation: never, person, deadlineMs: readMs, once: true });
    if (outcome.kind === 'refused') {
      return /NotFound$/.test(outcome.refusal.code) ? { kind: 'read', by: name, rows: [] } : notRead(outcome.refusal.code);
    }
    if (outcome.kind === 'failed') return notRead(outcome.why);
    if (outcome.data.length > mostText) return notRead('TooLarge');
    const answer: unknown = JSON.parse(outcome.data);
    if (!data.paging) return { kind: 'read', by: name, rows: isRecord(answer) ? [answer] : [] };
    const wanted = new Set(ids);
    const rows = pageOf(data, outcome.data).rows.filter((row) =>
      Object.values(row).some((value) => typeof value === 'string' && wanted.has(value)),
    );
    return { kind: 'read', by: name, rows };
  }
}

/**
 * The family's read that takes the ids: the one that answers what the write sends (a group's rules), else the family's list.
 * Null where the write is about nothing that is there, or no read takes its ids.
 */
function questionFor(name: string, data: ActionData, ids: readonly string[]): Question | null {
  const family = familyOf(name);
  const facts: FamilyData | undefined = family === undefined ? undefined : familyData[family];
  if (family === undefined || facts === undefined || ids.length === 0) return null;
  const { service } = splitName(name);
  const questions = offeredBy(facts)
    .flat()
    .filter((other) => splitName(other).service === service)
    .flatMap((other) => {
      const read = findAction(other);
      const params = read && isRead(read) ? paramsByIds(read, family, ids) : null;
      return read && params ? [{ name: other, data: read, params }] : [];
    });
  const lists = [facts, ...Object.values(facts.variants ?? {})].flatMap(({ operations }) => operations.list ?? []);
  return (
    questions.find(({ data: { results } }) =>
      Object.keys(data.params).some((param) => Object.hasOwn(results, param) && !isId(data.params[param])),
    ) ??
    questions.find((question) => lists.includes(question.name)) ??
    null
  );
}

const isId = (field: Field | undefined): boolean => field?.kind === 'ref' || (field?.kind === 'list' && field.of.kind === 'ref');

/** Parameters of the read that ask for these ids alone, or null where it has none, or needs others too. */
function paramsByIds(read: ActionData, family: Family, ids: readonly string[]): Record<string, unknown> | null {
  const fits = (field: Field): boolean =>
    field.kind === 'ref' && field.family === family && (field.prefix === undefined || ids.every((id) => id.startsWith(`${field.prefix}-`)));
  const params: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(read.params)) {
    const isList = field.kind === 'list' && fits(field.of);
    if (isList || (fits(field) && ids.length === 1)) params[name] = isList ? [...ids] : ids[0];
    else if (field.kind === 'filters') {
      const key = Object.entries(field.keys).find(([, inner]) => fits(inner))?.[0];
      if (key !== undefined) params[name] = [{ Name: key, Values: [...ids] }];
    }
    if (Object.keys(params).length > 0) break;
  }
  const lacking = Object.entries(read.params).some(([name, field]) => field.required && !Object.hasOwn(params, name));
  if (Object.keys(params).length === 0 || lacking) return null;
  return read.paging ? { ...params, [read.paging.limit]: read.paging.max } : params;
}
