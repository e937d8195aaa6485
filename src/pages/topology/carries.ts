/** What gateways and peerings of the map carry, by the routes that lead to them. Pure. */
import { readRows } from '../../../network/model/look-up.ts';
import type { GatewayState, NetworkModel, PeeringState } from '../../../network/model/model.ts';
import { gatewayLeads, type RoutesLead } from '../../../network/routes/leads.ts';
import { peeringFact } from '../../../network/routes/peerings.ts';
import type { NodeState } from './node.ts';

/** What the cloud says of a thing itself. */
const stateOf = (state: GatewayState | PeeringState): NodeState =>
  state === 'available' || state === 'active' ? 'good' : state === 'pending' || state === 'deleting' ? 'pending' : 'down';

const byLeads: Readonly<Record<RoutesLead, NodeState>> = { led: 'good', lost: 'idle', nothing: 'idle', unknown: 'unsure' };

interface Gateway {
  readonly id: string;
  readonly vpc: string;
  readonly state?: GatewayState;
}

/** A gateway's state; a healthy one's by the routes that lead to it. */
export function gatewayState(model: NetworkModel, { id, vpc, state = 'available' }: Gateway): NodeState {
  const own = stateOf(state);
  return own === 'good' ? byLeads[gatewayLeads(model, vpc, id).leads] : own;
}

/** A connection's state; that of one that is up by the routes for its remote end. */
export function connectionState(model: NetworkModel, row: NetworkModel['vpnConnections'][number]): NodeState {
  const own = row.up === false ? 'down' : stateOf(row.state);
  if (own !== 'good') return own;
  const gateway = model.vpnGateways.find(({ id }) => id === row.gateway);
  if (!gateway) return 'unsure';
  const blocks = row.spds.flatMap(({ remote }) => remote);
  return byLeads[gatewayLeads(model, gateway.vpc, gateway.id, blocks).leads];
}

const byCarries = { both: 'good', part: 'partial', 'one-way': 'partial', nothing: 'idle', unknown: 'unsure' } as const;

/** A peering's state; an active one's by the routes of both sides. */
export function peeringState(model: NetworkModel, { vpcs: [a, b], state }: NetworkModel['peerings'][number]): NodeState {
  const own = stateOf(state);
  if (own !== 'good') return own;
  const known = (id: string): boolean => readRows(model, 'vpcs').some((vpc) => vpc.id === id);
  return known(a) && known(b) ? byCarries[peeringFact(model, a, b).carries ?? 'unknown'] : 'unsure';
}
