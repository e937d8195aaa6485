import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRule } from '../testing/sample-rule-sets.ts';
import {
  changeDraft,
  changesOf,
  draftFromStored,
  draftOf,
  draftWanting,
  isChanged,
  redoChange,
  rowEdits,
  storedDraft,
  undoChange,
  wantedBy,
} from './draft.ts';
import { isKnown, type KnownRule, noRules, type Rule, ruleKey, sameSet, type VersionedRuleSet } from './rule-set.ts';

const rule = (n: number): KnownRule => ({
  action: 'ACCEPT',
  service: { kind: 'ports', protocol: 'TCP', port: String(n) },
  remote: { kind: 'address', cidr: '10.0.0.0/8' },
  description: '',
});
const base: VersionedRuleSet = { version: '7', ingress: [1, 2, 3, 4].map(rule), egress: [] };
const ports = (rows: readonly { rule: Rule }[]) =>
  rows.map(({ rule: one }) => (isKnown(one) && one.service.kind === 'ports' ? one.service.port : '')).join('');
const start = draftOf(base);
const ids = (...at: number[]) => new Set(at.map((place) => start.rows.ingress[place]?.id ?? ''));

describe('rows', () => {
  const rows = start.rows.ingress;
  it('move by one and to a place, several together, never past the ends', () => {
    expect(ports(rowEdits.moveBy(rows, ids(1), -1))).toBe('2134');
    expect(ports(rowEdits.moveBy(rows, ids(1, 2), 1))).toBe('1423');
    expect(rowEdits.moveBy(rows, ids(0), -1)).toBe(rows);
    expect(ports(rowEdits.moveTo(rows, ids(0, 3), 2))).toBe('2143');
    expect(ports(rowEdits.moveTo(rows, ids(0), 4))).toBe('2341');
    expect(rowEdits.moveTo(rows, ids(1), 1)).toBe(rows);
  });

  it('are put in, doubled, taken out and changed', () => {
    expect(ports(rowEdits.insert(rows, 1, [rule(9)]))).toBe('19234');
    expect(ports(rowEdits.duplicate(rows, ids(0, 1)))).toBe('121234');
    expect(ports(rowEdits.remove(rows, ids(0, 2)))).toBe('24');
    expect(rowEdits.edit(rows, [...ids(0)][0] ?? '', { action: 'ACCEPT' })).toBe(rows);
  });
});

describe('a draft', () => {
  const moved = changeDraft(start, { ...start.rows, ingress: rowEdits.moveBy(start.rows.ingress, ids(1), -1) });

  it('goes back and forth; a new change ends what could be redone', () => {
    expect(isChanged(start)).toBe(false);
    expect(ports(undoChange(moved).rows.ingress)).toBe('1234');
    expect(ports(redoChange(undoChange(moved)).rows.ingress)).toBe('2134');
    const other = changeDraft(undoChange(moved), { ...start.rows, ingress: rowEdits.remove(start.rows.ingress, ids(0)) });
    expect(redoChange(other)).toBe(other);
    expect(undoChange(start)).toBe(start);
  });

  it('counts what changed', () => {
    expect(changesOf(start)).toEqual({ ingress: 0, egress: 0 });
    expect(changesOf(moved).ingress).toBe(1);
    expect(changesOf(draftWanting(base, { ingress: [rule(9), ...base.ingress.slice(1)], egress: [rule(1)] }))).toEqual({
      // A rule in the place of another with the same remote end is that one, changed.
      ingress: 1,
      egress: 1,
    });
  });

  it('is kept and taken up again as it was', () => {
    const again = draftFromStored(JSON.parse(JSON.stringify(storedDraft(moved))));
    expect(sameSet(wantedBy(again), wantedBy(moved))).toBe(true);
    expect(again.rows.ingress.map(({ from }) => from)).toEqual(moved.rows.ingress.map(({ from }) => from));
  });

  it('knows which of the wanted rules are old ones, each at most once', () => {
    const list = fc.array(anyRule, { maxLength: 6 }).map((rules) => [...new Map(rules.map((one) => [ruleKey(one), one])).values()]);
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { rows } = draftWanting({ ...noRules, version: '1', ingress: before }, { ...noRules, ingress: after });
        const from = rows.ingress.flatMap((row) => (row.from === null ? [] : [row.from]));
        expect(new Set(from).size).toBe(from.length);
        for (const row of rows.ingress) {
          const known = before.findIndex((one) => ruleKey(one) === ruleKey(row.rule));
          if (known >= 0) expect(row.from).toBe(known);
        }
      }),
      { numRuns: 200 },
    );
  });
});
