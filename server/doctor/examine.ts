/**
 * What can be found out about a set-up by reading alone: keys and where they come from, who they are, the clock, regions,
 * and each list once. Nothing is written anywhere.
 */
import type { Dialect } from '../../catalogue/binding.ts';
import type { ActionData } from '../../catalogue/define.ts';
import { findAction, splitName } from '../../catalogue/index.ts';
import { laterRegions, regions } from '../../catalogue/regions.ts';
import { rowsAt } from '../../catalogue/rows.ts';
import { type Service, services } from '../../catalogue/services.ts';
import { isRecord } from '../../catalogue/validate.ts';
import type { Account } from '../accounts/account.ts';
import { identify } from '../accounts/identity.ts';
import { KeysUnavailable } from '../accounts/keys.ts';
import type { CloudWay } from '../cloud.ts';
import { createRedactor } from '../redact.ts';
import { Cancellation } from '../upstream/cancellation.ts';
import type { CallOutcome } from '../upstream/client.ts';
import { describeFailure } from '../upstream/failure.ts';
import { type Differences, differencesOf } from './differences.ts';
import { type Question, questionsFor } from './questions.ts';

/** `fail`: something does not work. `warn`: it works, and somebody should know. */
export type Status = 'ok' | 'warn' | 'fail';

export interface Finding {
  readonly check: 'dialect' | 'endpoints' | 'keys' | 'identity' | 'clock' | 'regions' | 'list';
  readonly status: Status;
  readonly account: string;
  /** A sentence, without keys. */
  readonly says: string;
  /** The action that was asked. */
  readonly action?: string;
  readonly code?: string;
  readonly requestId?: string;
  /** How many rows the cloud has, where it tells. */
  readonly total?: number;
  readonly differences?: Differences;
}

interface ExamineOptions {
  readonly cloud: CloudWay;
  readonly region: string;
  /** Which lists there are: those that pages of the account would ask. */
  readonly dialect: Dialect;
  /** Told as each becomes known. */
  readonly onFinding: (finding: Finding) => void;
  /** Milliseconds that one question may take. */
  readonly deadlineMs: number;
}

/** Lists asked at once: a person waits, and other tools of the account want to be served too. */
const atOnce = 4;
/** A service that has not answered so many questions is not asked the rest: each would take its whole time. */
const mostUnanswered = 3;
/** A Date header counts whole seconds, and an answer takes a while. */
const soundOffsetMs = 30_000;

/** Findings for one account, in the order of the checks. Rejects only for a defect of ours. */
export async function examine(account: Account, options: ExamineOptions): Promise<void> {
  const doctor = new Examination(account, options);
  doctor.dialect();
  doctor.endpoints();
  if (!(await doctor.keys())) return;
  const identity = await doctor.identity();
  if (identity === 'wrong-keys') return;
  const hasRegions = await doctor.regions();
  // A service that did not answer told no time.
  const told = identity === 'answered' ? 'sts' : hasRegions ? 'region' : null;
  if (told !== null) doctor.clock(told);
  await doctor.lists();
}

type Answer = { readonly data: Readonly<Record<string, unknown>>; readonly requestId: string | null };
type Failure = { readonly code: string; readonly message: string; readonly requestId: string | null; readonly unanswered: boolean };

class Examination {
  readonly #account: Account;
  readonly #options: ExamineOptions;
  readonly #clean: (text: string) => string;
  readonly #questions: readonly Question[];
  /** The first id with each prefix that a list told of, and the first of each kind. */
  readonly #known = new Map<string, string>();

  constructor(account: Account, options: ExamineOptions) {
    this.#account = account;
    this.#options = options;
    this.#clean = createRedactor(() => account.secrets());
    this.#questions = questionsFor(options.dialect);
  }

