/**
 * The rule editor's applying, held against the simulated cloud through its wire: each list that is live on the way answers
 * every packet as the old rules or the new ones do, and nobody's change is written over.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmpty, type Packet, subtract } from '../network/packets/packet-set.ts';
import { answerOf } from '../network/rule-sets/consequences.ts';
import { draftWanting, wantedBy } from '../network/rule-sets/draft.ts';
import { merge } from '../network/rule-sets/merge.ts';
import { type Plan, planFor } from '../network/rule-sets/plan.ts';
import type { CallOfStep } from '../network/rule-sets/plan-calls.ts';
import { sentPolicy } from '../network/rule-sets/policy.ts';
import {
  directions,
  isCarried,
  type KnownRule,
  type KnownSet,
  type Rule,
  type RuleSet,
  ruleKey,
  sameSet,
  type VersionedRuleSet,
} from '../network/rule-sets/rule-set.ts';
import { difference } from '../network/rules/difference.ts';
import { noReferences } from '../network/rules/policies.ts';
import { anyRule } from '../network/testing/sample-rule-sets.ts';
import { call3 } from '../simulator/testing/client.ts';
import { TestWorld } from '../simulator/testing/test-world.ts';
import { ApiError } from '../src/api/api-error.ts';
import { apply, type GroupWire } from '../src/families/security-group/rules/apply.ts';
import { type PolicySet, versionedFrom } from '../src/families/security-group/rules/read.ts';

const stage = new TestWorld();
const actions: Record<CallOfStep['operation'], string> = {
  createPolicies: 'CreateSecurityGroupPolicies',
  replacePolicy: 'ReplaceSecurityGroupPolicy',
  deletePolicies: 'DeleteSecurityGroupPolicies',
  resetPolicies: 'ModifySecurityGroupPolicies',
};

async function send(action: string, params: object): Promise<Record<string, unknown>> {
  const answer = await call3(stage.me, action, params as Record<string, unknown>);
  if (answer.Error) throw new ApiError({ code: answer.Error.Code, message: answer.Error.Message, requestId: answer.RequestId }, 422);
  return answer;
}

const read = async (group: string): Promise<VersionedRuleSet> =>
  versionedFrom((await send('DescribeSecurityGroupPolicies', { SecurityGroupId: group })).SecurityGroupPolicySet as PolicySet);

const group = async (rules: KnownSet): Promise<string> => {
  const { SecurityGroup } = await send('CreateSecurityGroup', { GroupName: 'g', GroupDescription: 'd' });
  const { SecurityGroupId } = SecurityGroup as { SecurityGroupId: string };
  const set = {
    Version: '1',
    Ingress: rules.ingress.map((one) => sentPolicy(one, false)),
    Egress: rules.egress.map((one) => sentPolicy(one, false)),
  };
  await send('ModifySecurityGroupPolicies', { SecurityGroupId, SecurityGroupPolicySet: set });
  return SecurityGroupId;
};

/** The cloud, with a witness of every list that was live. */
const wire = (id: string, live: VersionedRuleSet[], between: () => Promise<unknown> = async () => undefined): GroupWire => ({
  today: false,
  send: async ({ operation, params }) => {
    const { RequestId } = await send(actions[operation], params);
    live.push(await read(id));
    await between();
    return { requestId: String(RequestId) };
  },
  read: () => read(id),
});

const plans = (before: RuleSet, after: RuleSet): Plan[] =>
  directions.flatMap((direction) => planFor(direction, before[direction], after[direction], { references: noReferences }) ?? []);

// Only addresses and ports: templates and groups would have to be made first.
const rule = anyRule.filter(({ service, remote }) => service.kind === 'ports' && remote.kind === 'address');
const list = fc.array(rule, { maxLength: 6 }).map((rules) => [...new Map(rules.map((one) => [ruleKey(one), one])).values()]);
const set = fc.record({ ingress: list, egress: list });

const text = (one: Rule) => {
  if (isCarried(one) || one.service.kind !== 'ports' || one.remote.kind !== 'address') throw new Error('not in these tests');
  return { action: one.action, protocol: one.service.protocol, port: one.service.port, cidr: one.remote.cidr };
};

