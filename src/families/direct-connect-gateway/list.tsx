import { useMemo } from 'react';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { useActions } from '../../kit/actions.tsx';
import { type ColumnSpec, useColumns } from '../../kit/list/columns.tsx';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useNames } from '../../kit/ref.tsx';
import { useScope } from '../../lib/scope.ts';
import { LedOnly, useLeads } from '../../network-model/leads.tsx';
import type { Gateway } from './rules.ts';

const translations = ({ snatNum, dnatNum, snaptNum, dnaptNum }: Gateway): number => snatNum + dnatNum + snaptNum + dnaptNum;

const vpcs = ['vpc'] as const;

export function useGatewayColumns(within: boolean) {
  const t = useT();
  const names = useNames(vpcs);
  const leads = useLeads('direct-connect-gateway');
  const specs = useMemo((): readonly ColumnSpec<Gateway>[] => {
    const led = (row: Gateway) => leads({ vpc: row.unVpcId, gateway: row.directConnectGatewayId }).leads;
    return [
      {
        id: 'routes',
        header: t('directConnectGateway.routes'),
        value: (row) => t(`kit.leadsOnly.${led(row)}`),
        facet: true,
        render: (row) => <LedOnly leads={led(row)} />,
        width: 160,
      },
      ...(within ? [] : (['unVpcId'] as const)),
      { field: 'type', width: 110 },
      {
        id: 'translations',
        header: t('directConnectGateway.translations'),
        count: (row) => (row.type === 1 ? translations(row) : null),
        width: 110,
      },
      'createTime' as keyof Gateway & string,
    ];
  }, [within, t, leads]);
  return useColumns('direct-connect-gateway', specs, names);
}

export function GatewayList() {
  const list = useList(useScope(), 'direct-connect-gateway');
  const columns = useGatewayColumns(false);
  const actions = useActions('direct-connect-gateway', 'list');
  return <ListPage family="direct-connect-gateway" list={list} columns={columns} actions={actions} />;
}
