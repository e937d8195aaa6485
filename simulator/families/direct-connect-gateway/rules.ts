/** What holds for direct-connect gateways (12626-12899). */
import { formatAddress } from '../../../catalogue/address.ts';
import { spend } from '../../accounts/quota.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { nextNumber } from '../../rules/counter.ts';
import { willGo, willSet } from '../../rules/effects.ts';
import { dropRoutesThrough } from '../../rules/next-hops.ts';
import { rowIn } from '../../rules/rows.ts';
import { startTask } from '../../rules/tasks.ts';
import { cloudTime } from '../../world/clock.ts';
import { vpcIn } from '../vpc/rules.ts';
import { type VpcRow, vpcTable } from '../vpc/table.ts';
import { type DirectConnectGatewayRow, directConnectGatewayTable, natAclTable, natRuleTable } from './table.ts';

const family = 'direct-connect-gateway' as const;

/** Every action of the family but the list names a gateway by these two. */
export interface InGateway {
  readonly vpcId: string;
  readonly directConnectGatewayId: string;
}

/** The gateway of that VPC, where one is named. @throws CloudError when either is missing, or they do not belong together. */
export const gatewayOf = (call: Call, vpc: VpcRow | undefined, id: string): DirectConnectGatewayRow =>
  rowIn(call, vpc, directConnectGatewayTable, 'direct-connect gateway', id, 'InvalidDirectConnectGateway.NotFound');

export const gatewayIn = (call: Call, { vpcId, directConnectGatewayId: id }: InGateway): DirectConnectGatewayRow =>
  gatewayOf(call, vpcIn(call, vpcId), id);

/** The same for an action that changes something: one that is being deleted is locked. */
export function changeable(call: Call, where: InGateway): DirectConnectGatewayRow {
  const row = gatewayIn(call, where);
  if (!row.Deleting) return row;
  throw new CloudError('ActionLocked', `The direct-connect gateway ${row.DirectConnectGatewayId} is being deleted.`);
}

export function vpcOfGateway(call: Pick<Call, 'partition'>, row: DirectConnectGatewayRow): VpcRow {
  const vpc = call.partition.table(vpcTable).get(row.VpcId);
  if (!vpc) throw new Error(`the direct-connect gateway ${row.DirectConnectGatewayId} is of a VPC that is gone`);
  return vpc;
}

interface NewGateway {
  readonly name: string;
  readonly type: 0 | 1;
}

/** Makes a gateway: a VPC has at most one that translates and one that does not (12637). @throws CloudError for another one. */
export function createGateway(call: Call, vpc: VpcRow, wanted: NewGateway): DirectConnectGatewayRow {
  const sisters = call.table(directConnectGatewayTable).where('VpcId', vpc.VpcId).rows();
  const alike = sisters.filter((row) => row.Type === wanted.type).length;
  spend(call, 'direct-connect-gateways-per-vpc-and-type', alike, 'DirectConnectGatewayLimitExceeded');
  return addGateway(call, vpc, wanted);
}

/** The addresses of gateways towards their lines are counted up from here (12888). */
const firstIp = 0x0a_d4_00_00;

/** The same without regard to quotas: for seeds, and for one of the CCN kind, which stands in no VPC. */
export function addGateway(ctx: CallContext, vpc: VpcRow | null, wanted: NewGateway): DirectConnectGatewayRow {
  return ctx.partition.table(directConnectGatewayTable).put({
    DirectConnectGatewayId: ctx.partition.newId(directConnectGatewayTable, 'dcg'),
    DirectConnectGatewayName: wanted.name,
    VpcId: vpc?.VpcId ?? '',
    Type: wanted.type,
    Ip: formatAddress(firstIp + nextNumber(ctx.world, 'direct-connect-address', 10)),
    Deleting: false,
    CreatedTime: cloudTime(ctx.now),
  });
}

/** Begins renaming. @returns the task. */
export function renameGateway(call: Call, row: DirectConnectGatewayRow, name: string): number {
  const renamed = willSet(call.partition, directConnectGatewayTable, row.DirectConnectGatewayId, { DirectConnectGatewayName: name });
  return startTask(call, { family, effects: [renamed] });
}

/** Begins deleting the gateway with its rules and their ACLs (12700). The routes to it go at once, so that no packet follows them (12701). */
export function deleteGateway(call: Call, row: DirectConnectGatewayRow): number {
  const id = row.DirectConnectGatewayId;
  dropRoutesThrough(call, id);
  call.table(directConnectGatewayTable).put({ ...row, Deleting: true });
  const acls = call.table(natAclTable).where('DirectConnectGatewayId', id).rows();
  const rules = call.table(natRuleTable).where('DirectConnectGatewayId', id).rows();
  const effects = [
    ...acls.map((acl) => willGo(call.partition, natAclTable, natAclTable.id(acl))),
    ...rules.map((rule) => willGo(call.partition, natRuleTable, natRuleTable.id(rule))),
    willGo(call.partition, directConnectGatewayTable, id),
  ];
  return startTask(call, { family, effects });
}
