/**
 * A ledger of the creates that this server has sent: which of them look alike, and which ids their answers gave out. When one
 * answer is lost, the ledger keeps another create's resource from being taken for this one's.
 */
import { type ActionData, isRead } from '../../catalogue/define.ts';
import { familyOf } from '../../catalogue/index.ts';
import type { ApiCall } from './signed-request.ts';

/** Milliseconds in which a create of unknown outcome may still take effect. */
const lateEffectMs = 30 * 60_000;

/** Ids that are remembered; the oldest are forgotten first. */
const mostIds = 20_000;

/** Creates without an outcome that are remembered for each likeness. */
const mostUnresolved = 50;

interface Attempt {
  state: 'open' | 'unresolved';
  at: number;
}

export interface CreateClaim {
  /** True while another create that looks like this one is under way, or may still take effect. */
  readonly isContested: () => boolean;
  /** It was answered: what its answer names is nobody else's. */
  readonly answered: (data: unknown) => void;
  /** It was refused, or is known not to be done. */
  readonly failed: () => void;
  /** What became of it is not known. */
  readonly unresolved: () => void;
}

export class CreateLedger {
  readonly #attempts = new Map<string, Set<Attempt>>();
  readonly #ids = new Set<string>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Before anything is sent. */
  begin(call: ApiCall, data: ActionData): CreateClaim {
    const key = likeness(call, data);
    const attempt: Attempt = { state: 'open', at: this.#now() };
    const alike = this.#attempts.get(key) ?? new Set();
    this.#attempts.set(key, alike.add(attempt));
    const end = (): void => {
      alike.delete(attempt);
      if (alike.size === 0) this.#attempts.delete(key);
    };
    return {
      isContested: () => this.#isContested(alike, attempt),
      answered: (answer) => {
        this.#handOut(answer);
        end();
      },
      failed: end,
      unresolved: () => {
        attempt.state = 'unresolved';
        attempt.at = this.#now();
        const waiting = [...alike].filter(({ state }) => state === 'unresolved');
        if (waiting[0] && waiting.length > mostUnresolved) alike.delete(waiting[0]);
        setTimeout(end, lateEffectMs).unref();
      },
    };
  }

  isHandedOut(id: string): boolean {
    return this.#ids.has(id);
  }

  #isContested(alike: ReadonlySet<Attempt>, own: Attempt): boolean {
    return [...alike].some((other) => other !== own && (other.state === 'open' || this.#now() - other.at < lateEffectMs));
  }

  #handOut(answer: unknown): void {
    for (const text of textsIn(answer, 4)) {
      this.#ids.delete(text);
      this.#ids.add(text);
    }
    for (const id of this.#ids) {
      if (this.#ids.size <= mostIds) break;
      this.#ids.delete(id);
    }
  }
}

/** Every text in an answer, to a depth: among them are the ids. */
function* textsIn(value: unknown, depth: number): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null && depth > 0) for (const one of Object.values(value)) yield* textsIn(one, depth - 1);
}

/**
 * What two creates have in common when their rows cannot be told apart: whose they are, where, of which family, and the values
 * that the look-up asks and compares. Both generations of the API make the same things, so the action is no part of it.
 */
function likeness({ account, region, service, action, params }: ApiCall, { lookUp }: ActionData): string {
  const names = [...Object.values(lookUp?.where ?? {}), ...Object.values(lookUp?.compare ?? {})];
  const values = names.map((name) => JSON.stringify(params[name] ?? name)).sort();
  return JSON.stringify([account.binding(), region, familyOf(`${service}:${action}`) ?? action, values]);
}

/** Whether a lost answer of this write would be looked for among rows that others may have made. */
export const isCreate = (data: ActionData): boolean => !isRead(data) && data.lookUp?.expect === 'exists';
