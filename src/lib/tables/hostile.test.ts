/** Files that no program wrote: every reader answers, says no more than was there, and leaves everything else alone. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { damageText, hostileText, hostileValue } from '../../../tests/support/hostile-text.ts';
import { cellsOf, csvCell, csvText, delimiters } from './csv.ts';
import { readJsonText } from './json.ts';
import { type ListKind, readListTable } from './lists.ts';
import { readRuleFile } from './rule-files.ts';

const folder = `${import.meta.dirname}/fixtures`;
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(`${folder}/${name}`));
const texts = fixtures.map((bytes) => bytes.toString('utf8')).filter((text) => text.length < 3_000);
const kinds: readonly ListKind[] = ['addresses', 'services', 'blocks'];
/** A list of one of the kinds; beyond them, rules. */
const reader = fc.nat(kinds.length);

/** Reads as rules or as a list; fails where a reader throws, answers nothing, or changes what all objects share. */
function readAs(reader: number, source: string | Uint8Array): void {
  const kind = kinds[reader];
  const outcome = kind === undefined ? readRuleFile(source) : readListTable(source, {}, kind);
  expect(['problem', 'ask-delimiter', 'reading']).toContain(outcome.kind);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
}

it('a damaged table, answer or configuration is read, asked about or refused', () => {
  fc.assert(fc.property(reader, damageText(fc.constantFrom(...texts)), readAs), { numRuns: 400 });
});

it('bytes of any kind are', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.tuple(fc.constantFrom(...fixtures), fc.nat(), fc.uint8Array({ maxLength: 12 })).map(([whole, place, put]) => {
      const copy = Uint8Array.from(whole.subarray(0, 4_000));
      copy.set(put.subarray(0, Math.max(0, copy.length - (place % (copy.length + 1)))), place % (copy.length + 1));
      return copy;
    }),
  );
  fc.assert(fc.property(reader, bytes, readAs), { numRuns: 600 });
});

it('JSON and Terraform of hostile names and leaves are', () => {
  const json = hostileValue(4).map((value) => JSON.stringify(value));
  const rules = fc
    .tuple(fc.constantFrom('SecurityGroupPolicySet', 'IpPermissions', 'security_rules', 'rules', 'ingress'), hostileValue(3))
    .map(([name, value]) => JSON.stringify({ [name]: value, __proto__: undefined, Version: '0' }));
  const terraform = fc
    .array(fc.tuple(fc.constantFrom('ingress', 'egress', 'rule', 'cidr_block', 'policy'), hostileText()), { maxLength: 6 })
    .map(
      (pairs) =>
        `resource "tencentcloud_security_group_lite_rule" "x" {\n${pairs.map(([name, text]) => `${name} = [${JSON.stringify(text)}]`).join('\n')}\n}`,
    );
  const polluting = fc.constantFrom(
    '{"__proto__":{"polluted":1}}',
    '[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]',
  );
  fc.assert(fc.property(reader, fc.oneof(json, rules, terraform, polluting), readAs), { numRuns: 900 });
});

it('nesting without end is a sentence, not the end of the page', () => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
    ['[{"SecurityGroupPolicySet":', '}]'],
  ] as const) {
    for (const count of [60, 5_000, 200_000]) {
      const text = `${open.repeat(count)}1${close.repeat(count)}`;
      expect(() => readJsonText(text), `${open} ${count}`).not.toThrow();
      for (const cut of [text, text.slice(0, text.length / 2)]) for (let one = 0; one <= kinds.length; one += 1) readAs(one, cut);
    }
  }
});

it('a table that is written is read back cell by cell, whatever stands in it, and no cell begins as a formula', () => {
  const shown = (text: string): boolean => [...text].every((char) => char >= ' ' && char !== '\ufeff') && text.trim() === text;
  const cell = fc.oneof(hostileText(), fc.string()).filter((text) => text.length < 200 && shown(text));
  const rows = fc.array(fc.tuple(fc.constant('x'), cell, cell, fc.constant('x')), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(rows, (table) => {
      const text = csvText(table);
      for (const one of table.flat()) expect(csvCell(one)).not.toMatch(/^"?[=+@]/);
      expect(cellsOf(text, 'comma').rows.map(({ cells }) => cells.map((one) => one.text))).toEqual(table);
      for (const delimiter of delimiters) cellsOf(text, delimiter);
    }),
    { numRuns: 500 },
  );
});
