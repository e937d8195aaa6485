import { ArrowUpFromLine, Link2, Unlink2 } from 'lucide-react';
import { useMemo } from 'react';
import type { NatGateway } from '../../../catalogue/families/nat-gateway/index.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import type { ActionOptions } from '../../kit/actions.tsx';
import { type Exact, exactly } from '../../kit/exactly.ts';
import { paramValues } from '../../kit/form/param-values.ts';
import type { ColumnSpecs } from '../../kit/list/columns.tsx';
import { type ColumnTools, standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { useDialect, useScope } from '../../lib/scope.ts';
import { LedState, ledCode, useLeads, useLedFacet, useLedWords } from '../../network-model/leads.tsx';
import { sizes, useSizeWord } from './sizes.ts';

export const { Pages, Contained } = standardFamily('nat-gateway', {
  names: ['vpc'],
  useColumns: useNatColumns,
  useActions: useNatActions,
  none: (t, { what: body }) => exactly({ title: t('natGateway.noneHere'), body }),
  loadDetail: async () => (await import('./detail.tsx')).useNatDetail,
  Create: part(async () => (await import('./forms.tsx')).CreateNatGateway),
  Edit: { fixedFrom: ({ vpcId }) => paramValues({ vpcId }) },
  verbs: {
    resize: part(async () => (await import('./forms.tsx')).ResizeNatGateway),
    bindAddresses: part(async () => (await import('./forms.tsx')).BindAddresses),
    unbindAddresses: part(async () => (await import('./forms.tsx')).UnbindAddresses),
    createDnat: part(async () => (await import('./published-forms.tsx')).PublishPort),
    updateDnat: part(async () => (await import('./published-forms.tsx')).EditPort),
    createSnat: part(async () => (await import('./source-forms.tsx')).AddSource),
    updateSnat: part(async () => (await import('./source-forms.tsx')).EditSource),
  },
});

function useNatColumns({ t, label }: ColumnTools<'nat-gateway'>): Exact<ColumnSpecs<'nat-gateway'>> {
  const word = useSizeWord();
  const leads = useLeads('nat-gateway');
  const isToday = useDialect() === 'today';
  const stateWords = useLedWords('nat-gateway', 'state');
  const facetWords = useLedFacet('nat-gateway', 'state');
  return useMemo((): Exact<ColumnSpecs<'nat-gateway'>> => {
    const led = (row: NatGateway) => leads({ vpc: row.vpcId, gateway: row.natId, mute: row.eipSet.length === 0 }).leads;
    const code = (row: NatGateway): string => (row.state === 0 ? ledCode(row.state, led(row)) : String(row.state));
    const words = (row: NatGateway): string => stateWords(row.state, led(row));
    return exactly([
      { field: 'vpcId', width: 120 },
      {
        field: 'state',
        value: code,
        searchText: words,
        facet: facetWords,
        render: (row) => <LedState family="nat-gateway" field="state" state={row.state} leads={led(row)} />,
        width: 188,
      },
      { field: 'productionStatus', width: 140 },
      {
        id: 'maxConcurrent',
        header: label('maxConcurrent'),
        value: (row) => row.maxConcurrent,
        searchText: (row) => word(row.maxConcurrent),
        render: (row) => word(row.maxConcurrent),
        facet: word,
        sortAs: 'number',
        width: 160,
      },
      { field: 'bandwidth', header: t('natGateway.mbps'), width: 96 },
      { field: 'eipSet', render: (row) => <Addresses all={row.eipSet} />, width: 160 },
      ...(isToday
        ? ([
            { field: 'natProductVersion', width: 112 },
            { field: 'zone', width: 144, defaultHidden: true },
            { field: 'subnetId', width: 144, defaultHidden: true },
          ] as const)
        : []),
      { field: 'createTime', defaultHidden: true },
    ]);
  }, [t, word, label, leads, stateWords, facetWords, isToday]);
}

/** The first of its public addresses, and how many more there are. */
const Addresses = ({ all }: { readonly all: NatGateway['eipSet'] }) => (
  <span title={all.join(', ')}>
    {all[0]}
    {all.length > 1 && <span className="text-muted"> +{all.length - 1}</span>}
  </span>
);

/** Work on it goes on, or it was never made (18384). */
function useDeleteDisabledReason(): (row: NatGateway) => string | null {
  const t = useT();
  return (row) => {
    if ([0, 3, 5].includes(row.productionStatus)) return t('natGateway.busy');
    return row.productionStatus === 2 ? t('natGateway.unmade') : null;
  };
}

/** What goes with a gateway (18237): the routes that lead to it, which subnets then lack. */
function useConsequence(): (row: NatGateway) => string | null {
  const t = useT();
  const tables = useList(useScope(), 'route-table').rows;
  return ({ natId }) => {
    const using = tables.filter(({ RouteSet }) => RouteSet.some(({ GatewayId }) => GatewayId === natId));
    const routes = using.reduce((sum, { RouteSet }) => sum + RouteSet.filter(({ GatewayId }) => GatewayId === natId).length, 0);
    const subnets = using.reduce((sum, { AssociationSet }) => sum + AssociationSet.length, 0);
    return routes === 0 ? null : t('natGateway.takesRoutes', { routes, subnets });
  };
}

function useNatActions(): Exact<ActionOptions<'nat-gateway'>> {
  const t = useT();
  const consequence = useConsequence();
  const disabledReason = useDeleteDisabledReason();
  return exactly({
    disabledReason: (row) => (row.productionStatus === 2 ? null : disabledReason(row)),
    consequence,
    verbs: [
      {
        operation: 'bindAddresses',
        label: t('natGateway.bind'),
        icon: Link2,
        disabledReason,
      },
      {
        operation: 'unbindAddresses',
        label: t('natGateway.unbind'),
        icon: Unlink2,
        disabledReason: (row) => disabledReason(row) ?? (row.eipSet.length < 2 ? t('natGateway.oneStays') : null),
      },
      {
        operation: 'resize',
        label: t('natGateway.resize'),
        icon: ArrowUpFromLine,
        disabledReason: (row) => disabledReason(row) ?? (sizes.every((size) => size <= row.maxConcurrent) ? t('natGateway.largest') : null),
      },
    ],
  });
}
