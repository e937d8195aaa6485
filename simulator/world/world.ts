/**
 * The world: every table of every account and region, and the list of what the request under way has changed.
 *
 * Requests run one after another (a handler never waits), so a transaction is: do it; when it throws, undo it; else hand
 * its changes to whoever keeps them.
 */
import { Clock } from './clock.ts';
import { type Randomness, resourceId, trueRandomness } from './ids.ts';
import type { Entry } from './sequence.ts';
import { type AnySpec, type OnChange, Table, type TableSpec } from './table.ts';

/** A row that was put, or deleted (null): table, scope ("uin/region", "uin/" or ""), id, row. */
export type Change = readonly [table: string, scope: string, id: string, row: unknown];

interface Undo {
  readonly table: Table<unknown>;
  readonly id: string;
  readonly before: Entry<unknown> | undefined;
}

interface WorldOptions {
  readonly tables: readonly AnySpec[];
  /** The machine's time in epoch milliseconds. */
  readonly machineTime?: () => number;
  /** Default: true randomness. */
  readonly random?: Randomness;
}

export class World {
  readonly clock: Clock;
  private currentRandom: Randomness;
  private readonly specs: ReadonlyMap<string, AnySpec>;
  /** By "table scope". */
  private readonly tables = new Map<string, Table<unknown>>();
  private readonly partitions = new Map<string, Partition>();
  private changes: Change[] = [];
  private undo: Undo[] = [];
  private recording = false;

  constructor(options: WorldOptions) {
    this.clock = new Clock(options.machineTime ?? Date.now);
    this.currentRandom = options.random ?? trueRandomness;
    this.specs = new Map(options.tables.map((spec) => [spec.name, spec]));
  }

  /** Where ids and choices come from. */
  get random(): Randomness {
    return this.currentRandom;
  }

  /** Runs `work` with ids drawn from somewhere else. */
  withRandomness<T>(random: Randomness, work: () => T): T {
    const usual = this.currentRandom;
    this.currentRandom = random;
    try {
      return work();
    } finally {
      this.currentRandom = usual;
    }
  }

  /** The tables of one account in one region. */
  partition(uin: string, region: string): Partition {
    const key = `${uin}/${region}`;
    const known = this.partitions.get(key);
    if (known) return known;
    const partition = new Partition(this, uin, region);
    this.partitions.set(key, partition);
    return partition;
  }

  /** A table that the whole world shares. */
  shared<R, I extends string>(spec: TableSpec<R, I>): Table<R, I> {
    return this.table(spec, '');
  }

  /** The table of a scope key. */
  table<R, I extends string>(spec: TableSpec<R, I>, scope: string): Table<R, I> {
    const key = `${spec.name} ${scope}`;
    // A map of tables of many rows cannot say which row is whose: a name stands for one declaration, so the types agree.
    const known = this.tables.get(key);
    if (known) return known as unknown as Table<R, I>;
    const table: Table<R, I> = new Table<R, I>(
      spec,
      this.recorder<R, I>(spec, scope, () => table),
    );
    this.tables.set(key, table as unknown as Table<unknown>);
    return table;
  }

  /** The declaration of a table by its name, or undefined. */
  spec(name: string): AnySpec | undefined {
    return this.specs.get(name);
  }

  allSpecs(): Iterable<AnySpec> {
    return this.specs.values();
  }

  /**
   * Runs `work` as one transaction: what it changed is undone when it throws.
   * @returns its result and its changes, all of them and in order, so that repeating them gives the same rows in the same
   * places. `revert` undoes them, as long as every later transaction has been undone before.
   */
  transact<T>(work: () => T): { result: T; changes: readonly Change[]; revert: () => void } {
    if (this.recording) throw new Error('transactions do not nest');
    this.recording = true;
    try {
      const result = work();
      const { undo } = this;
      return { result, changes: this.changes.length > 0 ? this.changes : none, revert: () => undoAll(undo) };
    } catch (error) {
      undoAll(this.undo);
      throw error;
    } finally {
      this.recording = false;
      if (this.changes.length > 0) this.changes = [];
      if (this.undo.length > 0) this.undo = [];
    }
  }

