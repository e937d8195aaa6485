/** Tags of the company that speaks today's API: on most of what it has, and on a few things none, as it is with people. */
import type { Company } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import type { AnySpec } from '../../world/table.ts';
import { ccnTable } from '../ccn/table.ts';
import { directConnectGatewayTable } from '../direct-connect-gateway/table.ts';
import { eipTable } from '../eip/table.ts';
import { eniTable } from '../eni/table.ts';
import { flowLogTable } from '../flow-log/table.ts';
import { natTable } from '../nat-gateway/table.ts';
import { networkAclTable } from '../network-acl/table.ts';
import { peeringTable } from '../peering/table.ts';
import { routeTableTable } from '../route-table/table.ts';
import { securityGroupTable } from '../security-group/table.ts';
import { subnetTable } from '../subnet/table.ts';
import { vpcTable } from '../vpc/table.ts';
import { tagTable } from './table.ts';

const tagged: readonly AnySpec[] = [
  ...[vpcTable, subnetTable, routeTableTable, securityGroupTable, networkAclTable],
  ...[eniTable, eipTable, natTable, directConnectGatewayTable, flowLogTable],
];

const teams: Readonly<Record<string, string>> = { game: '核心玩法', ops: '运维', edge: '接入', analytics: '数据' };

/** Whose a resource is follows from its VPC's name; without a VPC it is the platform's. */
const teamOf = (vpc: string): string => Object.entries(teams).find(([start]) => vpc.startsWith(start))?.[1] ?? '平台';

interface OwnedRow {
  readonly VpcId?: string;
  readonly Name?: string;
}

function seedModern(company: Company): void {
  for (const name of ['ap-guangzhou', 'ap-shanghai', 'ap-singapore'] as const) {
    const { partition } = company.region(name);
    const tags = partition.table(tagTable);
    for (const spec of tagged) {
      const rows = partition.table(spec).all().rows() as readonly OwnedRow[];
      for (const [at, row] of rows.entries()) {
        // Every seventh was forgotten.
        if (at % 7 === 6) continue;
        const vpc = partition.table(vpcTable).get(row.VpcId ?? '')?.VpcName ?? '';
        const Tags = [
          { Key: 'env', Value: vpc.startsWith('analytics') || vpc.startsWith('ops') ? 'shared' : 'prod' },
          { Key: '团队', Value: teamOf(vpc) },
          ...(at % 3 === 0 ? [{ Key: 'cost-center', Value: `G-${100 + (at % 5)}` }] : []),
        ];
        tags.put({ ResourceId: spec.id(row), Tags });
      }
    }
  }
  const { partition } = company.region('ap-guangzhou');
  const shared = [
    ...partition
      .table(ccnTable)
      .where('Uin', company.uin)
      .rows()
      .map(({ CcnId }) => CcnId),
    ...partition
      .table(peeringTable)
      .all()
      .rows()
      .filter(({ From }) => From.Uin === company.uin)
      .map(({ PeeringConnectionId }) => PeeringConnectionId),
  ];
  for (const ResourceId of shared) partition.table(tagTable).put({ ResourceId, Tags: [{ Key: 'env', Value: 'prod' }] });
}

export const seed: Seed = {
  after: [
    ...(['ccn', 'direct-connect-gateway', 'eip', 'eni', 'flow-log', 'nat-gateway'] as const),
    ...(['network-acl', 'peering', 'route-table', 'security-group'] as const),
  ],
  add: () => undefined,
  modern: seedModern,
};
