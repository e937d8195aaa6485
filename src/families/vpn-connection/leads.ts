import { useCallback } from 'react';
import type { VpnConnection } from '../../../catalogue/families/vpn-connection/index.ts';
import { type LeadTargets, useLeads } from '../../network-model/leads.tsx';

/** The blocks at the remote end, without repetition. */
export const remoteBlocks = ({ SecurityPolicyDatabaseSet: policies }: Pick<VpnConnection, 'SecurityPolicyDatabaseSet'>): string[] => [
  ...new Set(policies.flatMap(({ RemoteCidrBlock }) => RemoteCidrBlock)),
];

/** Which routes lead to the remote end of a connection: a route for another one of its gateway is none of its own. */
export function useConnectionLeads(): (row: VpnConnection) => LeadTargets {
  const leads = useLeads('vpn-connection');
  return useCallback((row) => leads({ vpc: row.VpcId, gateway: row.VpnGatewayId, blocks: remoteBlocks(row) }), [leads]);
}
