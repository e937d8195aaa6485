/** A plan that changes with the estate: what has its place stays there, what is new takes a free one, ways that are known are kept. */
import type { LineCourse } from './estate-board.ts';
import { type EstateGrid, type GridNode, type GridPlace, placesAmong } from './estate-grid.ts';
import type { PlannedLine } from './estate-plan.ts';
import type { Channel } from './estate-ways.ts';

export interface KnownPlan {
  readonly grid: EstateGrid;
  readonly lines: readonly PlannedLine[];
  readonly ends: ReadonlyMap<string, readonly [string, string]>;
}

/** A place as it is told whatever stands above and left of it. */
interface OwnPlace {
  readonly account: string;
  readonly region: string;
  /** Within the account, and within the region. */
  readonly row: number;
  readonly column: number;
}

function ownPlace({ accounts, regions }: EstateGrid, { row, column }: GridPlace): OwnPlace | null {
  const account = accounts.find(({ from, rows }) => row >= from && row < from + rows);
  const region = regions.find(({ from, columns }) => column >= from && column < from + columns);
  if (!account || !region) return null;
  return { account: account.account, region: region.region, row: row - account.from, column: column - region.from };
}

interface Field {
  readonly row: number;
  readonly column: number;
  readonly nodes: GridNode[];
}

const fits = ({ nodes }: Field, { small }: GridNode): boolean =>
  nodes.length === 0 || (small && nodes.length === 1 && nodes[0]?.small === true);

/** What of an account stands in a region: known things where they were, the others in the first free place, in rows added where there is none. */
function fieldsFor(nodes: readonly GridNode[], columns: number, rows: number, known: ReadonlyMap<string, OwnPlace>): Field[] {
  const fields: Field[] = [];
  const addRow = (): void => {
    const row = fields.length / columns;
    for (let column = 0; column < columns; column += 1) fields.push({ row, column, nodes: [] });
  };
  for (let row = 0; row < rows; row += 1) addRow();
  const loose: GridNode[] = [];
  for (const node of placesAmong(nodes)) {
    const at = known.get(node.key);
    const field = at && at.account === node.account && at.region === node.region ? fields[at.row * columns + at.column] : undefined;
    if (field && fits(field, node)) field.nodes.push(node);
    else loose.push(node);
  }
  for (const node of loose) {
    if (!fields.some((field) => fits(field, node))) addRow();
    // A half place first, so that whole ones stay free.
    const free = fields.filter((field) => fits(field, node)).sort((a, b) => b.nodes.length - a.nodes.length);
    free[0]?.nodes.push(node);
  }
  return fields;
}

/**
 * The grid with what was known in its place; null where so much is another that it is better made anew: an account or region
 * is gone, or less than half is known.
 */
export function keptGrid(before: EstateGrid, nodes: readonly GridNode[]): EstateGrid | null {
  const known = new Map<string, OwnPlace>();
  for (const { key } of nodes) {
    const place = before.places.get(key);
    const own = place && ownPlace(before, place);
    if (own) known.set(key, own);
  }
  const names = (of: 'account' | 'region'): Set<string> => new Set(nodes.map((node) => node[of]));
  const [accounts, regions] = [names('account'), names('region')];
  const gone = before.accounts.some(({ account }) => !accounts.has(account)) || before.regions.some(({ region }) => !regions.has(region));
  if (gone || known.size * 2 < nodes.length) return null;
  const columns = new Map(before.regions.map(({ region, columns: n }) => [region, n]));
  for (const region of [...regions].sort()) if (!columns.has(region)) columns.set(region, 1);
  let column = 0;
  const runs = [...columns].map(([region, n]) => {
    column += n;
    return { region, from: column - n, columns: n };
  });
  const rowsBefore = new Map(before.accounts.map(({ account, rows }) => [account, rows]));
  for (const account of [...accounts].sort()) if (!rowsBefore.has(account)) rowsBefore.set(account, 1);
  const places = new Map<string, GridPlace>();
  let row = 0;
  const bands = [...rowsBefore].map(([account, least]) => {
    const from = row;
    let rows = least;
    for (const run of runs) {
      const own = nodes.filter((node) => node.account === account && node.region === run.region);
      const fields = fieldsFor(own, run.columns, least, known);
      rows = Math.max(rows, fields.length / run.columns);
      for (const field of fields)
        field.nodes.forEach(({ key }, at) => {
          places.set(key, { row: from + field.row, column: run.from + field.column, second: at === 1 });
        });
    }
    row += rows;
    return { account, from, rows };
  });
  return { accounts: bands, regions: runs, places };
}

/** The channel of the new grid that was this one in the old; null where it is gone. */
function sameChannel(before: EstateGrid, now: EstateGrid, { level, at }: Channel): Channel | null {
  if (level) {
    const band = before.accounts.findIndex(({ from, rows }, place) => at >= from + place && at <= from + place + rows);
    const old = before.accounts[band];
    const place = now.accounts.findIndex(({ account }) => account === old?.account);
    const next = now.accounts[place];
    return old && next ? { level, at: next.from + place + (at - old.from - band) } : null;
  }
  const old = before.regions.find(({ from, columns }) => at >= from && at < from + columns);
  const next = now.regions.find(({ region }) => region === old?.region);
  return old && next ? { level, at: next.from + (at - old.from) } : null;
}

const isSame = (a: OwnPlace | null | undefined, b: OwnPlace | null | undefined): boolean =>
  Boolean(a && b && a.account === b.account && a.region === b.region && a.row === b.row && a.column === b.column);

/** Ways of lines whose ends stand where they stood, as the new grid has them. */
export function keptWays(
  before: KnownPlan,
  now: EstateGrid,
  ends: ReadonlyMap<string, readonly [string, string]>,
): Map<string, LineCourse> {
  const placeIn = (grid: EstateGrid, key: string): OwnPlace | null => {
    const place = grid.places.get(key);
    return place ? ownPlace(grid, place) : null;
  };
  return new Map(
    before.lines.flatMap(({ key, way, tracks }): [string, LineCourse][] => {
      const [old, next] = [before.ends.get(key), ends.get(key)];
      if (!old || !next || old[0] !== next[0] || old[1] !== next[1]) return [];
      if (!old.every((end) => isSame(placeIn(before.grid, end), placeIn(now, end)))) return [];
      const channels = way.channels.flatMap((channel) => sameChannel(before.grid, now, channel) ?? []);
      return channels.length === way.channels.length ? [[key, { way: { ...way, channels }, tracks }]] : [];
    }),
  );
}
