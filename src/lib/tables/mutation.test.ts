/** A table whose meaning is known is damaged: what is read then is refused, or asked about, or no wider than it was. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { difference } from '../../../network/rules/difference.ts';
import { isWhole, readRuleTable, type TableSource } from './read.ts';
import type { DirectedRule } from './reading.ts';

const rule = fc.record({
  direction: fc.constantFrom('inbound', 'outbound', '入站', '出方向'),
  action: fc.constantFrom('allow', 'deny', '允许', '拒绝', 'permit', 'drop'),
  protocol: fc.constantFrom('tcp', 'udp', 'icmp', 'all'),
  port: fc.constantFrom('22', '80,443', '8000-8010', 'all'),
  remote: fc.constantFrom('10.0.0.0/8', '192.168.1.0/24', '203.0.113.7', '0.0.0.0/0'),
  note: fc.constantFrom('', 'office', '备注', 'a, b'),
  order: fc.constant(0),
  enabled: fc.constantFrom('yes', 'yes', 'no'),
});
type Line = typeof rule extends fc.Arbitrary<infer T> ? T : never;

const headings = ['priority', 'direction', 'action', 'protocol', 'port', 'address', 'enabled', 'description'] as const;

const cellsOf = (line: Line, at: number): string[] => [
  String(at + 1),
  line.direction,
  line.action,
  line.protocol,
  line.protocol === 'tcp' || line.protocol === 'udp' ? line.port : '',
  line.remote,
  line.enabled,
  line.note,
];
const quoted = (cells: readonly string[]): string => cells.map((cell) => (/[",;\t]/.test(cell) ? `"${cell}"` : cell)).join(',');
const textOf = (table: readonly (readonly string[])[]): string => table.map(quoted).join('\n');

function rulesOf(source: TableSource): readonly DirectedRule[] | null {
  const outcome = readRuleTable(source);
  return outcome.kind === 'reading' && isWhole(outcome.reading) ? outcome.reading.rules : null;
}

/** What the engine reads of one direction. */
const policies = (rules: readonly DirectedRule[], direction: string) =>
  rules
    .filter((one) => one.direction === direction)
    .flatMap(({ rule: { action, service, remote } }) =>
      service.kind === 'ports' && remote.kind === 'address'
        ? [{ action, protocol: service.protocol, port: service.port, cidr: remote.cidr }]
        : [],
    );

/** True when some packet is let through that the first list does not let through. */
const isWider = (before: readonly DirectedRule[], after: readonly DirectedRule[]): boolean =>
  ['ingress', 'egress'].some((direction) =>
    difference(policies(before, direction), policies(after, direction)).some(({ effect }) => effect === 'opens'),
  );

const unknownWords = [
  '',
  '?',
  'not allow',
  '不',
  'erlauben',
  'maybe',
  'x',
  'n/a',
  '�',
  'allow-ish',
  'TCP?',
  'anywhere else',
  '10.0.0',
  '80-',
  '!22',
  '^',
];

interface Damage {
  readonly name: string;
  readonly to: (table: readonly (readonly string[])[], seed: number) => TableSource;
}

const at = <T>(list: readonly T[], seed: number): number => seed % Math.max(1, list.length);

const damages: readonly Damage[] = [
  {
    name: 'a heading that nobody knows',
    to: (table, seed) => textOf(table.with(0, table[0]?.with(at(headings, seed), `Spalte ${seed}`) ?? [])),
  },
  { name: 'a heading that is gone', to: (table, seed) => textOf(table.with(0, table[0]?.with(at(headings, seed), '') ?? [])) },
  { name: 'no heading', to: (table) => textOf(table.slice(1)) },
  {
    name: 'a cell that says something else',
    to: (table, seed) => {
      const line = 1 + at(table.slice(1), seed);
      // All columns but the description, which may say what it likes, and the switch, which may only be understood or not.
      const column = seed % 6;
      const word = unknownWords[at(unknownWords, seed >>> 4)] ?? '';
      return textOf(table.with(line, table[line]?.with(column, word) ?? []));
    },
  },
  {
    name: 'a switch that is not understood',
    to: (table, seed) => textOf(table.map((row, line) => (line === 1 + at(table.slice(1), seed) ? row.with(6, 'perhaps') : row))),
  },
  {
    name: 'another delimiter in some lines',
    to: (table, seed) => table.map((row, line) => (line > 0 && (seed >> (line % 8)) % 2 === 1 ? row.join(';') : quoted(row))).join('\n'),
  },
  {
    name: 'a quotation mark that stays open',
    to: (table, seed) => textOf(table).replace(new RegExp(`^((?:[^\\n]*\\n){${1 + at(table.slice(1), seed)}}[^,\\n]*,)`), '$1"'),
  },
  { name: 'a line that is cut', to: (table, seed) => textOf(table).slice(0, -1 - (seed % 30)) },
  {
    name: 'one delimiter too many',
    to: (table, seed) => textOf(table.map((row, line) => (line === 1 + at(table.slice(1), seed) ? row.toSpliced(seed % 6, 0, '') : row))),
  },
  {
    name: 'one delimiter too few',
    to: (table, seed) => textOf(table.map((row, line) => (line === 1 + at(table.slice(1), seed) ? row.toSpliced(seed % 6, 1) : row))),
  },
  { name: 'Latin letters for Chinese', to: (table) => new TextDecoder('latin1').decode(new TextEncoder().encode(textOf(table))) },
  {
    name: 'bytes of UTF-16 that are cut',
    to: (table) => new Uint8Array([...textOf(table)].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]).slice(0, -3)),
  },
  {
    name: 'upper case and full width',
    to: (table) =>
      textOf(
        table.map((row, line) =>
          line === 0
            ? row
            : row.with(2, row[2]?.toUpperCase() ?? '').with(
                4,
                (row[4] ?? '').replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
              ),
        ),
      ),
  },
  { name: 'a note between the lines', to: (table, seed) => textOf(table.toSpliced(1 + at(table.slice(1), seed), 0, ['Outbound'])) },
];

it.each(damages)('with $name a table is refused, asked about, or no wider', ({ to }) => {
  let whole = 0;
  fc.assert(
    fc.property(fc.array(rule, { minLength: 2, maxLength: 6 }), fc.nat(1_000_000), (lines, seed) => {
      const table = [[...headings], ...lines.map(cellsOf)];
      const before = rulesOf(textOf(table));
      // Every line may be switched off: then there is nothing to take.
      fc.pre(before !== null);
      whole += 1;
      const after = rulesOf(to(table, seed));
      expect(after !== null && isWider(before ?? [], after)).toBe(false);
    }),
    { numRuns: 100 },
  );
  expect(whole).toBeGreaterThan(40);
});
