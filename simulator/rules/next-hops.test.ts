/** How families plug their gateways into routes: finding one of a VPC, and dropping the routes through one that goes. */
import { expect, it } from 'vitest';
import { tables } from '../families/registry.ts';
import { addRouteTable, putRoute } from '../families/route-table/rules.ts';
import { routesTable } from '../families/route-table/table.ts';
import { addVpc } from '../families/vpc/rules.ts';
import { defineTable } from '../world/table.ts';
import { World } from '../world/world.ts';
import { dropRoutesThrough, hopIn } from './next-hops.ts';

interface Gate {
  readonly Id: string;
  readonly OldId: string;
  readonly VpcId: string;
}

const gates = defineTable<Gate>()({ name: 'gate', scope: 'region', id: (row) => row.Id, indexes: { OldId: (row) => row.OldId } });
const plain = defineTable<{ Id: string; VpcId: string }>()({ name: 'plain', scope: 'region', id: (row) => row.Id, indexes: {} });

function start() {
  const world = new World({ tables: [...tables, gates, plain] });
  const partition = world.partition('1', 'ap-guangzhou');
  const ctx = { world, partition, region: 'ap-guangzhou' as const, now: 0 };
  return { partition, ctx, ...addVpc(ctx, { name: 'net', cidr: '10.0.0.0/16' }) };
}

it('a gateway of the VPC is found ctx its id and ctx its old one; one of another VPC is not', () => {
  const { partition, vpc } = start();
  partition.table(gates).put({ Id: 'gate-1', OldId: '548', VpcId: vpc.VpcId });
  partition.table(gates).put({ Id: 'gate-2', OldId: '549', VpcId: 'vpc-elsewhere' });
  partition.table(plain).put({ Id: 'plain-1', VpcId: vpc.VpcId });
  expect(hopIn(gates, { partition }, vpc, 'gate-1')).toEqual({ id: 'gate-1', oldId: '548' });
  expect(hopIn(gates, { partition }, vpc, '548')).toEqual({ id: 'gate-1', oldId: '548' });
  expect(hopIn(gates, { partition }, vpc, 'gate-2')).toBeUndefined();
  expect(hopIn(gates, { partition }, vpc, 'gate-3')).toBeUndefined();
  expect(hopIn(plain, { partition }, vpc, 'plain-1')).toEqual({ id: 'plain-1', oldId: undefined });
});

it('routes through a gateway that goes are dropped from every table of the region, and no others', () => {
  const { partition, ctx, vpc, routeTable: main } = start();
  const second = addRouteTable(ctx, vpc, 'second');
  const to = (gatewayId: string, destination: string) => ({ destination, type: 'NAT' as const, gatewayId });
  putRoute(ctx, main, to('nat-1', '11.0.0.0/8'));
  putRoute(ctx, main, to('nat-2', '12.0.0.0/8'));
  putRoute(ctx, second, to('nat-1', '13.0.0.0/8'));
  dropRoutesThrough({ partition }, 'nat-1');
  expect(partition.table(routesTable).all().rows()).toMatchObject([{ DestinationCidrBlock: '12.0.0.0/8', GatewayId: 'nat-2' }]);
});
