import { describe, expect, test } from 'vitest';
import { entryFrom, withVersion } from '../../../../network/rule-sets/acl-entries.ts';
import type { RuleSet } from '../../../../network/rule-sets/rule-set.ts';
import type { Direction } from '../../../../network/rules/rule.ts';
import { ApiError } from '../../../api/api-error.ts';
import { type AclWire, apply } from './apply.ts';

const entry = (portRange: string, desc = '') => entryFrom({ desc, ipProtocol: 'tcp', cidrIp: '10.0.0.0/8', portRange, action: 1 });
const began: RuleSet = { ingress: [entry('80')], egress: [entry('443')] };
const base = withVersion(began);
const wanted: RuleSet = { ingress: [entry('80'), entry('81')], egress: [entry('8443')] };

/** A cloud that keeps the rules; `on` may change them, or refuse, before (`n` counts from 1) a call or a reading. */
function cloudWith(
  on: (event: { readonly kind: 'send' | 'read'; readonly n: number }, set: (rules: RuleSet) => void) => void = () => undefined,
) {
  let rules: RuleSet = began;
  const sent: Direction[] = [];
  let reads = 0;
  const set = (next: RuleSet): void => {
    rules = next;
  };
  const wire: AclWire = {
    send: async (written, next) => {
      sent.push(...written);
      rules = { ...rules, ...Object.fromEntries(written.map((direction) => [direction, next[direction]])) };
      on({ kind: 'send', n: sent.length }, set);
      return { requestId: 'r' };
    },
    read: async () => {
      reads += 1;
      on({ kind: 'read', n: reads }, set);
      return withVersion(rules);
    },
  };
  return { wire, sent, now: () => rules };
}
const lost = () => new ApiError({ code: 'ServerUnreachable', message: '', outcome: 'unknown' }, 0);
const refused = () => new ApiError({ code: 'InvalidParameter', message: '', outcome: 'not-done' }, 422);

describe('replacing rules', () => {
  test('each direction that changes, read before and after', async () => {
    const { wire, sent, now } = cloudWith();
    expect((await apply(base, wanted, wire)).end).toBe('done');
    expect([sent, now()]).toEqual([['ingress', 'egress'], wanted]);
  });
  test('nothing is sent over rules that are not those of the draft', async () => {
    const theirs: RuleSet = { ...began, ingress: [entry('22')] };
    const { wire, sent, now } = cloudWith(({ kind, n }, set) => kind === 'read' && n === 1 && set(theirs));
    expect(await apply(base, wanted, wire)).toMatchObject({ end: 'conflict', rules: theirs, left: { ingress: base.ingress } });
    expect([sent, now()]).toEqual([[], theirs]);
  });
  test('what somebody changed in the other direction, or only described, stops it too', async () => {
    for (const theirs of [
      { ...began, egress: [entry('22')] },
      { ...began, ingress: [entry('80', 'theirs')] },
    ]) {
      const { wire, sent } = cloudWith(({ kind, n }, set) => kind === 'read' && n === 1 && set(theirs));
      expect((await apply(base, wanted, wire)).end).toBe('conflict');
      expect(sent).toEqual([]);
    }
  });
  test('somebody comes between the two calls: the second is not sent', async () => {
    const theirs: RuleSet = { ingress: wanted.ingress, egress: [entry('22')] };
    const { wire, sent } = cloudWith(({ kind, n }, set) => kind === 'read' && n === 3 && set(theirs));
    expect(await apply(base, wanted, wire)).toMatchObject({ end: 'conflict', left: { ingress: wanted.ingress, egress: base.egress } });
    expect(sent).toEqual(['ingress']);
  });
  test('what really stands afterwards is told', async () => {
    const theirs: RuleSet = { ...began, ingress: [entry('22')] };
    const { wire } = cloudWith(({ kind }, set) => kind === 'send' && set(theirs));
    expect(await apply(base, wanted, wire)).toMatchObject({ end: 'conflict', rules: theirs });
  });
  test('a call whose answer was lost is not sent again: the reading tells that it was done', async () => {
    const { wire, sent } = cloudWith(({ kind, n }) => {
      if (kind === 'send' && n === 1) throw lost();
    });
    expect((await apply(base, wanted, wire)).end).toBe('done');
    expect(sent).toEqual(['ingress', 'egress']);
  });
  test('a refusal, and readings that fail: how far it came', async () => {
    const refusing = cloudWith(({ kind, n }, set) => {
      if (kind !== 'send' || n !== 2) return;
      set({ ...began, ingress: wanted.ingress });
      throw refused();
    });
    expect(await apply(base, wanted, refusing.wire)).toMatchObject({ end: 'failed', done: 1, error: { code: 'InvalidParameter' } });
    for (const at of [1, 2]) {
      const blind = cloudWith(({ kind, n }) => {
        if (kind === 'read' && n === at) throw lost();
      });
      expect(await apply(base, wanted, blind.wire)).toMatchObject({ end: 'failed', done: 0, rules: null });
      expect(blind.sent.length).toBe(at - 1);
    }
  });
  test('a block that the cloud keeps without its host bits is what was written', async () => {
    const typed = { ...began, ingress: [entryFrom({ desc: '', ipProtocol: 'tcp', cidrIp: '10.1.2.3/16', portRange: '80', action: 1 })] };
    const kept = { ...began, ingress: [entryFrom({ desc: '', ipProtocol: 'tcp', cidrIp: '10.1.0.0/16', portRange: '80', action: 1 })] };
    const { wire } = cloudWith(({ kind }, set) => kind === 'send' && set(kept));
    expect((await apply(base, typed, wire)).end).toBe('done');
  });
});
