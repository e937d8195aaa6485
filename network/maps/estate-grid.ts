/** Where cards stand: accounts are bands of rows, regions are runs of columns, the same in all accounts. */
import { byText } from './order.ts';

export interface GridNode {
  readonly key: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  /** Two of these share a place. */
  readonly small: boolean;
  readonly exits: number;
}

export interface GridPlace {
  /** Of all rows, of all columns. */
  readonly row: number;
  readonly column: number;
  /** The second of a place that two share. */
  readonly second: boolean;
}

export interface EstateGrid {
  readonly accounts: readonly { readonly account: string; readonly from: number; readonly rows: number }[];
  readonly regions: readonly { readonly region: string; readonly from: number; readonly columns: number }[];
  readonly places: ReadonlyMap<string, GridPlace>;
}

type Ends = readonly (readonly [string, string])[];

/** A cell of an account's part of a region: the cards in it. */
interface Field {
  readonly row: number;
  readonly column: number;
  keys: string[];
}

const count = <T>(rows: readonly T[], is: (row: T) => boolean): number => rows.filter(is).length;
const cellsOf = (nodes: readonly GridNode[]): number =>
  count(nodes, ({ small }) => !small) + Math.ceil(count(nodes, ({ small }) => small) / 2);

/** By how much is joined, then how much there is. */
function sorted(nodes: readonly GridNode[], of: 'account' | 'region', linked: ReadonlySet<string>): string[] {
  const names = nodes.map((node) => node[of]);
  const rank = (name: string): readonly [number, number] => {
    const own = nodes.filter((node) => node[of] === name);
    return [count(own, ({ key }) => linked.has(key)), own.length];
  };
  return [...new Set(names)].sort((a, b) => {
    const [[x, n], [y, m]] = [rank(a), rank(b)];
    return y - x || m - n || byText(a, b);
  });
}

/** Accounts that are joined stand one after the other: the next is the one with most links to those that stand already. */
function besideJoined(accounts: readonly string[], nodes: readonly GridNode[], ends: Ends): string[] {
  const accountOf = new Map(nodes.map(({ key, account }) => [key, account]));
  const pairs = ends.map((pair) => pair.map((key) => accountOf.get(key) ?? ''));
  const [first, ...rest] = accounts;
  const placed = first === undefined ? [] : [first];
  while (rest.length > 0) {
    const links = (account: string): number =>
      count(pairs, ([a = '', b = '']) => (a === account && placed.includes(b)) || (b === account && placed.includes(a)));
    const next = rest.reduce((best, one) => (links(one) > links(best) ? one : best));
    rest.splice(rest.indexOf(next), 1);
    placed.push(next);
  }
  return placed;
}

/** How far two joined cards are from each other: what stands between counts. */
function apart(a: Field, b: Field, held: (row: number, column: number) => boolean): number {
  const [rows, columns] = [Math.abs(a.row - b.row), Math.abs(a.column - b.column)];
  let between = false;
  if (rows === 0) for (let at = Math.min(a.column, b.column) + 1; at < Math.max(a.column, b.column); at += 1) between ||= held(a.row, at);
  if (columns === 0) for (let at = Math.min(a.row, b.row) + 1; at < Math.max(a.row, b.row); at += 1) between ||= held(at, a.column);
  return rows + 1.1 * columns + (between ? 1.2 : 0);
}

/** Swaps cards of one account and region while what is joined comes nearer. */
function settleCards(groups: readonly (readonly Field[])[], ends: Ends): void {
  const all = groups.flat();
  const at = new Map(all.flatMap((field) => field.keys.map((key) => [key, field] as const)));
  const byPlace = new Map(all.map((field) => [`${field.row} ${field.column}`, field]));
  const held = (row: number, column: number): boolean => (byPlace.get(`${row} ${column}`)?.keys.length ?? 0) > 0;
  const joined = new Map<string, string[]>();
  for (const [a, b] of ends) {
    joined.set(a, [...(joined.get(a) ?? []), b]);
    joined.set(b, [...(joined.get(b) ?? []), a]);
  }
  const costOf = (key: string | undefined): number => {
    const field = key === undefined ? undefined : at.get(key);
    if (!field || key === undefined) return 0;
    const others = joined.get(key) ?? [];
    return others.reduce(
      (sum, other) => {
        const far = at.get(other);
        return far ? sum + apart(field, far, held) : sum;
      },
      0.6 * others.length * field.row,
    );
  };
  const swap = (a: Field, b: Field): void => {
    [a.keys, b.keys] = [b.keys, a.keys];
    for (const field of [a, b]) for (const key of field.keys) at.set(key, field);
  };
  for (let round = 0; round < 6; round += 1) {
    let better = false;
    for (const fields of groups) {
      for (const [i, a] of fields.entries()) {
        for (const b of fields.slice(i + 1)) {
          if (a.keys.length + b.keys.length === 0) continue;
          const both = (): number => costOf(a.keys[0]) + costOf(b.keys[0]);
          const before = both();
          swap(a, b);
          if (both() < before - 1e-9) better = true;
          else swap(a, b);
        }
      }
    }
    if (!better) return;
  }
}

