import { useMemo } from 'react';
import { exactly } from '../../kit/exactly.ts';
import { standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { TunnelCount, useTunnels } from './tunnels.tsx';

export const { Pages } = standardFamily('customer-gateway', {
  useColumns: ({ t }) => {
    const tunnels = useTunnels();
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
          'CreatedTime',
        ]),
      [t, tunnels],
    );
  },
  loadDetail: async () => (await import('./detail.tsx')).useCustomerGatewayDetail,
  Create: part(async () => (await import('./forms.tsx')).CreateCustomerGateway),
  Edit: true,
});
