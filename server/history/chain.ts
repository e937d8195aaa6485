/** Appends records to the one chain of an installation. Those that come while the database is busy go in together. */
import type { Transaction } from 'kysely';
import type { HistoryTable, StoreSchema } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { closedCode, plainText, type RecordDraft, sealOf } from './record.ts';

/** Records of one transaction at most. */
const mostTogether = 100;

interface QueuedRecord {
  readonly draft: RecordDraft;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class Chain {
  readonly #store: Store;
  readonly #redact: (text: string) => string;
  readonly #waiting: QueuedRecord[] = [];
  #running = false;

  constructor(store: Store, redact: (text: string) => string) {
    this.#store = store;
    this.#redact = redact;
  }

  /** Resolves when the record is durable; rejects when it is not in the chain. */
  append(draft: RecordDraft): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ draft, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, mostTogether);
      try {
        await this.#store.db.transaction().execute((step) =>
          this.#write(
            step,
            batch.map(({ draft }) => draft),
          ),
        );
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#running = false;
  }

  async #write(step: Transaction<StoreSchema>, drafts: readonly RecordDraft[]): Promise<void> {
    const head = await step
      .selectFrom('historyHead')
      .select(['seq', 'hash'])
      .where('id', '=', 1)
      // Of several servers one appends at a time. The embedded database's transactions are alone anyway.
      .$if(this.#store.kind === 'postgres', (query) => query.forUpdate())
      .executeTakeFirstOrThrow();
    const fresh = await this.#withoutKnown(step, drafts);
    if (fresh.length === 0) return;
    let { seq, hash } = head;
    const rows: HistoryTable[] = [];
    for (const draft of fresh) {
      const row = { ...this.#factsOf(draft), prev: hash };
      seq += 1;
      hash = sealOf(row);
      rows.push({ ...row, seq, hash });
    }
    await step.insertInto('history').values(rows).execute();
    const resources = fresh.flatMap(({ entry, resources }) =>
      resources.map(({ id, family, own }) => ({ entry, resource: plainText(id), family, own: own ? 1 : 0 })),
    );
    if (resources.length > 0) {
      await step
        .insertInto('historyResources')
        .values(resources)
        .onConflict((clash) => clash.columns(['entry', 'resource']).doNothing())
        .execute();
    }
    await step.updateTable('historyHead').set({ seq, hash }).where('id', '=', 1).execute();
  }

  /**
   * A record of an entry is there once. A server that was taken for dead may tell an outcome that another has closed as unknown:
   * what it tells is kept beside that, and is what counts.
   */
  async #withoutKnown(step: Transaction<StoreSchema>, drafts: readonly RecordDraft[]): Promise<readonly RecordDraft[]> {
    const repeatable = drafts.filter(({ kind }) => kind === 'outcome' || kind === 'state').map(({ entry }) => entry);
    if (repeatable.length === 0) return drafts;
    const known = await step.selectFrom('history').select(['entry', 'kind', 'code']).where('entry', 'in', repeatable).execute();
    const codes = new Map(known.map(({ entry, kind, code }) => [`${kind} ${entry}`, code]));
    return drafts.flatMap((draft): RecordDraft[] => {
      const { kind, entry, code } = draft;
      if (!codes.has(`${kind} ${entry}`)) {
        codes.set(`${kind} ${entry}`, code);
        return [draft];
      }
      const isLate = kind === 'outcome' && code !== closedCode && codes.get(`outcome ${entry}`) === closedCode;
      if (!isLate || codes.has(`late ${entry}`)) return [];
      codes.set(`late ${entry}`, code);
      return [{ ...draft, kind: 'late' }];
    });
  }

  #factsOf({ resources, body, ...facts }: RecordDraft): Omit<HistoryTable, 'seq' | 'prev' | 'hash'> {
    const clean = Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? plainText(this.#redact(value)) : value]);
    // Of the same type as before: only texts were cleaned.
    return { ...(Object.fromEntries(clean) as typeof facts), body: this.#redact(JSON.stringify({ ...body, resources })) };
  }
}
