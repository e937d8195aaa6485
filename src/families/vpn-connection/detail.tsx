import { lazy } from 'react';
import type { VpnConnection } from '../../../catalogue/families/vpn-connection.ts';
import { useOne } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { Properties } from '../../kit/detail/properties.tsx';
import { References } from '../../kit/detail/references.tsx';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { FieldValue } from '../../kit/field-value.tsx';
import { usePlace } from '../../lib/place.ts';
import { useVpnConnectionActions } from './actions.tsx';
import { Encryption, PolicyCard } from './facts.tsx';
import { Health } from './health.tsx';

const Configuration = lazy(async () => ({ default: (await import('./configuration.tsx')).Configuration }));

export function VpnConnectionDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const t = useT();
  const one = useOne<VpnConnection>(usePlace(), 'vpn-connection', id);
  const actions = useVpnConnectionActions('detail');
  const { row } = one;
  const mark = (name: 'State' | 'NetStatus') =>
    row && <FieldValue family="vpn-connection" name={name} field={{ kind: 'text' }} value={row[name]} />;
  return (
    <ResourceDetail
      family="vpn-connection"
      id={id}
      tab={tab}
      one={one}
      marks={row?.State === 'AVAILABLE' ? mark('NetStatus') : mark('State')}
      actions={row ? actions.of(row) : []}
      primary="edit"
      tabs={[
        {
          path: '',
          label: t('kit.properties'),
          content: row && (
            <>
              <Health row={row} />
              <Properties
                family="vpn-connection"
                title={t('kit.properties')}
                row={row}
                without={['SecurityPolicyDatabaseSet', 'IKEOptionsSpecification', 'IPSECOptionsSpecification']}
              />
              <PolicyCard row={row} />
              <Encryption row={row} />
            </>
          ),
        },
        { path: 'configuration', label: t('vpnConnection.configuration'), content: row && <Configuration row={row} /> },
        { path: 'references', label: t('kit.references'), content: row && <References family="vpn-connection" id={id} row={row} /> },
      ]}
    />
  );
}
