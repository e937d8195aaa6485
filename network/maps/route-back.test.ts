/** Whether a route's packets get answers is told of its own table and destination, whatever other tables lack. */
import { expect, it } from 'vitest';
import type { ModelRoute, NetworkModel } from '../model/model.ts';
import { pcx, peeredNetwork } from '../testing/two-vpcs.ts';
import { vpcMapOf } from './vpc-map.ts';

/** A has the subnets 10.0.1.0/24 (rtb-a) and 10.0.2.0/24 (rtb-a2), B 10.1.1.0/24 (rtb-b) and 10.1.2.0/24 (rtb-b2). */
function model(routes: Readonly<Record<'a' | 'a2' | 'b' | 'b2', readonly ModelRoute[]>>, change: Partial<NetworkModel> = {}): NetworkModel {
  const base = peeredNetwork(routes.a, routes.b);
  return {
    ...base,
    subnets: [
      ...base.subnets,
      { id: 'subnet-a2', vpc: 'vpc-a', cidr: '10.0.2.0/24', networkAcl: null, routeTable: 'rtb-a2' },
      { id: 'subnet-b2', vpc: 'vpc-b', cidr: '10.1.2.0/24', networkAcl: null, routeTable: 'rtb-b2' },
    ],
    routeTables: [
      ...base.routeTables,
      { id: 'rtb-a2', vpc: 'vpc-a', main: false, routes: routes.a2 },
      { id: 'rtb-b2', vpc: 'vpc-b', main: false, routes: routes.b2 },
    ],
    ...change,
  };
}

/** What is said of the routes of A's tables, "table destination" by "table destination". */
const backs = (network: NetworkModel): Record<string, unknown> =>
  Object.fromEntries(
    (vpcMapOf(network, 'vpc-a')?.tables ?? []).flatMap(({ id, routes }) =>
      routes.map(({ destination, back }) => [`${id} ${destination}`, back?.code === 'no-way-back' ? back.tables : (back?.code ?? null)]),
    ),
  );

const whole = pcx('10.0.0.0/16');

it('is nothing where every table at the destination leads back, though another table of the VPC has no route there', () => {
  expect(backs(model({ a: [pcx('10.1.0.0/16')], a2: [], b: [whole], b2: [whole] }))).toEqual({ 'rtb-a 10.1.0.0/16': null });
});

it('is of the tables at the destination alone', () => {
  expect(backs(model({ a: [pcx('10.1.1.0/24'), pcx('10.1.2.0/24')], a2: [], b: [whole], b2: [] }))).toEqual({
    'rtb-a 10.1.1.0/24': null,
    'rtb-a 10.1.2.0/24': ['rtb-b2'],
  });
});

it('is of the subnets of its own table alone', () => {
  const there = pcx('10.1.0.0/16');
  expect(backs(model({ a: [there], a2: [there], b: [pcx('10.0.1.0/24')], b2: [whole] }))).toEqual({
    'rtb-a 10.1.0.0/16': null,
    'rtb-a2 10.1.0.0/16': ['rtb-b'],
  });
});

it.each<[string, Partial<NetworkModel>]>([
  ['the other VPC is of an account that is not here', { peerings: [{ id: 'pcx-ab', vpcs: ['vpc-a', 'vpc-elsewhere'], state: 'active' }] }],
  ['the state of the peering is not known', { peerings: [{ id: 'pcx-ab', vpcs: ['vpc-a', 'vpc-b'], state: 'unknown' }] }],
  ['its subnets were not read', { gaps: [{ kind: 'subnets', because: 'RequestLimitExceeded' }] }],
])('is not known where %s', (_, change) => {
  expect(backs(model({ a: [pcx('10.1.0.0/16')], a2: [], b: [whole], b2: [whole] }, change))).toEqual({ 'rtb-a 10.1.0.0/16': 'not-known' });
});

it('of a table that no subnet uses is what the VPC as a whole gets back', () => {
  const routes = { a: [], a2: [], b: [whole], b2: [] };
  const base = model(routes);
  const unused = { id: 'rtb-unused', vpc: 'vpc-a', main: false, routes: [pcx('10.1.0.0/16')] };
  expect(backs({ ...base, routeTables: [...base.routeTables, unused] })).toEqual({ 'rtb-unused 10.1.0.0/16': ['rtb-b2'] });
});
