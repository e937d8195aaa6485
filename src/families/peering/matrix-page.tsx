import { useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { factsByPair, filterVpcs, pairCounts, vpcPairKey } from '../../../network/routes/peering-pairs.ts';
import { peeringMatrix, transitiveTraps } from '../../../network/routes/peerings.ts';
import { useT } from '../../i18n/index.ts';
import { CreateLink } from '../../kit/list/list-page.tsx';
import { Reading, Unread } from '../../network-model/reading.tsx';
import type { SourceKind } from '../../network-model/sources.ts';
import { calledIn } from '../../network-model/thing.tsx';
import { mayHaveVpcs } from '../../network-model/unread-lists.ts';
import { type Network, useNetwork } from '../../network-model/use-network.ts';
import { SearchInput } from '../../ui/input.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Notice } from '../../ui/status.tsx';
import { MatrixLegend, MatrixTable } from './matrix-table.tsx';
import { Pair } from './pair.tsx';
import { Traps } from './traps.tsx';
import { Views } from './views.tsx';

const kinds: readonly SourceKind[] = ['subnets', 'routeTables', 'peerings'];

/** A table of more would be neither drawn quickly nor read. */
const most = 60;

/** What the engine says of all pairs; its words where a block cannot be read. */
function useFacts({ model }: Network) {
  return useMemo(() => {
    try {
      return { facts: peeringMatrix(model), traps: transitiveTraps(model), failed: null };
    } catch (error) {
      if (error instanceof RangeError) return { facts: [], traps: [], failed: error.message };
      throw error;
    }
  }, [model]);
}

/** All VPCs of all regions and accounts against each other: which are joined, which could be, and which never can. */
export function MatrixPage() {
  const t = useT();
  const network = useNetwork(kinds);
  const [search, setSearch] = useSearchParams();
  const text = search.get('q') ?? '';
  const wanted = useDeferredValue(text);
  const { facts, traps, failed } = useFacts(network);
  const pairs = useMemo(() => factsByPair(facts), [facts]);
  const { model, known } = network;
  const vpcs = useMemo(() => filterVpcs(model.vpcs, (id) => calledIn({ known }, id), wanted), [model.vpcs, known, wanted]);
  const shown = vpcs.slice(0, most);
  const [a = '', b = ''] = (search.get('pair') ?? '').split(',');
  const chosen = pairs.get(vpcPairKey(a, b));
  const put = (name: string, value: string): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <Page
      title={t('peering.matrixTitle')}
      lead={t('peering.matrixLead')}
      actions={
        <>
          <Reading network={network} />
          <CreateLink family="peering" />
        </>
      }
    >
      <Views />
      <Unread network={network} />
      {failed !== null && <Notice meaning="danger" title={failed} />}
      {model.vpcs.length === 0 &&
        (!network.complete ? (
          <Loading />
        ) : (
          !mayHaveVpcs(network) && <EmptyState title={t('peering.noVpcs')} action={<CreateLink family="vpc" />} />
        ))}
      {model.vpcs.length > 0 && (
        <>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <SearchInput label={t('peering.searchVpcs')} value={text} onChange={(next) => put('q', next)} className="w-72 max-w-full" />
            <MatrixLegend counts={pairCounts(facts)} />
          </div>
          {vpcs.length > most && <Notice meaning="neutral" title={t('peering.tooMany', { n: most, all: vpcs.length })} />}
          {shown.length === 0 && <EmptyState title={t('kit.noMatch')} />}
          <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
            {shown.length > 0 && (
              <MatrixTable network={network} vpcs={shown} pairs={pairs} chosen={chosen} onChoose={(x, y) => put('pair', `${x},${y}`)} />
            )}
            {chosen ? <Pair network={network} fact={chosen} /> : <p className="text-muted">{t('peering.choosePair')}</p>}
          </div>
          <Traps network={network} traps={traps} />
        </>
      )}
    </Page>
  );
}