  /** A row as it was before the transaction under way; undefined when there was none. */
  rowBefore(spec: AnySpec, scope: string, id: string): unknown {
    const table: unknown = this.table(spec, scope);
    const first = this.undo.find((step) => step.table === table && step.id === id);
    return first ? first.before?.row : this.table(spec, scope).get(id);
  }

  /** Applies recorded changes, without recording them again. @throws Error on a table that is not declared. */
  apply(changes: readonly Change[]): void {
    for (const [name, scope, id, row] of changes) {
      const spec = this.specs.get(name);
      if (!spec) throw new Error(`there is no table "${name}"`);
      this.table(spec, scope).load(id, row ?? undefined);
    }
  }

  /**
   * Every row of every table, as they stand now, as changes. They may be read later: what happens meanwhile does not show,
   * because rows are never changed in place.
   */
  rows(): { readonly count: number; [Symbol.iterator](): Iterator<Change> } {
    const copies = [...this.tables].map(([key, table]) => ({ key, id: table.spec.id, rows: table.copy() }));
    return { count: copies.reduce((sum, { rows }) => sum + rows.length, 0), [Symbol.iterator]: () => changesOf(copies) };
  }

  /** Forgets everything. */
  clear(): void {
    this.tables.clear();
    this.partitions.clear();
  }

  /** Every scope key ("uin/region") in which the table has rows. */
  *scopesOf(spec: AnySpec): Generator<string> {
    const prefix = `${spec.name} `;
    for (const [key, table] of this.tables) if (key.startsWith(prefix) && table.size > 0) yield key.slice(prefix.length);
  }

  private recorder<R, I extends string>(spec: TableSpec<R, I>, scope: string, table: () => Table<R, I>): OnChange<R> {
    return (id, before, after) => {
      if (!this.recording) return;
      this.changes.push([spec.name, scope, id, after ?? null]);
      // It gets back the rows that it gave itself.
      this.undo.push({ table: table() as unknown as Table<unknown>, id, before });
    };
  }
}

const none: readonly Change[] = [];

function undoAll(steps: readonly Undo[]): void {
  for (const { table, id, before } of [...steps].reverse()) table.restore(id, before);
}

function* changesOf(
  copies: readonly { readonly key: string; readonly id: (row: unknown) => string; readonly rows: readonly unknown[] }[],
): Generator<Change> {
  for (const { key, id, rows } of copies) {
    const blank = key.indexOf(' ');
    const name = key.slice(0, blank);
    const scope = key.slice(blank + 1);
    for (const row of rows) yield [name, scope, id(row), row];
  }
}

/** One account in one region, as handlers see it. */
export class Partition {
  private readonly tables = new Map<string, Table<unknown>>();

  constructor(
    readonly world: World,
    readonly uin: string,
    readonly region: string,
  ) {}

  /** The account's rows of a table: of this region, of all regions, or everybody's, as the table's scope says. */
  table<R, I extends string>(spec: TableSpec<R, I>): Table<R, I> {
    // As in the world: a name stands for one declaration, so a table found by it holds that declaration's rows.
    const known = this.tables.get(spec.name);
    if (known) return known as unknown as Table<R, I>;
    const table = this.world.table(spec, this.scopeOf(spec));
    this.tables.set(spec.name, table as unknown as Table<unknown>);
    return table;
  }

  scopeOf(spec: Pick<AnySpec, 'scope'>): string {
    if (spec.scope === 'world') return '';
    return spec.scope === 'account' ? `${this.uin}/` : `${this.uin}/${this.region}`;
  }

  /** A resource id that the table does not have yet. */
  newId(spec: AnySpec, prefix: string): string {
    const table = this.table(spec);
    for (;;) {
      const id = resourceId(this.world.random, prefix);
      if (!table.has(id)) return id;
    }
  }
}
