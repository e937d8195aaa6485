import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changed, type Draft, draftOf, draftWanting, rowEdits, wantedBy } from './draft.ts';
import { changesSince, conflictKey, merge } from './merge.ts';
import { isKnown, type KnownRule, noRules, type Rule, sameSet, type Versioned, wholly } from './model.ts';
import { anyRule } from './testing.ts';

const rule = (cidr: string, more: Partial<KnownRule> = {}): KnownRule => ({
  action: 'ACCEPT',
  service: { kind: 'ports', protocol: 'TCP', port: '22' },
  far: { kind: 'address', cidr },
  description: '',
  ...more,
});
const [a, b, c, d] = ['10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24', '10.0.4.0/24'].map((cidr) => rule(cidr)) as [
  KnownRule,
  KnownRule,
  KnownRule,
  KnownRule,
];
const at = (version: string, ingress: readonly Rule[]): Versioned => ({ ...noRules, version, ingress });
const wanting = (base: readonly Rule[], ingress: readonly Rule[]): Draft => draftWanting(at('1', base), at('', ingress));
const cidrs = (draft: Draft) =>
  wantedBy(draft)
    .ingress.filter(isKnown)
    .map(({ far }) => (far.kind === 'address' ? far.cidr.split('.')[2] : far.id))
    .join('');

describe('a merge', () => {
  it('keeps what both added, theirs and mine', () => {
    const { draft, conflicts } = merge(wanting([a, b], [a, c, b]), at('2', [a, b, d]));
    expect([cidrs(draft), conflicts]).toEqual(['1324', []]);
    expect(draft.base.version).toBe('2');
  });

  it('keeps what both added at the same place: mine, in my order, before theirs', () => {
    const e = rule('10.0.5.0/24');
    expect(cidrs(merge(wanting([a, b], [a, c, b]), at('2', [a, d, b])).draft)).toBe('1342');
    expect(cidrs(merge(wanting([a, b], [a, c, e, b]), at('2', [a, d, b])).draft)).toBe('13542');
    expect(cidrs(merge(wanting([a], [c, a]), at('2', [d, a])).draft)).toBe('341');
    expect(cidrs(merge(wanting([a], [a, c]), at('2', [a, d])).draft)).toBe('134');
    expect(cidrs(merge(wanting([], [c]), at('2', [d])).draft)).toBe('34');
  });

  it('takes the change of either side, and of both where they agree', () => {
    const mine = { ...b, description: 'mine' };
    expect(wantedBy(merge(wanting([a, b], [a, mine]), at('2', [{ ...a, action: 'DROP' }, b])).draft).ingress).toEqual([
      { ...a, action: 'DROP' },
      mine,
    ]);
    expect(merge(wanting([a, b], [a]), at('2', [a])).conflicts).toEqual([]);
    expect(cidrs(merge(wanting([a], [a, c]), at('2', [a, c])).draft)).toBe('13');
  });

  it('asks where both changed the same rule, and where one changed what the other took away', () => {
    const edited = (change: Partial<KnownRule>): Draft => {
      const draft = draftOf(at('1', [a, b]));
      return changed(draft, { ...draft.rows, ingress: rowEdits.edit(draft.rows.ingress, draft.rows.ingress[1]?.id ?? '', change) });
    };
    const both = merge(edited({ description: 'mine' }), at('2', [a, { ...b, description: 'theirs' }]));
    expect(both.conflicts).toEqual([
      { direction: 'ingress', base: 1, was: b, mine: { ...b, description: 'mine' }, theirs: { ...b, description: 'theirs' } },
    ]);
    const gone = at('2', [a]);
    const [conflict] = merge(edited({ action: 'DROP' }), gone).conflicts;
    expect(conflict?.theirs).toBeNull();
    const key = conflict ? conflictKey(conflict) : '';
    expect(wantedBy(merge(edited({ action: 'DROP' }), gone, new Map([[key, 'mine']])).draft).ingress).toEqual([
      a,
      { ...b, action: 'DROP' },
    ]);
    expect(wantedBy(merge(edited({ action: 'DROP' }), gone, new Map([[key, 'theirs']])).draft).ingress).toEqual([a]);
  });

  it('keeps my order where I moved rules, and theirs elsewhere', () => {
    expect(cidrs(merge(wanting([a, b, c], [c, a, b]), at('2', [a, b, d, c])).draft)).toBe('3124');
  });

  const distinct = (rules: readonly Rule[]) => [...new Map(rules.map((one) => [wholly(one), one])).values()];
  const list = fc.array(anyRule, { maxLength: 6 }).map(distinct);

  it('with a side that changed nothing is the other side; no rule that either added is lost', () => {
    fc.assert(
      fc.property(list, list, list, (base, mine, theirs) => {
        const same = merge(wanting(base, mine), at('2', base));
        expect(same.conflicts).toEqual([]);
        expect(sameSet(wantedBy(same.draft), at('', mine))).toBe(true);
        const other = merge(wanting(base, base), at('2', theirs));
        expect(other.conflicts).toEqual([]);
        expect(sameSet(wantedBy(other.draft), at('', theirs))).toBe(true);
        const both = wantedBy(merge(wanting(base, mine), at('2', theirs)).draft).ingress.map(wholly);
        for (const { was, now } of changesSince(at('', base), at('', theirs))) if (was === null && now) expect(both).toContain(wholly(now));
        for (const { was, now } of changesSince(at('', base), at('', mine))) if (was === null && now) expect(both).toContain(wholly(now));
        for (const one of both) expect([...base, ...mine, ...theirs].map(wholly)).toContain(one);
      }),
      { numRuns: 300 },
    );
  });
});
