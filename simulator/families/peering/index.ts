/** Peerings over the 2017 API, the only one that has them: within a region (14648-15070) and, as "…Ex", between regions. */
import type { actions } from '../../../catalogue/families/peering/index.ts';
import type { Call, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { orderedPage } from '../../rules/lists.ts';
import { peeringState } from '../../rules/peerings.ts';
import { tellsToday } from '../../rules/today.ts';
import { vpcAsked, vpcIn } from '../vpc/rules.ts';
import { change, changeLater, createPeering, deletePeering, deletePeeringLater, peeringOf, steps } from './rules.ts';
import { type PeeringRow, peeringTable, sideKey } from './table.ts';

/** Every account has a second number, which these answers call its application (14728). */
const appIdOf = (uin: string): string => String(1_250_000_000 + (Number(uin) % 100_000_000));

/** What today tells besides: one within a region has no bandwidth of its own. */
function told(call: Call, row: PeeringRow) {
  if (!tellsToday(call)) return {};
  const isBetween = row.From.Region !== row.To.Region;
  return {
    sourceRegion: row.From.Region,
    destinationRegion: row.To.Region,
    bandwidth: row.Bandwidth,
    type: 1 as const,
    ...(isBetween ? { chargeType: row.ChargeType ?? ('POSTPAID_BY_DAY_MAX' as const), qosLevel: row.QosLevel ?? ('AU' as const) } : {}),
  };
}

/** Both accounts see the peering from the side that asked for it. */
const listed = (call: Call, row: PeeringRow) => ({
  vpcId: row.From.OldVpcId,
  unVpcId: row.From.VpcId,
  peerVpcId: row.To.OldVpcId,
  unPeerVpcId: row.To.VpcId,
  appId: appIdOf(row.From.Uin),
  peeringConnectionId: row.PeeringConnectionId,
  peeringConnectionName: row.PeeringConnectionName,
  state: peeringState(row, call.now),
  createTime: row.CreatedTime,
  uin: row.From.Uin,
  peerUin: row.To.Uin,
  ...told(call, row),
});

type ById = { readonly peeringConnectionId: string };

const step =
  (name: keyof typeof steps) =>
  (params: ById, call: Call): void => {
    const row = peeringOf(call, params.peeringConnectionId);
    change(call, row.PeeringConnectionId, steps[name](call, row));
  };

const stepLater =
  (name: keyof typeof steps) =>
  (params: ById, call: Call): { taskId: number } => {
    const row = peeringOf(call, params.peeringConnectionId);
    return { taskId: changeLater(call, row.PeeringConnectionId, steps[name](call, row)) };
  };

export const handlers = {
  'vpc2017:DescribeVpcPeeringConnections': (params, call) => {
    const { state } = params;
    const vpc = vpcAsked(call, params.vpcId);
    const { total, rows } = orderedPage(call.table(peeringTable), {
      ...params,
      order: ['peeringConnectionname', 'PeeringConnectionName'],
      only: params.peeringConnectionId === undefined ? undefined : peeringOf(call, params.peeringConnectionId),
      under: { Side: [sideKey({ Uin: call.partition.uin, Region: call.partition.region })], VpcId: vpc && [vpc.VpcId] },
      containing: { PeeringConnectionName: params.peeringConnectionName },
      matches: state === undefined ? undefined : (row) => peeringState(row, call.now) === state,
    });
    return { totalCount: total, data: rows.map((row) => listed(call, row)) };
  },

  'vpc2017:CreateVpcPeeringConnection': (params, call) => {
    const from = vpcIn(call, params.vpcId);
    const { peerUin, peerVpcId, peeringConnectionName: name } = params;
    return { peeringConnectionId: createPeering(call, { name, from, peerUin, peerVpcId }).PeeringConnectionId };
  },

  'vpc2017:CreateVpcPeeringConnectionEx': (params, call) => {
    const from = vpcIn(call, params.vpcId);
    const { peerUin, peerVpcId, peerRegion, peeringConnectionName: name, bandwidth } = params;
    // No action of these APIs makes a network of bare metal (15116).
    if (params.type === 2) throw new CloudError('InvalidVpc.NotFound', `There is no bare-metal network ${peerVpcId}.`);
    const { PeeringConnectionId, State } = createPeering(call, { name, from, peerUin, peerVpcId, peerRegion, bandwidth });
    // It stands as asked for until the task is over, whoever the other side is.
    change(call, PeeringConnectionId, { State: 0 });
    return { taskId: changeLater(call, PeeringConnectionId, { State }) };
  },

  'vpc2017:ModifyVpcPeeringConnection': (params, call) => {
    const { PeeringConnectionId } = peeringOf(call, params.peeringConnectionId);
    change(call, PeeringConnectionId, { PeeringConnectionName: params.peeringConnectionName });
  },

  'vpc2017:ModifyVpcPeeringConnectionEx': (params, call) => {
    const row = peeringOf(call, params.peeringConnectionId);
    if (params.bandwidth !== undefined && row.From.Region === row.To.Region) {
      throw new CloudError('InvalidParameter', 'A peering within one region has no bandwidth of its own.');
    }
    const changes = {
      PeeringConnectionName: params.peeringConnectionName ?? row.PeeringConnectionName,
      Bandwidth: params.bandwidth ?? row.Bandwidth,
    };
    return { taskId: changeLater(call, row.PeeringConnectionId, changes) };
  },

  'vpc2017:DeleteVpcPeeringConnection': (params, call) => deletePeering(call, peeringOf(call, params.peeringConnectionId)),
  'vpc2017:DeleteVpcPeeringConnectionEx': (params, call) => ({
    taskId: deletePeeringLater(call, peeringOf(call, params.peeringConnectionId)),
  }),

  'vpc2017:AcceptVpcPeeringConnection': step('accept'),
  'vpc2017:RejectVpcPeeringConnection': step('reject'),
  'vpc2017:EnableVpcPeeringConnection': step('enable'),
  'vpc2017:AcceptVpcPeeringConnectionEx': stepLater('accept'),
  'vpc2017:RejectVpcPeeringConnectionEx': stepLater('reject'),
  'vpc2017:EnableVpcPeeringConnectionEx': stepLater('enable'),
} satisfies Handlers<keyof typeof actions>;
