import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRuleTable } from './read.ts';
import type { DirectedRule } from './reading.ts';
import { rulesToClipboard, rulesToCsv, rulesToJson } from './write.ts';

const oddPieces = [
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  '""',
  ',',
  ';',
  '|',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '#',
  ' ',
  '0',
  '中文',
  '，',
  '＝',
  'sep=;',
  '80',
  '// ',
  '---',
];
/** Texts that break tables: signs that formulas, quotes, comments and delimiters begin with, and any other character. */
const description = fc
  .oneof(
    fc.array(fc.constantFrom(...oddPieces), { maxLength: 5 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('0', '"temp', '=1+1', "'=1+1", "''x", ' outer ', '#', 'Direction', 'ingress', '-', 'CARRIED'),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no table holds
  .filter((text) => !/[\uFFFD\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text));

const service = fc.oneof(
  fc.record({
    kind: fc.constant('ports' as const),
    protocol: fc.constantFrom('TCP' as const, 'UDP' as const),
    port: fc.constantFrom('ALL', '22', '80,443', '8000-8010', '1-65535'),
  }),
  fc
    .constantFrom('ICMP' as const, 'ICMPv6' as const, 'GRE' as const, 'ALL' as const)
    .map((protocol) => ({ kind: 'ports' as const, protocol, port: 'ALL' })),
  fc.constantFrom('ppm-f5n1f8da', 'ppmg-f5n1f8da').map((id) => ({ kind: 'template' as const, id })),
);
const remote = fc.oneof(
  fc
    .constantFrom('10.0.0.0/8', '0.0.0.0/0', '192.0.2.7', '203.0.113.0/24', '2001:db8::/32', '::/0', '2001:db8::7')
    .map((cidr) => ({ kind: 'address' as const, cidr })),
  fc.constant({ kind: 'group' as const, id: 'sg-ohuuioma' }),
  fc.constantFrom('ipm-2uw6ujo6', 'ipmg-2uw6ujo6').map((id) => ({ kind: 'template' as const, id })),
);
const directed: fc.Arbitrary<DirectedRule> = fc.record({
  direction: fc.constantFrom('ingress' as const, 'egress' as const),
  rule: fc.record({ action: fc.constantFrom('ACCEPT' as const, 'DROP' as const), service, remote, description }),
});
/** ICMP and ICMPv6 each go with their own family. */
const sensible = directed.filter(
  ({ rule: { service: what, remote: end } }) =>
    what.kind !== 'ports' || end.kind !== 'address' || what.protocol !== (end.cidr.includes(':') ? 'ICMP' : 'ICMPv6'),
);

/** What a text is read as; anything that is asked or told stands beside it. */
function readBack(text: string): unknown {
  const outcome = readRuleTable(text);
  if (outcome.kind !== 'reading') return outcome;
  const { rules, asks, faults, leftOut } = outcome.reading;
  return asks.length + faults.length + leftOut.length > 0 ? { asks, faults, leftOut } : rules;
}

it('a round trip through CSV, the clipboard, JSON and bytes changes nothing, whatever the texts', () => {
  fc.assert(
    fc.property(fc.array(sensible, { minLength: 1, maxLength: 6 }), (rules) => {
      expect(readBack(rulesToCsv(rules))).toEqual(rules);
      expect(readBack(rulesToClipboard(rules))).toEqual(rules);
      const ordered = [...rules.filter((one) => one.direction === 'ingress'), ...rules.filter((one) => one.direction === 'egress')];
      expect(readBack(rulesToJson(rules))).toEqual(ordered);
      const bytes = readRuleTable(new TextEncoder().encode(rulesToCsv(rules)));
      expect(bytes.kind === 'reading' && bytes.reading.rules).toEqual(rules);
    }),
    { numRuns: 200 },
  );
});
