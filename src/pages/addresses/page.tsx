import { useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { matchesVpc, spacesOf, type VpcInSpace } from '../../../network/model/vpc-spaces.ts';
import { useT } from '../../i18n/index.ts';
import { CreateLink } from '../../kit/list/list-page.tsx';
import { useTyped } from '../../lib/use-typed.ts';
import { Reading, Unread } from '../../network-model/reading.tsx';
import type { SourceKind } from '../../network-model/sources.ts';
import { mayHaveVpcs } from '../../network-model/unread-lists.ts';
import { useNetwork } from '../../network-model/use-network.ts';
import { SearchInput } from '../../ui/input.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Notice } from '../../ui/status.tsx';
import { Bearers } from './bearers.tsx';
import { Overlaps, overlapsOf } from './overlaps.tsx';
import { SpaceLegend } from './space-map.tsx';
import { VpcCard } from './vpc-card.tsx';

const kinds: readonly SourceKind[] = ['subnets', 'interfaces', 'routeTables', 'vpnGateways', 'vpnConnections', 'peerings'];

type SpacesState = { readonly spaces: readonly VpcInSpace[]; readonly failed: string | null };

/** What each VPC's range holds, in every region and account, and which ranges are in each other's way. */
export function Addresses() {
  const t = useT();
  const network = useNetwork(kinds);
  const { model, known, complete } = network;
  const [search, setSearch] = useSearchParams();
  const [text, type] = useTyped(search.get('q') ?? '', (next) => put('q', next));
  const wanted = useDeferredValue(text);
  const open = search.get('vpc');
  const { spaces, failed } = useMemo((): SpacesState => {
    try {
      return { spaces: spacesOf(model), failed: null };
    } catch (error) {
      if (error instanceof RangeError) return { spaces: [], failed: error.message };
      throw error;
    }
  }, [model]);
  const overlaps = useMemo(() => overlapsOf(model), [model]);
  const shown = useMemo(() => spaces.filter((one) => matchesVpc(one, known, wanted)), [spaces, known, wanted]);
  const put = (name: string, value: string): void =>
    setSearch(
      () => {
        // The address itself: what this rendering knows of it may be older.
        const next = new URLSearchParams(window.location.search);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <Page lead={t('addresses.lead')} actions={<Reading network={network} />}>
      <Unread network={network} />
      {failed !== null && <Notice meaning="danger" title={t('reachability.failed', { message: failed })} />}
      {spaces.length > 0 && <Overlaps network={network} overlaps={overlaps} />}
      {spaces.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SearchInput label={t('addresses.search')} value={text} onChange={type} className="w-72 max-w-full" />
          <span className="text-muted">{t('addresses.all', { vpcs: shown.length, scopes: network.scopes.length })}</span>
          <span className="ml-auto">
            <SpaceLegend />
          </span>
        </div>
      )}
      {spaces.length > 0 && <Bearers network={network} spaces={spaces} text={wanted} />}
      {spaces.length === 0 &&
        failed === null &&
        (!complete ? (
          <Loading />
        ) : (
          !mayHaveVpcs(network) && <EmptyState title={t('addresses.noVpcs')} action={<CreateLink family="vpc" />} />
        ))}
      {spaces.length > 0 && shown.length === 0 && <EmptyState title={t('addresses.noMatch', { text })} />}
      {shown.map((one) => (
        <VpcCard
          key={one.vpc.id}
          network={network}
          one={one}
          open={open === one.vpc.id}
          onToggle={() => put('vpc', open === one.vpc.id ? '' : one.vpc.id)}
        />
      ))}
    </Page>
  );
}
