/** What an address finds on the map of a VPC: what each table does with it, by that table's own longest route. */
import { expect, it } from 'vitest';
import { sampleMapModel } from '../testing/sample-map.ts';
import { searchVpc } from './search.ts';
import { vpcMapOf } from './vpc-map.ts';

it('is the hop of each table’s longest route, and a table itself whose longest route is dead', () => {
  const model = sampleMapModel({ tables: 2, subnets: 8, zones: 2, peers: 2, interfacesPerSubnet: 1 }, 3);
  const out = { destination: '0.0.0.0/0', type: 'NAT', gateway: 'nat-0' };
  const gone = { destination: '10.200.0.0/16', type: 'NORMAL_CVM', gateway: '10.0.0.250' };
  const [first, second, ...rest] = model.routeTables.filter(({ vpc }) => vpc === 'vpc-home');
  if (!first || !second) throw new Error('the sample has two tables');
  const routeTables = [{ ...first, routes: [out] }, { ...second, routes: [out, gone] }, ...rest];
  const map = vpcMapOf({ ...model, routeTables }, 'vpc-home');
  if (!map) throw new Error('the sample has no vpc-home');
  expect(searchVpc(map, '10.200.0.9')).toEqual([`table:${second.id}`, 'hop:NAT:nat-0']);
  expect(searchVpc(map, '198.51.100.9')).toEqual(['hop:NAT:nat-0']);
  // The local route takes what no subnet holds.
  expect(searchVpc(map, '10.2.0.9')).toEqual([]);
});

it('is what takes an address where longer routes are switched off', () => {
  const out = { destination: '0.0.0.0/0', type: 'NAT', gateway: 'nat-0' };
  const off = { destination: '10.200.0.0/16', type: 'NORMAL_CVM', gateway: '10.0.0.4', enabled: false };
  const model = sampleMapModel({ tables: 1, subnets: 4, zones: 1, peers: 1, interfacesPerSubnet: 1 }, 3);
  const routeTables = model.routeTables.map((table) => (table.vpc === 'vpc-home' ? { ...table, routes: [out, off] } : table));
  const map = vpcMapOf({ ...model, routeTables }, 'vpc-home');
  if (!map) throw new Error('the sample has no vpc-home');
  expect(searchVpc(map, '10.200.0.9')).toEqual(['hop:NAT:nat-0']);
});
