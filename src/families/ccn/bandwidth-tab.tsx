import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import type { Ccn } from '../../../catalogue/families/ccn/parts.ts';
import { valueText } from '../../../catalogue/text/shape.ts';
import { toApiError } from '../../api/api-error.ts';
import { partsOptions } from '../../api/single.ts';
import { useT } from '../../i18n/index.ts';
import { type MemberColumn, MembersTable, OperationLink, useAskedOperation } from '../../kit/members.tsx';
import { useFamily } from '../../kit/words.ts';
import { useScope } from '../../lib/scope.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { Notice } from '../../ui/status.tsx';
import { CcnRegionName } from './network.tsx';

interface Limit {
  readonly Region: string;
  readonly DstRegion?: string | null;
  readonly BandwidthLimit: number;
}

/** What is set for regions, or for pairs of them; regions that are not named have no limit. */
export function Bandwidth({ ccn }: { readonly ccn: Ccn }) {
  const t = useT();
  const { text } = useFamily('ccn');
  const asked = useAskedOperation('ccn');
  const query = useQuery(partsOptions(useScope(), 'ccn', 'vpc:DescribeCcnRegionBandwidthLimits', { CcnId: ccn.CcnId }));
  const rows: readonly Limit[] = query.data?.data.CcnRegionBandwidthLimitSet ?? [];
  const members = {
    rows,
    unreadable: [],
    complete: query.data !== undefined,
    loading: query.isPending,
    error: query.error ? toApiError(query.error) : null,
    refresh: () => void query.refetch(),
  };
  const isPair = ccn.BandwidthLimitType === 'INTER_REGION_LIMIT';
  const prepaid = ccn.InstanceChargeType === 'PREPAID';
  const columns: readonly MemberColumn<Limit>[] = [
    { header: t('ccn.region'), cell: ({ Region }) => <CcnRegionName region={Region} /> },
    ...(isPair ? [{ header: t('ccn.otherRegion'), cell: ({ DstRegion }: Limit) => <CcnRegionName region={DstRegion ?? ''} /> }] : []),
    { header: t('ccn.limit'), cell: ({ BandwidthLimit }) => `${BandwidthLimit} Mbps`, align: 'end' },
  ];
  const actions = (row: Limit): readonly MenuItem[] => [
    {
      key: 'remove',
      label: t('ccn.removeLimit'),
      danger: true,
      icon: Trash2,
      disabledReason: prepaid ? t('ccn.prepaid') : undefined,
      onSelect: () =>
        void asked({
          operation: 'setBandwidths',
          params: { CcnId: ccn.CcnId, CcnRegionBandwidthLimits: [{ ...row, BandwidthLimit: 0 }] },
          label: row.Region,
        }),
    },
  ];
  return (
    <div className="flex flex-col gap-3">
      {prepaid && <Notice meaning="neutral" title={t('ccn.prepaid')} />}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted">
          {t('ccn.limitsFor', { what: valueText(text, 'vpc:DescribeCcns', 'CcnSet.BandwidthLimitType', ccn.BandwidthLimitType ?? '') })}
        </p>
        {!prepaid && (
          <span className="flex gap-2">
            <OperationLink family="ccn" id={ccn.CcnId} operation="setLimitType" />
            <OperationLink family="ccn" id={ccn.CcnId} operation="setBandwidths" />
          </span>
        )}
      </div>
      <MembersTable
        label={t('ccn.bandwidth')}
        members={members}
        columns={columns}
        keyOf={(row) => `${row.Region} ${row.DstRegion ?? ''}`}
        nameOf={(row) => row.Region}
        actions={actions}
        empty={{ title: t('ccn.noLimits'), body: t('ccn.noLimitsBody') }}
      />
    </div>
  );
}
