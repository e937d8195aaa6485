/** The network that routes are judged against, read from the lists of the families that stand behind next hops. */
import { useQueries } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import { type FamilyRef, splitRef } from '../../../catalogue/define.ts';
import { listedFamilies, loadFamily } from '../../../catalogue/lazy.ts';
import { type Gap, joinModels, type ModelKind, type NetworkModel } from '../../../network/model/model.ts';
import { toApiError } from '../../api/api-error.ts';
import { type ListData, listOptions } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { requireOperation, whereRef } from '../../lib/family.ts';
import { type Scope, useScope } from '../../lib/scope.ts';
import { readModelList } from '../../network-model/read-list.ts';
import { type Reader, readers } from '../../network-model/readers.ts';
import { useCcns } from '../../network-model/use-ccns.ts';
import { useOwnedScopes } from '../../network-model/use-network.ts';
import { usePeers } from './use-peers.ts';

/** What routes are judged against, in the order of the readers. */
const judged: readonly ModelKind[] = [
  'vpcs',
  'subnets',
  'routeTables',
  'natGateways',
  'vpnGateways',
  'vpnConnections',
  'directConnectGateways',
  'peerings',
  'interfaces',
  'eips',
];
const everything = readers.filter(({ kind }) => judged.includes(kind));
const always: readonly ModelKind[] = ['vpcs', 'subnets', 'routeTables'];

/** What must be read to judge a next hop of a type (7346). */
const behind: Readonly<Record<string, readonly ModelKind[]>> = {
  NAT: ['natGateways', 'eips'],
  VPN: ['vpnGateways', 'vpnConnections'],
  DIRECTCONNECT: ['directConnectGateways'],
  PEERCONNECTION: ['peerings'],
  NORMAL_CVM: ['interfaces'],
  CVM: ['interfaces', 'eips'],
};

const isListed = (family: FamilyRef): boolean => listedFamilies.includes(splitRef(family).family);

/** The readers of these kinds whose families the console can list, in one order. */
const readersOf = (names: string): Reader[] => {
  const kinds = names.split(' ');
  return everything.filter(({ kind, family }) => kinds.includes(kind) && isListed(family));
};

interface QueryAnswer {
  readonly data: ListData | undefined;
  readonly error: Error | null;
}

const together = (results: readonly QueryAnswer[]): readonly QueryAnswer[] => results.map(({ data, error }) => ({ data, error }));

export interface ModelState {
  readonly model: NetworkModel;
  /** Everything that can be read has been. */
  readonly complete: boolean;
  /** Where VPCs and route tables of other regions and accounts stand. */
  readonly scopes: ReadonlyMap<string, Scope>;
}

/**
 * A model of this scope's routes, with what stands behind next hops of the given types. What cannot be read, or is still
 * on its way, is a gap: the model says then that it does not know. Interfaces are read of one VPC only. Suspends for the
 * catalogue's data alone.
 */
export function useModel(vpc: string, types: readonly string[]): ModelState {
  const t = useT();
  const scope = useScope();
  const kinds = new Set([...always, ...types.flatMap((type) => behind[type] ?? [])]);
  const names = everything.flatMap(({ kind }) => (kinds.has(kind) ? [kind] : [])).join(' ');
  const readers = readersOf(names);
  const loading = readers.map(({ family }) => loadFamily(family));
  const modules = loading.map((module) => use(module));
  const queries = modules.map((module) => {
    const where = module.data.family === 'eni' ? whereRef(requireOperation(module, 'list').data, 'vpc', vpc) : null;
    return listOptions(scope, module, where ?? {});
  });
  const results = useQueries({ queries, combine: together });
  const owner = useOwnedScopes().find(({ account }) => account === scope.account)?.owner ?? scope.account ?? '';
  const { account, region } = scope;
  const near = useMemo(() => {
    const at = { account: owner, region: scope.region };
    const gap = (kind: ModelKind, because: string): Gap => ({ kind, because });
    const gaps = everything
      .filter(({ kind, family }) => names.split(' ').includes(kind) && !isListed(family))
      .map(({ kind }) => gap(kind, t('routeTable.because.unlisted')));
    const parts = readersOf(names).map((reader, index): Partial<NetworkModel> => {
      const { kind } = reader;
      const { data, error } = results[index] ?? {};
      if (error) gaps.push(gap(kind, t('routeTable.because.failed', { code: toApiError(error).code })));
      else if (!data?.complete) gaps.push(gap(kind, t('routeTable.because.reading')));
      const { model, unread } = readModelList(reader, data?.rows ?? [], data?.unreadable ?? [], at);
      if (unread.length > 0) gaps.push(gap(kind, t('routeTable.because.unread', { ids: unread.join(', ') })));
      return model;
    });
    return {
      model: joinModels([...parts, { gaps }]),
      complete: results.every(({ data, error }) => error !== null || data?.complete === true),
    };
  }, [results, names, owner, scope, t]);
  const peers = usePeers(usePeerVpcs(near, vpc));
  const joined = useMemo(() => joinModels([near.model, peers.model]), [near, peers]);
  const ccns = useCcns(
    joined,
    useMemo(() => [{ account, region, owner }], [account, region, owner]),
    types.includes('USER_CCN'),
  );
  const complete = near.complete && ccns.complete;
  return useMemo(() => ({ complete, model: ccns.model, scopes: peers.scopes }), [complete, ccns.model, peers.scopes]);
}

/** The VPCs at the other ends of a VPC's peerings that this scope does not have. */
function usePeerVpcs({ model, complete }: Omit<ModelState, 'scopes'>, vpc: string): readonly string[] {
  const here = new Set(model.vpcs.map(({ id }) => id));
  const peers = model.peerings.flatMap(({ vpcs }) => (vpcs.includes(vpc) ? vpcs.filter((id) => !here.has(id)) : []));
  // While the VPCs of this scope are on their way, none of them is elsewhere.
  const ids = complete ? [...new Set(peers)].sort().join(' ') : '';
  return useMemo(() => (ids === '' ? [] : ids.split(' ')), [ids]);
}
