/** The demo world: the same in every run, and as consistent as one that was made by calls. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Family } from '../../catalogue/define.ts';
import { databaseTable } from '../families/cdb-instance/table.ts';
import { type EipRow, eipTable } from '../families/eip/table.ts';
import { eniTable } from '../families/eni/table.ts';
import { proxyTable } from '../families/gaap-proxy/table.ts';
import { natTable } from '../families/nat-gateway/table.ts';
import { type PeeringRow, peeringTable } from '../families/peering/table.ts';
import { seeds, tables } from '../families/registry.ts';
import { type RouteRow, routesTable, routeTableTable } from '../families/route-table/table.ts';
import { subnetTable } from '../families/subnet/table.ts';
import { vpcTable } from '../families/vpc/table.ts';
import { addressTable, instanceTable } from '../instances/table.ts';
import { isUsable } from '../rules/addresses.ts';
import { addressesOf } from '../rules/interfaces.ts';
import { nextHopOf } from '../rules/next-hops.ts';
import { type Partition, World } from '../world/world.ts';
import { seedWorld } from './index.ts';
import { inOrder, sequenceOf } from './seed.ts';

const demo = (families?: typeof seeds): World => {
  const made = new World({ tables });
  seedWorld(made, 'demo', families);
  return made;
};

/** Every row of the world as "table id", but for its accounts, whose keys are new each time. */
const idsOf = (of: World): string[] => [...of.rows()].filter(([table]) => table !== 'account').map(([table, , id]) => `${table} ${id}`);

let world: World;
let partitions: Partition[];

beforeAll(() => {
  world = demo();
  partitions = [...world.scopesOf(vpcTable)].map((scope) => {
    const [uin = '', region = ''] = scope.split('/');
    return world.partition(uin, region);
  });
});

