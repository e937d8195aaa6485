/** The network that routes are judged against, read from the lists of the families that stand behind next hops. */
import { useQueries } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import type { Address } from '../../../catalogue/families/eip.ts';
import type { NetworkInterface } from '../../../catalogue/families/eni.ts';
import type { NatGateway } from '../../../catalogue/families/nat-gateway.ts';
import type { RouteTable } from '../../../catalogue/families/route-table.ts';
import type { Subnet } from '../../../catalogue/families/subnet.ts';
import type { Vpc } from '../../../catalogue/families/vpc.ts';
import type { VpnConnection } from '../../../catalogue/families/vpn-connection.ts';
import type { VpnGateway } from '../../../catalogue/families/vpn-gateway.ts';
import { listedFamilies, loadFamily } from '../../../catalogue/lazy.ts';
import { type Gap, joinModels, type ModelKind, type NetworkModel, read3, read2017 } from '../../../network/index.ts';
import { toApiError } from '../../api/api-error.ts';
import { type ListData, listOptions } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { requireOperation, whereRef } from '../../lib/family.ts';
import { usePlace } from '../../lib/place.ts';
import { tracked } from '../../lib/tracked.ts';

interface At {
  readonly account: string;
  readonly region: string;
}

/** How the rows of a family become part of a model. Its list is one of the catalogue's, which tells the rows' shape. */
interface Reader {
  readonly family: Family;
  readonly kind: ModelKind;
  readonly read: (rows: readonly never[], at: At) => Partial<NetworkModel>;
}

type PeeringRow = Parameters<typeof read2017.peering>[0];
type DirectConnectRow = Parameters<typeof read2017.directConnectGateway>[0];

const vpcs: Reader = { family: 'vpc', kind: 'vpcs', read: (rows: readonly Vpc[], at) => ({ vpcs: rows.map((row) => read3.vpc(row, at)) }) };
const subnets: Reader = { family: 'subnet', kind: 'subnets', read: (rows: readonly Subnet[]) => ({ subnets: rows.map(read3.subnet) }) };
const routeTables: Reader = {
  family: 'route-table',
  kind: 'routeTables',
  read: (rows: readonly RouteTable[]) => ({ routeTables: rows.map(read3.routeTable) }),
};
const interfaces: Reader = {
  family: 'eni',
  kind: 'interfaces',
  read: (rows: readonly NetworkInterface[]) => ({ interfaces: rows.map(read3.networkInterface) }),
};
const eips: Reader = { family: 'eip', kind: 'eips', read: (rows: readonly Address[]) => ({ eips: rows.map(read3.eip) }) };
const natGateways: Reader = {
  family: 'nat-gateway',
  kind: 'natGateways',
  read: (rows: readonly NatGateway[]) => ({ natGateways: rows.map(read2017.natGateway) }),
};
const vpnGateways: Reader = {
  family: 'vpn-gateway',
  kind: 'vpnGateways',
  read: (rows: readonly VpnGateway[]) => ({ vpnGateways: rows.map(read3.vpnGateway) }),
};
const vpnConnections: Reader = {
  family: 'vpn-connection',
  kind: 'vpnConnections',
  read: (rows: readonly VpnConnection[]) => ({ vpnConnections: rows.map(read3.vpnConnection) }),
};
const directConnectGateways: Reader = {
  family: 'direct-connect-gateway',
  kind: 'directConnectGateways',
  read: (rows: readonly DirectConnectRow[]) => ({ directConnectGateways: rows.map(read2017.directConnectGateway) }),
};
const peerings: Reader = {
  family: 'peering',
  kind: 'peerings',
  read: (rows: readonly PeeringRow[]) => ({ peerings: rows.map(read2017.peering) }),
};

const everything = [
  vpcs,
  subnets,
  routeTables,
  natGateways,
  vpnGateways,
  vpnConnections,
  directConnectGateways,
  peerings,
  interfaces,
  eips,
];
const always: readonly ModelKind[] = ['vpcs', 'subnets', 'routeTables'];

/** What must be read to judge a next hop of a type (7346). */
const behind: Readonly<Record<string, readonly ModelKind[]>> = {
  NAT: ['natGateways'],
  VPN: ['vpnGateways', 'vpnConnections'],
  DIRECTCONNECT: ['directConnectGateways'],
  PEERCONNECTION: ['peerings'],
  NORMAL_CVM: ['interfaces'],
  CVM: ['interfaces', 'eips'],
};

/** The readers of these kinds whose families the console can list, in one order. */
const readersOf = (names: string): Reader[] => {
  const kinds = names.split(' ');
  return everything.filter(({ kind, family }) => kinds.includes(kind) && listedFamilies.includes(family));
};

interface Answered {
  readonly data: ListData | undefined;
  readonly error: Error | null;
}

const together = (results: readonly Answered[]): readonly Answered[] => results.map(({ data, error }) => ({ data, error }));

export interface ModelState {
  readonly model: NetworkModel;
  /** Everything that can be read has been. */
  readonly complete: boolean;
}

/**
 * A model of this place's routes, with what stands behind next hops of the given types. What cannot be read, or is still
 * on its way, is a gap: the model says then that it does not know. Interfaces are read of one VPC only. Suspends for the
 * catalogue's data alone.
 */
export function useModel(vpc: string, types: readonly string[]): ModelState {
  const t = useT();
  const place = usePlace();
  const kinds = new Set([...always, ...types.flatMap((type) => behind[type] ?? [])]);
  const names = everything.flatMap(({ kind }) => (kinds.has(kind) ? [kind] : [])).join(' ');
  const readers = readersOf(names);
  const loading = readers.map(({ family }) => tracked(loadFamily(family)));
  const modules = loading.map((module) => use(module));
  const queries = modules.map((module) => {
    const where = module.data.family === 'eni' ? whereRef(requireOperation(module, 'list').data, 'vpc', vpc) : null;
    return listOptions(place, module, where ?? {});
  });
  const results = useQueries({ queries, combine: together });
  return useMemo(() => {
    const at = { account: place.account ?? '', region: place.region };
    const gap = (kind: ModelKind, because: string): Gap => ({ kind, because });
    const gaps = everything
      .filter(({ kind, family }) => names.split(' ').includes(kind) && !listedFamilies.includes(family))
      .map(({ kind }) => gap(kind, t('routeTable.because.unlisted')));
    const parts = readersOf(names).map(({ kind, read }, index): Partial<NetworkModel> => {
      const { data, error } = results[index] ?? {};
      if (error) gaps.push(gap(kind, t('routeTable.because.failed', { code: toApiError(error).code })));
      else if (!data?.complete) gaps.push(gap(kind, t('routeTable.because.reading')));
      return read((data?.rows ?? []) as readonly never[], at);
    });
    return {
      model: joinModels([...parts, { gaps }]),
      complete: results.every(({ data, error }) => error !== null || data?.complete === true),
    };
  }, [results, names, place, t]);
}
