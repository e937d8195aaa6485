import type { Family } from '../../../catalogue/define.ts';
import type { NetworkAcl } from '../../../catalogue/families/network-acl.ts';
import { useOne } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { Properties } from '../../kit/detail/properties.tsx';
import { References } from '../../kit/detail/references.tsx';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { RefLink, useNames } from '../../kit/ref.tsx';
import { usePlace } from '../../lib/place.ts';
import { segments } from '../../paths.ts';
import { Notice } from '../../ui/status.tsx';
import { useGuarded } from './bound.ts';
import { useAclActions } from './columns.tsx';
import { RulesCard } from './rules-card.tsx';
import { SubnetsTab } from './subnets-tab.tsx';

const named: readonly Family[] = ['vpc', 'subnet'];

export function NetworkAclDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const t = useT();
  const formats = useFormats();
  const one = useOne<NetworkAcl>(usePlace(), 'network-acl', id);
  // Brings the names that links on this page show.
  useNames(named);
  const actions = useAclActions('detail');
  const { row } = one;
  const entries = row?.networkAclEntrySet;
  return (
    <ResourceDetail
      family="network-acl"
      id={id}
      tab={tab}
      one={one}
      marks={row && <RefLink family="vpc" id={row.unVpcId} />}
      actions={row ? actions.of(row) : []}
      primary="edit"
      tabs={[
        {
          path: '',
          label: t('networkAcl.rules'),
          count: entries && entries.ingress.length + entries.egress.length,
          content: row && (
            <>
              <RulesCard acl={row} direction="ingress" />
              <RulesCard acl={row} direction="egress" />
              <Notice meaning="neutral" title={t('networkAcl.stateless')} />
            </>
          ),
        },
        { path: segments.subnet, label: t('networkAcl.subnets'), count: row?.subnetNum, content: row && <SubnetsTab acl={row} /> },
        {
          path: 'properties',
          label: t('kit.properties'),
          content: row && entries && (
            <Properties
              family="network-acl"
              title={t('kit.properties')}
              row={row}
              draw={{ networkAclEntrySet: formats.number(entries.ingress.length + entries.egress.length) }}
            />
          ),
        },
        { path: 'references', label: t('kit.references'), content: row && <AclReferences acl={row} /> },
      ]}
    />
  );
}

/** The subnets it guards name it, in the older list of subnets alone. */
function AclReferences({ acl }: { readonly acl: NetworkAcl }) {
  const { subnets } = useGuarded(acl.unVpcId);
  const ids = subnets.filter((subnet) => subnet.acl === acl.networkAclId).map(({ id }) => id);
  return <References family="network-acl" id={acl.networkAclId} row={acl} from={[{ family: 'subnet', ids }]} />;
}
