/** A path that reachability has found, on the map of the estate: the VPCs and connections that it leads through. Pure. */
import type { Estate } from '../../../network/maps/estate.ts';
import { shownFor } from '../../../network/maps/estate-filter.ts';
import type { EstateView } from '../../../network/maps/estate-groups.ts';
import type { NetworkModel } from '../../../network/model/model.ts';
import type { AskedPath } from './use-estate-url.ts';

export interface PathOnMap {
  /** Keys of the map that the path leads through, in its order; each once after another. */
  readonly keys: readonly string[];
  /** Those that packets come to. */
  readonly reached: ReadonlySet<string>;
  /** Ids and addresses that the map does not have. */
  readonly missing: readonly string[];
}

const placed = ['subnets', 'routeTables', 'interfaces', 'natGateways', 'vpnGateways', 'directConnectGateways'] as const;

/** The VPC of each thing that stands in one, by its id and by the addresses of interfaces. */
function homes(model: NetworkModel): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const kind of placed) for (const { id, vpc } of model[kind]) if (vpc !== undefined) found.set(id, vpc);
  const vpcOfGateway = new Map(model.vpnGateways.map(({ id, vpc }) => [id, vpc]));
  for (const { id, gateway } of model.vpnConnections) {
    const vpc = vpcOfGateway.get(gateway);
    if (vpc) found.set(id, vpc);
  }
  return found;
}

export function pathOnMap(model: NetworkModel, estate: Estate, view: EstateView, { through, reached }: AskedPath): PathOnMap {
  const home = homes(model);
  const links = new Map(estate.links.map(({ id, key }) => [id, key]));
  const keys: string[] = [];
  const come = new Set<string>();
  const missing: string[] = [];
  through.forEach((token, at) => {
    const vpc = home.get(token);
    const key = shownFor(view, vpc ? `vpc:${vpc}` : (links.get(token) ?? `vpc:${token}`));
    // An address stands where the thing before it does: in its VPC, or outside.
    if (key === null) {
      if (!/[.:]|^internet$/.test(token)) missing.push(token);
      return;
    }
    if (keys.at(-1) !== key) keys.push(key);
    if (at < reached) come.add(key);
  });
  return { keys, reached: come, missing };
}