/** No packet is answered otherwise than by one of the two ends: by regions, and by packets one at a time. */
function expectBetween(before: RuleSet, after: RuleSet, live: RuleSet): void {
  for (const direction of directions) {
    const [old, wanted, now] = [before, after, live].map((one) => one[direction].map(text));
    const free = difference(old ?? [], wanted ?? []).flatMap(({ region }) => region);
    for (const { region, sample: witness } of difference(old ?? [], now ?? [])) {
      expect(isEmpty(subtract(region, free)), `${JSON.stringify(witness)} is answered as by neither`).toBe(true);
    }
    for (const packet of packets) {
      const [a, b, c] = [before, after, live].map((one) => answerOf(one[direction], packet, noReferences).action);
      if (a === b) expect(c).toBe(a);
    }
  }
}
const packets: Packet[] = ['10.0.0.1', '10.0.0.2', '10.9.9.9', '203.0.113.7', '8.8.8.8'].flatMap((address): Packet[] => [
  ...[21, 22, 80].map((port): Packet => ({ protocol: 'TCP', address, port })),
  { protocol: 'UDP', address, port: 80 },
  { protocol: 'ICMP', address },
]);

describe('applying a draft', () => {
  it('keeps every live list between the old and the new rules, and ends in the new ones', async () => {
    await fc.assert(
      fc.asyncProperty(set, set, async (before, after) => {
        const id = await group(before);
        const start = await read(id);
        const live: VersionedRuleSet[] = [];
        const made = plans(before, after);
        const applied = await apply(id, start, made, wire(id, live));
        expect(applied.end).toBe('done');
        for (const one of live) expectBetween(before, after, one);
        expect(live).toHaveLength(made.reduce((sum, { steps }) => sum + steps.length, 0));
        expect(sameSet(await read(id), after)).toBe(true);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  const tcp = (port: string, cidr: string, description = ''): KnownRule => ({
    action: 'ACCEPT',
    service: { kind: 'ports', protocol: 'TCP', port },
    remote: { kind: 'address', cidr },
    description,
  });
  const [ssh, web, db, dns] = [tcp('22', '10.0.0.0/8'), tcp('80', '0.0.0.0/0'), tcp('3306', '10.0.0.0/16'), tcp('53', '10.0.0.0/8')];
  const ingress = (...rules: KnownRule[]): KnownSet => ({ ingress: rules, egress: [] });
  const theirs = (id: string, one: KnownRule) =>
    send('CreateSecurityGroupPolicies', {
      SecurityGroupId: id,
      SecurityGroupPolicySet: { Ingress: [{ PolicyIndex: 0, ...sentPolicy(one, false) }] },
    });

  it('stops at once when somebody changed the rules before, and writes nothing', async () => {
    const id = await group(ingress(ssh, web));
    const start = await read(id);
    await theirs(id, db);
    const live: VersionedRuleSet[] = [];
    const applied = await apply(id, start, plans(start, ingress(ssh, web, dns)), wire(id, live));
    expect(applied).toMatchObject({ end: 'conflict', done: 0 });
    expect(live).toEqual([]);
    expect((await read(id)).ingress).toEqual([db, ssh, web]);
  });

  it('stops when somebody comes between two calls; the merge then holds the rules of both', async () => {
    const id = await group(ingress(ssh, web));
    const start = await read(id);
    const wanted = ingress(dns, ssh, tcp('443', '0.0.0.0/0'));
    let once = true;
    const applied = await apply(
      id,
      start,
      plans(start, wanted),
      wire(id, [], async () => {
        if (once) await theirs(id, db);
        once = false;
      }),
    );
    if (applied.end !== 'conflict') throw new Error(`it ended as ${applied.end}`);
    const { draft, conflicts } = merge(draftWanting({ version: '', ...applied.left }, wanted), applied.rules);
    expect(conflicts).toEqual([]);
    const both = wantedBy(draft);
    expect(both.ingress).toEqual(expect.arrayContaining([db, ...wanted.ingress]));
    const second = await apply(id, draft.base, plans(draft.base, both), wire(id, []));
    expect(second.end).toBe('done');
    expect((await read(id)).ingress).toEqual(both.ingress);
  });

  it('does not repeat a call whose answer was lost, but looks whether it was done', async () => {
    const id = await group(ingress(ssh));
    const start = await read(id);
    let calls = 0;
    const lossy: GroupWire = {
      today: false,
      read: () => read(id),
      send: async ({ operation, params }) => {
        calls += 1;
        await send(actions[operation], params);
        throw new ApiError({ code: 'ServerUnreachable', message: 'gone', outcome: 'unknown' }, 0);
      },
    };
    expect(await apply(id, start, plans(start, ingress(ssh, web)), lossy)).toMatchObject({ end: 'done' });
    expect(calls).toBe(1);
    expect((await read(id)).ingress).toEqual([ssh, web]);
  });

  it('says what failed, and what had been done until then', async () => {
    const id = await group(ingress(ssh));
    const start = await read(id);
    await stage.quota('policies-per-direction', 1);
    const applied = await apply(id, start, plans(start, ingress(ssh, web)), wire(id, []));
    expect(applied).toMatchObject({ end: 'failed', done: 0, error: { code: 'LimitExceeded' } });
    expect((await read(id)).ingress).toEqual([ssh]);
  });
});
