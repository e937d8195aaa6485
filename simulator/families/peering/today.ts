/** Peerings as today's API makes and changes them: within a region and between regions by one action, done with its answer. */
import type { todaysActions } from '../../../catalogue/families/peering/today.ts';
import type { Call, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { rowNamed } from '../../rules/rows.ts';
import { vpcTable } from '../vpc/table.ts';
import { change, createPeering, peeringOf } from './rules.ts';
import type { PeeringRow } from './table.ts';

const codes: Readonly<Record<string, string>> = {
  'InvalidVpc.NotFound': 'ResourceNotFound',
  'InvalidPeeringConnection.NotFound': 'ResourceNotFound',
  PeeringConnectionVpcConflict: 'UnsupportedOperation.VpcPeerCidrConflict',
  PeeringConnectionLimitExceeded: 'LimitExceeded.VpcPeerAvaLimitExceeded',
};

/** What the documents refuse with, in today's codes. */
function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof CloudError ? codes[error.code] : undefined;
    throw code === undefined || !(error instanceof CloudError) ? error : new CloudError(code, error.message);
  }
}

function fromOf(call: Call, id: string) {
  const row = rowNamed(call.partition, vpcTable, id);
  if (!row) throw new CloudError('ResourceNotFound', `There is no VPC ${id}.`);
  return row;
}

/** What a peering between regions has and one within a region has not. */
const paid = ({ Bandwidth, ChargeType, QosLevel }: Partial<PeeringRow>): Partial<PeeringRow> => ({
  ...(Bandwidth === undefined ? {} : { Bandwidth }),
  ...(ChargeType === undefined ? {} : { ChargeType }),
  ...(QosLevel === undefined ? {} : { QosLevel }),
});

export const handlers = {
  'vpc:CreateVpcPeeringConnection': (params, call) => {
    const { DestinationRegion: peerRegion, Bandwidth: bandwidth } = params;
    if (params.Type === 'VPC_BM_PEER')
      throw new CloudError('ResourceNotFound', `There is no bare-metal network ${params.DestinationVpcId}.`);
    if (peerRegion !== call.region && bandwidth === undefined)
      throw new CloudError('UnsupportedOperation', 'A peering between regions needs a bandwidth.');
    if (peerRegion === call.region && bandwidth !== undefined)
      throw new CloudError('UnsupportedOperation', 'A peering within one region has no bandwidth of its own.');
    const ends = { from: fromOf(call, params.SourceVpcId), peerVpcId: params.DestinationVpcId, peerUin: params.DestinationUin };
    const { PeeringConnectionId } = refusing(() =>
      createPeering(call, { name: params.PeeringConnectionName, ...ends, peerRegion, bandwidth }),
    );
    change(call, PeeringConnectionId, paid(params));
    return { PeeringConnectionId };
  },

  'vpc:ModifyVpcPeeringConnection': ({ PeeringConnectionId, PeeringConnectionName, ...params }, call) => {
    const row = refusing(() => peeringOf(call, PeeringConnectionId));
    if (row.From.Region === row.To.Region && Object.keys(paid(params)).length > 0)
      throw new CloudError('InvalidParameter', 'A peering within one region has no bandwidth of its own.');
    change(call, PeeringConnectionId, { ...(PeeringConnectionName === undefined ? {} : { PeeringConnectionName }), ...paid(params) });
  },
} satisfies Partial<Handlers<keyof typeof todaysActions>>;
