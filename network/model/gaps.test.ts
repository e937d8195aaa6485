/** A list that was not read whole: whatever its missing rows could change is unknown, and names it; the rest stays sure. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Endpoint, Hop, PathAnswer, PathQuery, Repair } from '../paths/path.ts';
import { placesAt } from '../paths/places.ts';
import { trace } from '../paths/trace.ts';
import { eipLeads } from '../routes/leads.ts';
import { peeringMatrix, transitiveTraps } from '../routes/peerings.ts';
import { type EffectiveRoute, effectiveRoutes, effectiveRoutesOfTable, nextHop } from '../routes/routes.ts';
import { anyCut, everyKind } from '../testing/sample-gaps.ts';
import { indexOf } from './look-up.ts';
import type { ModelKind, NetworkModel } from './model.ts';
import type { Reason } from './reasons.ts';
import { proposeBlocks, subnetSpace, vpcOverlaps, vpcSpace } from './space.ts';

/** The list that a reason says is not there. */
function names(reason: Reason | null | undefined, kind: ModelKind): boolean {
  if (!reason) return false;
  if (reason.code === 'rule-not-resolved') return reason.lists.some((list) => list.kind === kind);
  return (reason.code === 'not-known' || reason.code === 'not-in-model') && reason.kind === kind;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const ends: readonly Endpoint[] = [
  ...['eni-a14', 'eni-a25', 'eni-b15', 'eni-c14'].map((id) => ({ interface: id })),
  ...['subnet-a1', 'subnet-b2', 'subnet-c1'].map((id) => ({ subnet: id })),
  ...['10.0.1.5', '10.1.2.5', '43.1.0.1', '43.0.0.1', '43.2.0.1', '8.8.8.8', '192.168.0.9', '192.168.1.9'].map((address) => ({ address })),
  { internet: true },
];

const anyQuery: fc.Arbitrary<PathQuery> = fc.record({
  from: fc.constantFrom(...ends),
  to: fc.constantFrom(...ends),
  protocol: fc.constantFrom('TCP' as const, 'ICMP' as const),
  port: fc.constantFrom(22, 80, 443),
});

/** A next hop that is not in the VPC is elsewhere or gone: which of the two, rows of other regions tell. */
const elsewhere = (code: string | undefined): string | undefined => (code === 'next-hop-in-other-vpc' ? 'next-hop-gone' : code);

const outline = (way: string, { step, result, reason }: Hop): string => [way, step, result, elsewhere(reason?.code)].join(' ');

/** The hop that decides. */
function decided({ decidedBy, forward, return: back }: PathAnswer): string {
  const hop = decidedBy && (decidedBy.way === 'forward' ? forward : back)[decidedBy.index];
  return hop && decidedBy ? outline(decidedBy.way, hop) : '';
}

/** The hops of all cases. */
const outlines = ({ cases }: PathAnswer): string[] =>
  cases.flatMap((one) => [...one.forward.map((hop) => outline('forward', hop)), ...one.return.map((hop) => outline('return', hop))]);

/** Into which of the groups and where a rule is put depends on rules that may match, and remarks on a route on what was read; the change itself does not. */
const bare = (repair: Repair): string =>
  JSON.stringify({
    ...repair,
    before: undefined,
    securityGroup: undefined,
    ...('instead' in repair && { instead: repair.instead.row }),
    ...('route' in repair && { route: repair.route.row }),
  });

const hopsOf = ({ forward, return: back }: Pick<PathAnswer, 'forward' | 'return'>) => [...forward, ...back];

describe.each(everyKind)('rows missing from %s', (kind) => {
  const runs = { numRuns: 30 };

  it('leave a path as it is, or unknown', () => {
    fc.assert(
      fc.property(anyCut(kind), fc.array(anyQuery, { minLength: 6, maxLength: 6 }), ({ full, cut }, queries) => {
        for (const query of queries) {
          const whole = trace(full, query);
          const found = trace(cut, query);
          const told = names(found.because, kind);
          if (found.verdict === 'unknown' && told) continue;
          expect([query, found.verdict]).toEqual([query, whole.verdict]);
          // What stops a packet stops it in the whole network too, where something else may do so before.
          if (found.verdict === 'blocked') expect(outlines(whole)).toContain(decided(found));
          else if (found.verdict !== 'ambiguous') expect(decided(found)).toBe(decided(whole));
        }
      }),
      runs,
    );
  });

  it('propose no repair that the whole network would not, and say when there may be others', () => {
    const single = ends.filter((end) => 'interface' in end || 'address' in end);
    const alone = fc.record({ from: fc.constantFrom(...single), to: fc.constantFrom(...single) });
    fc.assert(
      fc.property(anyCut(kind), fc.array(alone, { minLength: 6, maxLength: 6 }), ({ full, cut }, queries) => {
        for (const query of queries) {
          const [whole, found] = [full, cut].map((model) => trace(model, { ...query, protocol: 'TCP', port: 80 }));
          // Several ends of one address: which of them is shown is no part of the answer.
          if (!whole || !found || whole.cases.length > 1 || found.cases.length > 1) continue;
          if (!same([whole.from, whole.to], [found.from, found.to])) continue;
          const [all, some] = [whole.repairs.map(bare), found.repairs.map(bare)];
          const told = [...found.repairsUnsure, found.because, ...hopsOf(found).map(({ reason }) => reason)].some((reason) =>
            names(reason, kind),
          );
          if (told) expect(some.filter((repair) => !all.includes(repair))).toEqual([]);
          else expect([query, some]).toEqual([query, all]);
        }
      }),
      runs,
    );
  });

  it('leave routes and next hops as they are, or unknown', () => {
    const agree = (found: EffectiveRoute, whole: EffectiveRoute | undefined) => {
      if (found.status === 'unknown' && names(found.reason, kind)) return;
      const told = found.remarks.some((remark) => remark.code === 'return-not-known' && names(remark.reason, kind));
      if (told) expect([found.status, found.reason]).toEqual([whole?.status, whole?.reason]);
      else if (found.reason?.code === 'next-hop-gone')
        expect([whole?.status, elsewhere(whole?.reason?.code)]).toEqual(['dead', 'next-hop-gone']);
      else expect(found).toEqual(whole);
    };
    const addresses = ['10.0.1.5', '10.1.2.5', '10.2.1.9', '192.168.0.9', '192.168.0.200', '192.168.2.9', '8.8.8.8', '43.1.0.1'];
    fc.assert(
      fc.property(anyCut(kind), fc.constantFrom(...addresses), ({ full, cut }, address) => {
        for (const { id } of cut.routeTables) {
          const whole = effectiveRoutesOfTable(full, id);
          for (const route of effectiveRoutesOfTable(cut, id)) {
            agree(
              route,
              whole.find((other) => other.row === route.row && other.destination === route.destination),
            );
          }
        }
        for (const { id } of cut.subnets) {
          const routes = effectiveRoutes(cut, id);
          if (routes) expect(routes.filter(({ row }) => row).length).toBe(effectiveRoutes(full, id)?.filter(({ row }) => row).length);
          const [whole, found] = [nextHop(full, id, address), nextHop(cut, id, address)];
          if (found.kind === 'not-known') expect(names(found.reason, kind)).toBe(true);
          else if (found.kind === 'unknown' && names(found.route.reason, kind)) continue;
          else if (found.kind === 'several') expect(['several', 'dead']).toContain(whole.kind);
          else if (found.kind === 'local' && names(found.reason, kind)) expect(whole.kind).toBe('local');
          else if (found.kind === 'local' && found.route === null) expect(whole).toMatchObject({ kind: 'local', subnet: found.subnet });
          else if ('route' in found && 'route' in whole) {
            expect(found.kind).toBe(whole.kind);
            expect(found.route?.row).toEqual(whole.route?.row);
          } else expect(found).toEqual(whole);
        }
      }),
      runs,
    );
  });

  it('leave what is said of two VPCs as it is, or unsure', () => {
    fc.assert(
      fc.property(anyCut(kind), ({ full, cut }) => {
        const facts = new Map(peeringMatrix(full).map((fact) => [`${fact.a} ${fact.b}`, fact]));
        for (const found of peeringMatrix(cut)) {
          const whole = facts.get(`${found.a} ${found.b}`);
          if (!found.unsure.some((reason) => names(reason, kind))) {
            expect(found).toEqual(whole);
            continue;
          }
          expect([whole?.state, 'unknown']).toContain(found.state);
          expect(found.overlaps).toEqual(whole?.overlaps);
          if (found.carries !== null && found.carries !== 'unknown') expect(found.carries).toBe(whole?.carries);
          for (const { routeTable, unreached } of found.missing) {
            const there = whole?.missing.find((one) => one.routeTable === routeTable)?.unreached ?? [];
            expect(unreached.filter((id) => !there.includes(id))).toEqual([]);
          }
        }
        const traps = transitiveTraps(full).map(({ from, through, to }) => `${from} ${through} ${to}`);
        for (const { from, through, to, unsure } of transitiveTraps(cut)) {
          if (!names(unsure, kind)) expect(traps).toContain(`${from} ${through} ${to}`);
        }
      }),
      runs,
    );
  });

  it('leave address space as it is, or unsure', () => {
    fc.assert(
      fc.property(anyCut(kind), ({ full, cut }) => {
        for (const { id } of cut.vpcs) {
          const [whole, found] = [vpcSpace(full, id), vpcSpace(cut, id)];
          if (names(found.unsure, kind)) expect(proposeBlocks(cut, id, [24])).toEqual({ blocks: null, unsure: found.unsure });
          else expect([found, proposeBlocks(cut, id, [24])]).toEqual([whole, proposeBlocks(full, id, [24])]);
        }
        for (const { id } of cut.subnets) {
          const found = subnetSpace(cut, id);
          if (!names(found.unsure, kind)) expect(found).toEqual(subnetSpace(full, id));
        }
        const all = vpcOverlaps(full).map((pair) => JSON.stringify(pair));
        for (const pair of vpcOverlaps(cut)) expect(all).toContain(JSON.stringify(pair));
      }),
      runs,
    );
  });

  it('leave whose an address is, and where an EIP leads, as it is, or unknown', () => {
    const whose = (model: NetworkModel, value: number) => placesAt(indexOf(model), value);
    const values = [0x0a000105, 0x0a010205, 0x2b010001, 0x2b010004, 0x2b000001, 0x2b020001];
    fc.assert(
      fc.property(anyCut(kind), fc.constantFrom(...values), ({ full, cut }, value) => {
        const [whole, found] = [whose(full, value), whose(cut, value)];
        const hidden = found.places.some((place) => place.kind === 'bare') && kind === 'interfaces';
        if (!names(found.doubt, kind) && !hidden) expect(found.places).toEqual(whole.places);
        for (const { id } of full.eips) {
          const [meant, led] = [eipLeads(full, id), eipLeads(cut, id)];
          if (led.kind === 'unknown') expect(same(led, meant) || names(led.reason, kind)).toBe(true);
          else if (led.kind === 'nat-gateway' && names(led.unsure, kind)) expect(meant).toMatchObject({ kind: led.kind, id: led.id });
          else expect(led).toEqual(meant);
        }
      }),
      runs,
    );
  });
});

it('nothing of the engine reads the rows of a model but through the look-ups', () => {
  const engine = new URL('..', import.meta.url);
  const files = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter((name) => /^(?!testing\/).*(?<!\.test)\.ts$/.test(name));
  expect(files).toContain('model/look-up.ts');
  const around = files.filter((name) => !['model/look-up.ts', 'model/model-index.ts'].includes(name));
  const touching = around.filter((name) =>
    /\b(?:index|model)\.tables\b|\bindex\.model\b|from '[./]+\/(?:model\/)?model-index\.ts'/.test(
      readFileSync(new URL(name, engine), 'utf8'),
    ),
  );
  expect(touching).toEqual([]);
});