describe('the demo world', () => {
  it('has the same ids in every run, and the VPCs that links point at', () => {
    expect(idsOf(demo())).toEqual(idsOf(world));
    expect(partitions[0]?.table(vpcTable).all().rows()[0]?.VpcId).toBe('vpc-tueo4w0p');
    expect(partitions[0]?.table(subnetTable).all().rows()[0]?.SubnetId).toBe('subnet-s4v6msz7');
  });

  it.each(Object.keys(seeds) as Family[])('would be the same without %s, but for the families that build upon it', (left) => {
    const builds = (family: Family): boolean => family === left || (seeds[family]?.after ?? []).some(builds);
    const kept = Object.fromEntries(Object.entries(seeds).filter(([family]) => !builds(family as Family)));
    const complete = new Set(idsOf(world));
    expect(idsOf(demo(kept)).filter((id) => !complete.has(id))).toEqual([]);
  });

  it('gives each family a random sequence of its own', () => {
    const sequences = inOrder(seeds).map(([family, seed]) => sequenceOf(family, seed));
    expect(new Set(sequences).size).toBe(sequences.length);
  });

  it('gives every network interface addresses of its own subnet, the first of them primary', () => {
    for (const partition of partitions) {
      for (const eni of partition.table(eniTable).all()) {
        const subnet = partition.table(subnetTable).get(eni.SubnetId);
        const held = addressesOf(partition, eni);
        expect(held.map(({ primary }) => primary)).toEqual(held.map((_, index) => index === 0));
        for (const { row } of held) {
          expect(row.SubnetId).toBe(eni.SubnetId);
          expect(subnet && isUsable(subnet, row.Address)).toBe(true);
        }
        const machine = partition.table(instanceTable).get(eni.InstanceId);
        if (eni.InstanceId) expect(partition.table(subnetTable).get(machine?.SubnetId ?? '')?.Zone).toBe(eni.Zone);
      }
      const indexes = partition
        .table(eniTable)
        .all()
        .rows()
        .filter(({ InstanceId }) => InstanceId)
        .map((row) => `${row.InstanceId} ${row.DeviceIndex}`);
      expect(new Set(indexes).size).toBe(indexes.length);
    }
  });

  it('binds elastic IPs to addresses that are there, one each, and none to a machine with an ordinary one', () => {
    const eips = partitions.flatMap((partition) =>
      partition
        .table(eipTable)
        .all()
        .rows()
        .map((row): [Partition, EipRow] => [partition, row]),
    );
    expect(new Set(eips.map(([, row]) => row.AddressIp)).size).toBe(eips.length);
    for (const [partition, row] of eips) {
      if (row.AddressStatus === 'UNBIND') continue;
      // A NAT gateway has its elastic IPs as a whole, without a private address for each.
      if (row.PrivateIpAddress === '') {
        expect(partition.table(natTable).get(row.ResourceId)).toBeDefined();
        continue;
      }
      expect(partition.table(eipTable).where('At', `${row.VpcId}/${row.PrivateIpAddress}`).size).toBe(1);
      const holder = partition.table(addressTable).get(`${row.VpcId}/${row.PrivateIpAddress}`)?.HolderId;
      expect(holder).toBe(row.ResourceId);
      expect(partition.table(instanceTable).get(row.ResourceId)?.PublicIpAddress).toBeUndefined();
    }
  });

  it('has databases that stand where their instances stand, and proxies in each state that matters', () => {
    const databases = partitions.flatMap((partition) =>
      partition
        .table(databaseTable)
        .all()
        .rows()
        .map((row) => ({ row, stands: partition.table(instanceTable).get(row.InstanceId) })),
    );
    expect(databases.filter(({ row, stands }) => stands?.Kind !== 'CDB' || stands.InstanceName !== row.InstanceName)).toEqual([]);
    expect(databases.filter(({ row }) => row.WanIsOpen !== (row.WanPort > 0 && row.WanDomain !== ''))).toEqual([]);
    const states = databases.map(({ row }) => `${row.Status} ${row.Role} ${row.IsInitialised} ${row.WanIsOpen}`);
    expect(states).toEqual(
      expect.arrayContaining(['1 master true true', '5 master true false', '5 ro true false', '1 master false false']),
    );
    const proxies = new Set(partitions.map((partition) => partition.table(proxyTable))).values();
    const opens = [...proxies].flatMap((table) =>
      table
        .all()
        .rows()
        .map((row) => `${row.Status} ${row.Version}`),
    );
    expect(opens).toEqual(expect.arrayContaining(['RUNNING 2.0', 'CLOSED 2.0', 'CLOSED 1.0', 'ISOLATED 2.0']));
  });

  it('has routes whose next hops are there, but for the one that shows what a dead one looks like', () => {
    const dead: RouteRow[] = [];
    for (const partition of partitions) {
      for (const route of partition.table(routesTable).all()) {
        const vpc = partition.table(vpcTable).get(partition.table(routeTableTable).get(route.RouteTableId)?.VpcId ?? '');
        const found = vpc && nextHopOf({ partition }, route.GatewayType, vpc, route.GatewayId);
        if (found) expect(found.id).toBe(route.GatewayId);
        else dead.push(route);
      }
    }
    expect(dead.map((route) => route.GatewayId)).toEqual(['10.0.3.250']);
  });

  it('has peerings that most tables on both sides lead through, one side that lacks a route, and a pair that has none', () => {
    const without = (peering: PeeringRow): string[] =>
      [peering.From, peering.To].flatMap(({ Uin, Region, VpcId }) => {
        const partition = world.partition(Uin, Region);
        const led = new Set(
          partition
            .table(routesTable)
            .where('GatewayId', peering.PeeringConnectionId)
            .rows()
            .map((route) => route.RouteTableId),
        );
        const tables = partition.table(routeTableTable).where('VpcId', VpcId).rows();
        return tables.filter((table) => !led.has(table.RouteTableId)).map((table) => table.RouteTableName);
      });
    const active = (partitions[0]?.table(peeringTable).all().rows() ?? []).filter(({ State }) => State === 1);
    expect(Object.fromEntries(active.map((row) => [row.PeeringConnectionName, without(row)]))).toEqual({
      'prod-dmz': ['默认', 'app 应用层', 'data 数据层', '默认', 'edge out'],
      '生产-支付': [],
      'gz-sh 双活': [],
      'prod-data': ['batch'],
      'gz-bj-dr': [],
      '云通 TMS': [],
      'tms-wms': ['dispatch'],
      'core-ops': [],
      'core-edge': [],
      双大区: [],
      'east-analytics': ['默认', '默认'],
      'cn-sea': ['默认', 'data 数据层', '默认'],
    });
  });
});
