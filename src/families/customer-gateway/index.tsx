import { useMemo } from 'react';
import type { CustomerGateway } from '../../../catalogue/families/customer-gateway/index.ts';
import { exactly } from '../../kit/exactly.ts';
import type { ColumnSpecs } from '../../kit/list/columns.tsx';
import { standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { useDialect } from '../../lib/scope.ts';
import { TunnelCount, useTunnels } from './tunnels.tsx';

/** What only accounts of today tell, as a column by its field's name. */
const todaysColumns: ColumnSpecs<'customer-gateway'> = [{ field: 'BgpAsn' as keyof CustomerGateway & string, width: 112 }];

export const { Pages } = standardFamily('customer-gateway', {
  useColumns: ({ t }) => {
    const tunnels = useTunnels();
    const isToday = useDialect() === 'today';
    return useMemo(
      () =>
        exactly([
          'IpAddress',
          {
            id: 'tunnels',
            header: t('customerGateway.tunnels'),
            value: (row) => (tunnels ? (tunnels.get(row.CustomerGatewayId)?.all ?? 0) : null),
            render: (row) => tunnels && <TunnelCount id={row.CustomerGatewayId} tunnels={tunnels.get(row.CustomerGatewayId)} />,
            sortAs: 'number',
            width: 176,
          },
          ...(isToday ? todaysColumns : []),
          'CreatedTime',
        ]),
      [t, tunnels, isToday],
    );
  },
  loadDetail: async () => (await import('./detail.tsx')).useCustomerGatewayDetail,
  Create: part(async () => (await import('./forms.tsx')).CreateCustomerGateway),
  Edit: true,
});