  #tell(finding: Omit<Finding, 'account'>): void {
    this.#options.onFinding({ ...finding, says: this.#clean(finding.says), account: this.#account.id });
  }

  dialect(): void {
    const says = {
      today: 'API 3.0 of today.',
      documents:
        'The API of the documents: 3.0 of 2018, and that of 2017, which was retired in public in 2023. Leave out WEFT_DIALECT to speak that of today.',
    };
    this.#tell({ check: 'dialect', status: this.#options.dialect === 'today' ? 'ok' : 'warn', says: says[this.#options.dialect] });
  }

  /** Where calls of each service go that the region is about. */
  endpoints(): void {
    const { cloud, region } = this.#options;
    const asked = new Set<Service>(['sts', 'region', ...this.#questions.map(({ action }) => splitName(action).service)]);
    const says = [...asked].map((service) => `${service} at ${cloud.originOf(service, region)}`).join('; ');
    this.#tell({ check: 'endpoints', status: 'ok', says: `${says}.` });
  }

  /** Whether there are keys to sign with. */
  async keys(): Promise<boolean> {
    const { kind, source } = this.#account;
    const { upstream } = this.#options.cloud;
    try {
      await upstream.readied(this.#account);
    } catch (error) {
      if (!(error instanceof KeysUnavailable)) throw error;
      this.#tell({ check: 'keys', status: 'fail', code: 'CredentialsUnavailable', says: `${source}: ${error.message}` });
      return false;
    }
    const ways = {
      static: 'keys that stay',
      file: 'keys of a login',
      'assume-role': 'a role by STS',
      'cvm-role': 'the role of this machine',
      'web-identity': 'the role of this pod',
    };
    this.#tell({ check: 'keys', status: 'ok', says: `${source}: ${ways[kind]}.` });
    return true;
  }

  /** Whether the cloud knows the keys. Where it cannot be asked, the rest is asked all the same. */
  async identity(): Promise<'answered' | 'wrong-keys' | 'not-asked'> {
    const { cloud, region } = this.#options;
    const found = await identify(this.#account, {
      send: (call, how) => cloud.upstream.send(call, this.#within(how)),
      originOf: cloud.originOf,
      region,
    });
    if ('uin' in found) {
      this.#tell({ check: 'identity', status: 'ok', says: `${found.arn || 'An identity without an ARN'} of account ${found.uin}.` });
      return 'answered';
    }
    const { code, message, requestId } = this.#failureOf(found);
    const keysAreWrong = /^AuthFailure(?!\.UnauthorizedOperation)/.test(code) || code === 'CredentialsUnavailable';
    const remedy = keysAreWrong ? 'Check the keys: they may be disabled, deleted or those of another site.' : wayRemedy(code);
    this.#tell({ check: 'identity', status: 'fail', code, says: `${code}: ${message} ${remedy}`, ...idOf(requestId) });
    if (keysAreWrong) return 'wrong-keys';
    return code.startsWith('Cloud') ? 'not-asked' : 'answered';
  }

  /** By the service that answered. */
  clock(service: 'sts' | 'region'): void {
    const { upstream, originOf } = this.#options.cloud;
    const now = upstream.now();
    const offset = upstream.cloudTimeOf(originOf(service, this.#options.region), now) - now;
    const seconds = Math.round(Math.abs(offset) / 1_000);
    if (Math.abs(offset) < soundOffsetMs) this.#tell({ check: 'clock', status: 'ok', says: 'This machine’s clock goes with the cloud’s.' });
    else {
      const where = offset > 0 ? 'behind' : 'ahead of';
      this.#tell({
        check: 'clock',
        status: 'warn',
        says: `This machine’s clock is ${seconds} s ${where} the cloud’s. Weft mends its signatures; other tools may be refused. Set the clock.`,
      });
    }
  }

  /** Whether they were told. */
  async regions(): Promise<boolean> {
    const action = 'region:DescribeRegions';
    const asked = await this.#ask(action, { Product: 'vpc' });
    if ('code' in asked) {
      this.#tellFailure('regions', action, asked);
      return false;
    }
    const rows = rowsOf(asked.data.RegionSet);
    const names = rows.map(({ Region }) => Region).filter((name) => typeof name === 'string');
    const unnamed = names.filter((name) => !Object.hasOwn(regions, name) && !laterRegions.includes(name));
    const here = names.length === 0 || names.includes(this.#options.region);
    const says = [
      `${names.length} regions.`,
      ...(unnamed.length > 0 ? [`Weft has no names for ${unnamed.join(', ')}; they can be opened by their codes.`] : []),
      ...(here ? [] : [`${this.#options.region} is none of them. Set TENCENTCLOUD_REGION to one that is.`]),
    ].join(' ');
    this.#tell({ check: 'regions', status: here && names.length > 0 ? 'ok' : 'warn', action, says, ...idOf(asked.requestId) });
    return true;
  }

  /** Each list once, then those of a part of something with the first one that was told. */
  async lists(): Promise<void> {
    const unanswered = new Map<Service, number>();
    await this.#askAll(
      this.#questions.filter(({ of }) => of === undefined),
      unanswered,
    );
    const parts = this.#questions.filter(({ of }) => of !== undefined);
    const isAskable = ({ of }: Question): boolean => of !== undefined && this.#known.has(keyOf(of));
    await this.#askAll(parts.filter(isAskable), unanswered);
    const isAnyUnanswered = [...unanswered.values()].some((count) => count >= mostUnanswered);
    const left = parts.filter((question) => !isAskable(question)).map(({ action }) => action);
    if (left.length > 0 && !isAnyUnanswered)
      this.#tell({ check: 'list', status: 'ok', says: `Not asked, for nothing is known that they could be asked of: ${left.join(', ')}.` });
  }

  async #askAll(questions: readonly Question[], unanswered: Map<Service, number>): Promise<void> {
    const waiting = [...questions];
    const skipped = new Map<Service, string[]>();
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { service } = splitName(next.action);
        const before = unanswered.get(service) ?? 0;
        if (before >= mostUnanswered) skipped.set(service, [...(skipped.get(service) ?? []), next.action]);
        else if (!(await this.#askOne(next))) unanswered.set(service, (unanswered.get(service) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    for (const [service, actions] of skipped) {
      const of = services[service].protocol === 'api2017' ? 'The 2017 API' : 'The cloud';
      this.#tell({ check: 'list', status: 'fail', says: `${of} does not answer: ${actions.length} more lists were not asked.` });
    }
  }

  /** Whether anything answered. */
  async #askOne({ action, of, prefixes }: Question): Promise<boolean> {
    const id = of && this.#known.get(keyOf(of));
    const asked = await this.#ask(action, of ? { [of.param]: of.isList ? [id] : id } : {});
    if ('code' in asked) this.#tellFailure('list', action, asked, of !== undefined);
    else {
      this.#tellList(action, asked);
      this.#noteFirst(action, prefixes, asked.data);
    }
    return !('code' in asked && asked.unanswered);
  }

  #noteFirst(action: string, prefixes: readonly string[], data: Answer['data']): void {
    const rows = rowsOf(rowsAt(findAction(action) as ActionData, data)?.rows);
    for (const prefix of prefixes) {
      const isId = (value: unknown): value is string => typeof value === 'string' && value.startsWith(`${prefix}-`);
      const note = (key: string, of: typeof rows): void => {
        const id = of.flatMap((row) => Object.values(row).find(isId) ?? [])[0];
        if (id !== undefined && !this.#known.has(key)) this.#known.set(key, id);
      };
      note(prefix, rows);
      for (const { of } of this.#questions) {
        const { kind } = of ?? {};
        if (of?.prefix === prefix && kind)
          note(
            keyOf(of),
            rows.filter((row) => row[kind.field] === kind.value),
          );
      }
    }
  }

  #tellList(name: string, { data, requestId }: Answer): void {
    const action = findAction(name) as ActionData;
    const found = rowsAt(action, data);
    const total = typeof found?.total === 'number' ? found.total : found?.rows.length;
    const differences = differencesOf(action, data);
    const { unknownFields, unknownValues, missing } = differences;
    const notes = [
      ...(unknownFields.length > 0 ? [`unknown fields: ${unknownFields.join(', ')}.`] : []),
      ...(unknownValues.length > 0 ? [`unknown values: ${unknownValues.join(', ')}.`] : []),
      ...(missing.length > 0 ? [`not there, or of another type: ${missing.join(', ')}.`] : []),
    ];
    const counted = `rows: ${total ?? 'unknown how many'}.`;
    const says = [action.kind === 'list' ? counted : 'Answered.', ...notes].join(' ');
    const status = unknownValues.length > 0 || missing.length > 0 ? 'warn' : 'ok';
    this.#tell({ check: 'list', status, action: name, says, differences, ...(total === undefined ? {} : { total }), ...idOf(requestId) });
  }

  /** `isOfOne`: it was asked about one thing, which may be of a kind that has no such part. */
  #tellFailure(check: Finding['check'], action: string, { code, message, requestId }: Failure, isOfOne = false): void {
    const permission = /Unauthorized|^OperationDenied|\.?NoPermission/.test(code);
    const isRetired = code.startsWith('Cloud') && services[splitName(action).service].protocol === 'api2017';
    const remedy = permission
      ? `Allow ${action} to this identity, or do without its pages.`
      : isRetired
        ? 'The 2017 API was retired in public in 2023: leave out WEFT_DIALECT.'
        : wayRemedy(code);
    this.#tell({
      check,
      status: permission || (isOfOne && /^(?:InvalidParameter|UnsupportedOperation|ResourceNotFound)/.test(code)) ? 'warn' : 'fail',
      action,
      code,
      says: `${code}: ${message} ${remedy}`.trim(),
      ...idOf(requestId),
    });
  }

  async #ask(name: string, params: Readonly<Record<string, unknown>>): Promise<Answer | Failure> {
    const { cloud, region } = this.#options;
    const { service, action } = splitName(name);
    const origin = cloud.originOf(service, region);
    const call = { service, action, region, params, json: JSON.stringify(params), account: this.#account, origin };
    const outcome = await cloud.upstream.send(call, this.#within({ repeatable: true, cancellation: new Cancellation(), person: 'doctor' }));
    if (outcome.kind !== 'success') return this.#failureOf(outcome);
    const data: unknown = JSON.parse(outcome.data);
    return { data: isRecord(data) ? data : {}, requestId: outcome.requestId };
  }

  #within<T extends object>(how: T): T & { readonly deadlineMs: number } {
    return { ...how, deadlineMs: this.#options.deadlineMs };
  }

  #failureOf(outcome: CallOutcome): Failure {
    if (outcome.kind === 'success') return { code: 'CloudUnreadable', message: '', requestId: outcome.requestId, unanswered: false };
    const { error } = describeFailure(outcome, 'read');
    const unanswered = outcome.kind === 'failed' && outcome.why !== 'unreadable' && outcome.why !== 'no-keys';
    return { code: this.#clean(error.code), message: this.#clean(error.message).slice(0, 300), requestId: error.requestId, unanswered };
  }
}

/** Under which the first id is kept that a question may be asked of. */
const keyOf = ({ prefix, kind }: NonNullable<Question['of']>): string => (kind ? `${prefix} ${kind.value}` : prefix);

const idOf = (requestId: string | null) => (requestId === null ? {} : { requestId });

const rowsOf = (value: unknown): Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value.filter(isRecord) : []);

function wayRemedy(code: string): string {
  if (code === 'CloudUnreachable.Proxy') return 'Check HTTPS_PROXY and NO_PROXY.';
  if (code === 'CloudUnreachable.Tls') return 'Behind a proxy that opens TLS, name its authority in WEFT_CA_FILE.';
  if (code.startsWith('Cloud')) return 'Check the network of this machine, HTTPS_PROXY and WEFT_ENDPOINTS.';
  if (code === 'UnsupportedRegion') return 'Set TENCENTCLOUD_REGION to a region that the account has.';
  return '';
}
