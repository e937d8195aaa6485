/** What people were told of their writes, held against what the cloud has in the end. */

export type ToldOutcome = 'done' | 'not-done' | 'unknown';

/** An answer of the server's, or null where it was killed before one came: then nobody knows. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

interface ErrorBody {
  readonly error?: { readonly code?: string; readonly outcome?: string };
}

/** What an answer tells about a write; a sentence where it tells nothing that a person could act on. */
function toldBy(answer: Answer | null): ToldOutcome | { readonly fault: string } {
  if (answer === null) return 'unknown';
  const { error } = (answer.body ?? {}) as ErrorBody;
  if (answer.status === 200) return 'done';
  if (error?.code === undefined) return { fault: `an answer ${answer.status} without a code` };
  if (error.outcome === 'not-done' || error.outcome === 'unknown') return error.outcome;
  // The cloud refused it, or nothing was ever sent.
  if (answer.status === 422 || answer.status === 429 || answer.status === 400) return 'not-done';
  return { fault: `an answer ${answer.status} ${error.code} that says no outcome` };
}

interface Group {
  done: number;
  unknown: number;
  readonly ids: string[];
}

/** Creates by what was to be made, changes by what they were to leave. */
export class Ledger {
  readonly #creates = new Map<string, Group>();
  readonly #values = new Map<string, Set<string>>();
  readonly #removals = new Map<string, ToldOutcome>();
  readonly #asked = new Map<string, Answer | null>();
  readonly faults: string[] = [];
  readonly counts: Record<ToldOutcome, number> = { done: 0, 'not-done': 0, unknown: 0 };

  /** Every write by its reason, whatever became of it. */
  asked(reason: string, answer: Answer | null): void {
    this.#asked.set(reason, answer);
  }

  /** What of the history disagrees with what people were told. `entries`: outcomes of its writes by their reasons, each time it is there. */
  checkHistory(entries: ReadonlyMap<string, readonly string[]>): string[] {
    const found: string[] = [];
    for (const [reason, answer] of this.#asked) {
      const outcomes = entries.get(reason) ?? [];
      if (outcomes.length > 1) found.push(`${reason} is in the history ${outcomes.length} times`);
      const [outcome] = outcomes;
      const told = toldBy(answer);
      if (outcome === undefined) {
        // What never went out needs no entry; of what went out nothing may be missing.
        if (answer !== null && told !== 'not-done') found.push(`${reason}, told as ${JSON.stringify(told)}, is not in the history`);
      } else if (outcome === 'open') found.push(`${reason} has no outcome in the history`);
      else if (answer !== null && told !== (outcome === 'refused' ? 'not-done' : outcome))
        found.push(`${reason} is "${outcome}" in the history, told was ${JSON.stringify(told)}`);
    }
    for (const reason of entries.keys()) if (!this.#asked.has(reason)) found.push(`nobody asked for ${reason}, which is in the history`);
    return found;
  }

  #told(what: string, answer: Answer | null): ToldOutcome | null {
    const told = toldBy(answer);
    if (typeof told !== 'string') {
      this.faults.push(`${what}: ${told.fault}`);
      return null;
    }
    this.counts[told] += 1;
    return told;
  }

  /** `key`: what tells it from others, so that equal ones are counted together. */
  created(key: string, answer: Answer | null, id: string | null): ToldOutcome | null {
    const told = this.#told(`create ${key}`, answer);
    const group = this.#creates.get(key) ?? { done: 0, unknown: 0, ids: [] };
    this.#creates.set(key, group);
    if (told === 'done') group.done += 1;
    if (told === 'unknown') group.unknown += 1;
    if (told === 'done' && id !== null) group.ids.push(id);
    return told;
  }

  /** The value that a thing has once this is done; its changes are told one after the other. */
  changed(id: string, before: string, value: string, answer: Answer | null): void {
    const told = this.#told(`change ${id}`, answer);
    const possible = this.#values.get(id) ?? new Set([before]);
    this.#values.set(id, possible);
    // A write of which nobody knows may arrive late: its value stays possible for ever.
    if (told === 'done') {
      const late = [...possible].filter((one) => one.startsWith('?'));
      possible.clear();
      for (const one of [value, ...late]) possible.add(one);
    } else if (told === 'unknown') {
      possible.add(`?${value}`);
    }
  }

  removed(id: string, answer: Answer | null): ToldOutcome | null {
    const told = this.#told(`remove ${id}`, answer);
    if (told !== null && told !== 'not-done') this.#removals.set(id, told);
    return told;
  }

  /** What does not fit, in sentences. `rows`: what the cloud has, by id, with the key of what it is and its value now. */
  check(rows: ReadonlyMap<string, { readonly key: string; readonly value: string }>): string[] {
    const found: string[] = [];
    const counts = new Map<string, number>();
    for (const { key } of rows.values()) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const [key, { done, unknown, ids }] of this.#creates) {
      const gone = (certain: boolean): number =>
        ids.filter((id) => !rows.has(id) && (certain ? this.#removals.get(id) === 'done' : this.#removals.has(id))).length;
      const have = counts.get(key) ?? 0;
      const least = done - gone(false);
      const most = done + unknown - gone(true);
      if (have < least) found.push(`lost: ${key} was made ${done} times as told, ${have} are there`);
      if (have > most) found.push(`doubled: ${key} is there ${have} times, told were ${done} done and ${unknown} unknown`);
      if (new Set(ids).size < ids.length) found.push(`told twice: one thing was told as two creates of ${key}`);
      for (const id of ids) if (!rows.has(id) && !this.#removals.has(id)) found.push(`lost: ${id} (${key}) was told as made`);
    }
    for (const key of counts.keys()) if (!this.#creates.has(key)) found.push(`nobody made ${key}`);
    for (const [id, told] of this.#removals) if (told === 'done' && rows.has(id)) found.push(`${id} was told as removed and is there`);
    for (const [id, possible] of this.#values) {
      const row = rows.get(id);
      if (row && !possible.has(row.value) && !possible.has(`?${row.value}`)) {
        found.push(`${id} is "${row.value}", told was ${[...possible].join(' or ')}`);
      }
    }
    return found;
  }
}
