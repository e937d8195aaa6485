/** What a peering is told to carry where no subnet sends by it, and where both VPCs have the same addresses. */
import { expect, it } from 'vitest';
import type { NetworkModel } from '../model/model.ts';
import { peeringFact } from '../routes/peerings.ts';
import { network, pcx } from '../testing/two-vpcs.ts';
import { leavesBy, peeringMapOf } from './peering-map.ts';
import { vpcMapOf } from './vpc-map.ts';

function seen(model: NetworkModel): unknown[] {
  const beyond = vpcMapOf(model, 'vpc-a')?.hops.find(({ kind }) => kind === 'peering')?.beyond[0];
  return [peeringFact(model, 'vpc-a', 'vpc-b').carries, beyond?.passes, beyond?.state, beyond?.trouble?.code ?? null];
}

it('a way back in a table that no subnet uses is none', () => {
  const base = network();
  expect(seen(base)).toEqual(['both', 'both', 'good', null]);
  const routeTables = base.routeTables.map((table) => (table.vpc === 'vpc-b' ? { ...table, routes: [] } : table));
  const idle = { id: 'rtb-idle', vpc: 'vpc-b', main: false, routes: [pcx('10.0.0.0/16')] };
  const model = { ...base, routeTables: [...routeTables, idle] };
  expect(seen(model)).toEqual(['one-way', 'out', 'missing', 'no-way-back']);
  const map = peeringMapOf(model, ['vpc-a', 'vpc-b'], model.peerings[0] ?? null);
  expect(map.sides.map((side) => leavesBy(map, side))).toEqual([true, false]);
});

it('between the same addresses lacks no route: none would act', () => {
  const base = network();
  const model = {
    ...base,
    vpcs: base.vpcs.map((vpc) => ({ ...vpc, cidr: '10.0.0.0/16' })),
    subnets: base.subnets.map((subnet) => (subnet.vpc === 'vpc-b' ? { ...subnet, cidr: '10.0.9.0/24' } : subnet)),
    interfaces: [],
    routeTables: base.routeTables.map((table) => ({ ...table, routes: [pcx('10.0.0.0/16')] })),
  };
  expect(seen(model)).toEqual(['nothing', 'none', 'overlap', 'same-addresses']);
  expect(peeringFact(model, 'vpc-a', 'vpc-b').missing.flatMap(({ destinations }) => destinations)).toEqual([]);
});
