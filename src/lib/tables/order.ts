/** The order in which rules decide, where a column says it: a priority, an index. Pure. */
import { hidesTheOther } from '../../../network/rule-sets/hides.ts';
import { headingKey } from './headings.ts';
import type { Ask, Choices, ReadLine, TableColumn, TableFault } from './reading.ts';
import type { Sheet } from './sheet.ts';
import { groupBy, plain } from './words.ts';

/** Numbers that only count the lines: one that is missing is a line that is missing. */
const counts = /^(?:|#|no|nr|num|number|index|idx|policyindex|seq|seqno|序号|行号|规则序号|ruleindex|lineno|linenumber)$/;
/** Headings of which nobody can say whether the lower number comes first. */
const eitherWay = /^(?:rank|precedence)$/;

const numberIn = (text: string): number | null => (/^\d{1,9}$/.test(plain(text)) ? Number(plain(text)) : null);

interface PlacedLine {
  readonly line: ReadLine;
  readonly place: number;
}

interface RuleOrder {
  /** Lines in the order in which they decide. */
  readonly lines: readonly ReadLine[];
  readonly faults: readonly TableFault[];
  readonly asks: readonly Ask[];
  readonly sorted: 'by-column' | 'as-in-file' | null;
}

const cellOf = (line: ReadLine, { at }: TableColumn): string => line.cells[at] ?? '';

/** Lines that do not count: those that were left out and those that gave nothing. */
const counted = (lines: readonly ReadLine[]): readonly ReadLine[] => lines.filter(({ leftOut }) => leftOut === null);

const directionsOf = (line: ReadLine): string => line.rules[0]?.direction ?? '';

/** Lines of one place of which some allow and some deny: which comes first is not said. */
function ties(placed: readonly PlacedLine[], column: string): TableFault[] {
  const groups = groupBy(placed, ({ line, place }) => `${directionsOf(line)} ${place}`);
  return [...groups.values()].flatMap((group) => {
    const actions = new Set(group.flatMap(({ line }) => line.rules.map(({ rule }) => rule.action)));
    return actions.size < 2
      ? []
      : group.map(({ line, place }): TableFault => ({ line: line.line, code: 'order-tie', column, value: String(place) }));
  });
}

/** Numbers that are left out of a column that counts lines, over the file or within each direction. */
function gaps(placed: readonly PlacedLine[], column: TableColumn): TableFault[] {
  if (!counts.test(headingKey(column.heading ?? ''))) return [];
  const missing = (some: readonly PlacedLine[]): TableFault[] => {
    const sorted = some.toSorted((a, b) => a.place - b.place);
    return sorted.flatMap(({ line, place }, at): TableFault[] => {
      const before = sorted[at - 1]?.place;
      return before === undefined || place - before <= 1
        ? []
        : [{ line: line.line, code: 'order-gap', column: column.heading ?? '#', value: `${before} → ${place}` }];
    });
  };
  const whole = missing(placed);
  if (whole.length === 0) return [];
  // A count by tens leaves room and misses nothing.
  if (whole.length >= placed.length - 1 && placed.length > 2) return [];
  return [...groupBy(placed, ({ line }) => directionsOf(line)).values()].flatMap(missing);
}

const ascending = (placed: readonly PlacedLine[]): boolean => placed.every(({ place }, at) => (placed[at - 1]?.place ?? place) <= place);
const descending = (placed: readonly PlacedLine[]): boolean => placed.every(({ place }, at) => (placed[at - 1]?.place ?? place) >= place);

function byColumn(
  lines: readonly ReadLine[],
  column: TableColumn,
): { readonly placed: readonly PlacedLine[]; readonly faults: readonly TableFault[] } {
  const read = counted(lines).map((line) => ({ line, place: numberIn(cellOf(line, column)) }));
  return {
    placed: read.filter((one): one is PlacedLine => one.place !== null),
    faults: read
      .filter(({ place, line }) => place === null && line.faults.length === 0)
      .map(
        ({ line }): TableFault => ({ line: line.line, code: 'order-unknown', column: column.heading ?? '#', value: cellOf(line, column) }),
      ),
  };
}

/** It takes every packet: what stands below it decides nothing. */
const takesAll = ({ rules }: ReadLine): boolean =>
  rules.some(
    ({ rule: { service, remote } }) =>
      service.kind === 'ports' && service.protocol === 'ALL' && remote.kind === 'address' && /^(?:0\.0\.0\.0|::)\/0$/.test(remote.cidr),
  );

/**
 * True when it is not known which number comes first: the heading may mean either, the file runs from high to low, the lowest
 * number would decide every packet, or an allowance would never be used or a denial never asked for a lower number of the
 * other action. A rule for everything that has the highest number settles it.
 */
function asksWhichWay(sheet: Sheet, column: TableColumn, placed: readonly PlacedLine[]): boolean {
  const key = headingKey(column.heading ?? '');
  if (['alibaba', 'azure', 'gcp', 'openstack', 'weft'].includes(sheet.format) || counts.test(key)) return false;
  return [...groupBy(placed, ({ line }) => directionsOf(line)).values()].some((some) => {
    if (new Set(some.flatMap(({ line }) => line.rules.map(({ rule }) => rule.action))).size < 2) return false;
    const byPlace = some.toSorted((a, b) => a.place - b.place);
    const [first, last] = [byPlace[0], byPlace.at(-1)];
    if (last && takesAll(last.line) && !(first && takesAll(first.line))) return false;
    if (eitherWay.test(key) || (!ascending(some) && descending(some)) || (first !== undefined && takesAll(first.line))) return true;
    return hidesTheOther(byPlace.flatMap(({ line }) => line.rules.map(({ rule }) => rule)));
  });
}

export function orderedBy(sheet: Sheet, columns: readonly TableColumn[], choices: Choices, lines: readonly ReadLine[]): RuleOrder {
  const [column, other] = columns.filter(({ part, isEmpty }) => part === 'order' && !isEmpty);
  if (!column || choices.order === 'file') return { lines, faults: [], asks: [], sorted: null };
  const { placed, faults } = byColumn(lines, column);
  const places = new Map(placed.map(({ line, place }) => [line, place]));
  const sign = choices.order === 'higher' ? -1 : 1;
  const after = (by: ReadonlyMap<ReadLine, number>) => lines.toSorted((a, b) => sign * ((by.get(a) ?? 0) - (by.get(b) ?? 0)));
  const sorted = after(places);
  const asks: Ask[] = choices.order === undefined && asksWhichWay(sheet, column, placed) ? ['order'] : [];
  if (other) {
    const others = new Map(byColumn(lines, other).placed.map(({ line, place }) => [line, place]));
    if (after(others).some((line, at) => line !== sorted[at])) asks.push('orders');
  }
  const name = column.heading ?? '#';
  const untied = sheet.format === 'weft' ? [] : ties(placed, name);
  return {
    lines: sorted,
    faults: [...faults, ...untied, ...gaps(placed, column)],
    asks,
    sorted: sorted.some((line, at) => line !== lines[at]) ? 'by-column' : 'as-in-file',
  };
}
