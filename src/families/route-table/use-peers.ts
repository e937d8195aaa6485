/** VPCs of other regions and accounts that peerings lead to, with their route tables: whether the way back is there. */
import { useQueries } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { joinModels, type NetworkModel } from '../../../network/model/model.ts';
import { type ListData, listOptions } from '../../api/query.ts';
import { type Scope, useScope } from '../../lib/scope.ts';
import type { OwnedScope } from '../../network-model/assemble.ts';
import { readModelList } from '../../network-model/read-list.ts';
import { type Reader, readers } from '../../network-model/readers.ts';
import { useOwnedScopes } from '../../network-model/use-network.ts';

const readerOf = (family: string): Reader | undefined => readers.find((reader) => reader.family === family);

type FarLists = readonly (ListData | undefined)[];

const together = (results: readonly { readonly data: ListData | undefined }[]): FarLists => results.map(({ data }) => data);

interface PeerModel {
  readonly model: Partial<NetworkModel>;
  /** Where each of the VPCs stands, and each of their tables: links lead there. */
  readonly scopes: ReadonlyMap<string, Scope>;
}

/**
 * What this console's accounts have of the given VPCs outside this page's scope: VPCs are looked for in every region, the
 * rest is read where one of them stands. Asks nothing when none is given. What is not found stays unknown to the model.
 */
export function usePeers(vpcIds: readonly string[]): PeerModel {
  const scope = useScope();
  const otherScopes = useOwnedScopes().filter(({ account, region }) => account !== scope.account || region !== scope.region);
  const loading = (['vpc', 'subnet', 'route-table'] as const).map((family) => loadFamily(family));
  const [vpcs, ...others] = loading.map((module) => use(module));
  const asked = vpcs && vpcIds.length > 0 ? otherScopes : [];
  const found = useQueries({ queries: asked.flatMap((scope) => (vpcs ? [listOptions(scope, vpcs, {})] : [])), combine: together });
  const holding = asked.filter((_, at) => found[at]?.rows.some((row) => vpcIds.includes(String(row.VpcId))));
  const lists = useQueries({
    queries: holding.flatMap((scope) => others.map((module) => listOptions(scope, module, {}))),
    combine: together,
  });
  const where = JSON.stringify(holding);
  return useMemo(() => {
    const held = JSON.parse(where) as readonly OwnedScope[];
    const read = (family: string, data: ListData | undefined, scope: OwnedScope | undefined): Partial<NetworkModel> => {
      const reader = readerOf(family);
      const at = { account: scope?.owner ?? '', region: scope?.region ?? '' };
      return reader ? readModelList(reader, data?.rows ?? [], data?.unreadable ?? [], at).model : {};
    };
    const vpcLists = found.filter((data) => data?.rows.some((row) => vpcIds.includes(String(row.VpcId))));
    const parts = [
      ...vpcLists.map((data, at) => read('vpc', data, held[at])),
      ...lists.map((data, at) => read(at % 2 === 0 ? 'subnet' : 'route-table', data, held[Math.floor(at / 2)])),
    ];
    const scopes = new Map<string, Scope>();
    for (const [at, standing] of held.entries()) {
      const scope: Scope = { account: standing.account, region: standing.region };
      for (const row of vpcLists[at]?.rows ?? []) scopes.set(String(row.VpcId), scope);
      for (const row of lists[at * 2 + 1]?.rows ?? []) scopes.set(String(row.RouteTableId), scope);
    }
    return { model: joinModels(parts), scopes };
  }, [found, lists, vpcIds, where]);
}