/** Higher than this a picture is wider than its room before it grows on. */
const mostRows = 12;
/** So many times its room. */
const mostWider = 3;

/** As many columns for each region as keep every account within few rows, and the whole within `room` columns where that can be. */
function columnsFor(regions: readonly string[], accounts: readonly string[], nodes: readonly GridNode[], room: number): number[] {
  const cells = regions.map((region) =>
    Math.max(1, ...accounts.map((account) => cellsOf(nodes.filter((node) => node.region === region && node.account === account)))),
  );
  for (let rows = 3; ; rows += 1) {
    const columns = cells.map((n) => Math.ceil(n / rows));
    const sum = columns.reduce((all, n) => all + n, 0);
    if (sum <= (rows < mostRows ? room : room * mostWider) || sum === columns.length) return columns;
  }
}

/** What nothing else tells apart is found by its name. */
const byName = (a: GridNode, b: GridNode): number => byText(a.name, b.name) || byText(a.key, b.key);

/** In the order in which they take places where nothing is joined: what needs a whole place first. */
export const placesAmong = (nodes: readonly GridNode[]): GridNode[] =>
  [...nodes].sort((a, b) => Number(a.small) - Number(b.small) || b.exits - a.exits || byName(a, b));

/** The places of an account in a region, from a row and a column on. */
const placesFrom = (row: number, column: number, rows: number, wide: number): Field[] =>
  Array.from({ length: rows * wide }, (_, at) => ({ row: row + Math.floor(at / wide), column: column + (at % wide), keys: [] }));

/** The grid of all cards. `room`: how many columns the picture is wide. */
export function gridOf(nodes: readonly GridNode[], ends: Ends, room: number): EstateGrid {
  const linked = new Set(ends.flat());
  const degree = new Map<string, number>();
  for (const key of ends.flat()) degree.set(key, (degree.get(key) ?? 0) + 1);
  const regions = sorted(nodes, 'region', linked);
  const accounts = besideJoined(sorted(nodes, 'account', linked), nodes, ends);
  const columns = columnsFor(regions, accounts, nodes, room);
  const firstColumn = columns.map((_, at) => columns.slice(0, at).reduce((sum, n) => sum + n, 0));
  let row = 0;
  const bands: EstateGrid['accounts'][number][] = [];
  const groups: Field[][] = [];
  const smalls: { readonly fields: readonly Field[]; readonly keys: readonly string[] }[] = [];
  for (const account of accounts) {
    const own = regions.map((region) => nodes.filter((node) => node.account === account && node.region === region));
    const rows = Math.max(1, ...own.map((held, at) => Math.ceil(cellsOf(held) / (columns[at] ?? 1))));
    own.forEach((held, at) => {
      const fields = placesFrom(row, firstColumn[at] ?? 0, rows, columns[at] ?? 1);
      const big = held
        .filter(({ small }) => !small)
        .sort((a, b) => (degree.get(b.key) ?? 0) - (degree.get(a.key) ?? 0) || b.exits - a.exits || byName(a, b));
      for (const [place, { key }] of big.entries()) fields[place]?.keys.push(key);
      groups.push(fields);
      smalls.push({
        fields,
        keys: held
          .filter(({ small }) => small)
          .sort(byName)
          .map(({ key }) => key),
      });
    });
    bands.push({ account, from: row, rows });
    row += rows;
  }
  settleCards(groups, ends);
  for (const { fields, keys } of smalls) {
    const free = fields.filter((field) => field.keys.length === 0);
    for (const [at, key] of keys.entries()) free[Math.floor(at / 2)]?.keys.push(key);
  }
  return {
    accounts: bands,
    regions: regions.map((region, at) => ({ region, from: firstColumn[at] ?? 0, columns: columns[at] ?? 1 })),
    places: new Map(
      groups
        .flat()
        .flatMap((field) => field.keys.map((key, at) => [key, { row: field.row, column: field.column, second: at === 1 }] as const)),
    ),
  };
}
