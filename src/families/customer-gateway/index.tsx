import { useMemo } from 'react';
import { useT } from '../../i18n/index.ts';
import { useContainedList } from '../../kit/contained.tsx';
import { standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';
import { segments } from '../../paths.ts';
import { Contained } from '../contained.tsx';
import { Devices } from './devices.tsx';
import { TunnelCount, useTunnels } from './tunnels.tsx';

export const { Pages } = standardFamily('customer-gateway', {
  useColumns: ({ t }) => {
    const tunnels = useTunnels();
    return useMemo(
      () => [
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
      ],
      [t, tunnels],
    );
  },
  detail: {
    primary: 'edit',
    useTabs: (id, row) => {
      const t = useT();
      const parent = { family: 'customer-gateway', id } as const;
      const connections = useContainedList('vpn-connection', parent, row !== null);
      return [
        {
          path: segments['vpn-connection'],
          label: t('customerGateway.tunnels'),
          count: connections.complete ? connections.rows.length : undefined,
          content: <Contained family="vpn-connection" parent={parent} />,
        },
        { path: 'devices', label: t('customerGateway.devices'), content: <Devices /> },
      ];
    },
  },
  Create: part(async () => (await import('./forms.tsx')).CreateCustomerGateway),
  Edit: true,
});
