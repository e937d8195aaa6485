import { Suspense } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import type { NetworkAcl } from '../../../catalogue/families/network-acl/index.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import type { UseDetail } from '../../kit/detail/standard-detail.tsx';
import { ReferencesTab } from '../../kit/detail/standard-tabs.tsx';
import { DraftMark } from '../../kit/draft-mark.tsx';
import { exactly } from '../../kit/exactly.ts';
import { RefLink, useNames } from '../../kit/ref.tsx';
import { useGuarded } from '../../kit/subnet-acls.ts';
import { useUnspoken } from '../../kit/words.ts';
import { part } from '../../lib/part.tsx';
import { segments } from '../../paths.ts';
import { Loading } from '../../ui/spinner.tsx';
import { Notice } from '../../ui/status.tsx';
import { countOf } from './counts.ts';
import { RulesCard } from './rules-card.tsx';
import { SubnetsTab } from './subnets-tab.tsx';

const named: readonly Family[] = ['vpc', 'subnet'];

// What reasons about rules comes only when rules are changed.
const AclRuleEditor = part(async () => (await import('./rules/editor.tsx')).AclRuleEditor);

const FivePartRules = part(async () => (await import('./five-part-rules.tsx')).FivePartRules);

/** Of both directions; null where they are not told with the ACL. */
function rulesOf(acl: NetworkAcl): number | null {
  const [inbound, outbound] = [countOf(acl, 'ingress'), countOf(acl, 'egress')];
  return inbound === null || outbound === null ? null : inbound + outbound;
}

export const useAclDetail: UseDetail<'network-acl'> = ({ id, row, one, standard }) => {
  const t = useT();
  const formats = useFormats();
  // Brings the names that links on this page show.
  useNames(named);
  const unspoken = useUnspoken('network-acl')('fivePartRules');
  const isFivePart = row?.networkAclType === 'QUINTUPLE';
  return exactly({
    primary: 'edit',
    marks: (
      <>
        {row && <RefLink family="vpc" id={row.unVpcId} />}
        <DraftMark id={id} />
      </>
    ),
    tabs: [
      {
        path: '',
        label: t('networkAcl.rules'),
        count: row ? (rulesOf(row) ?? undefined) : undefined,
        content:
          row &&
          (isFivePart ? (
            <Suspense fallback={<Loading />}>
              {unspoken === undefined ? <FivePartRules acl={row} /> : <Notice meaning="neutral" title={unspoken} />}
            </Suspense>
          ) : (
            <>
              <RulesCard acl={row} direction="ingress" />
              <RulesCard acl={row} direction="egress" />
              <Notice meaning="neutral" title={t('networkAcl.stateless')} />
            </>
          )),
      },
      {
        path: 'rules',
        label: t('networkAcl.editRules'),
        content: row && (
          <Suspense fallback={<Loading />}>
            <AclRuleEditor acl={row} refresh={one.refresh} />
          </Suspense>
        ),
      },
      { path: segments.subnet, label: t('networkAcl.subnets'), count: row?.subnetNum, content: row && <SubnetsTab acl={row} /> },
      standard.properties((acl) => {
        const rules = rulesOf(acl);
        return exactly({ draw: { networkAclEntrySet: rules === null ? t('networkAcl.rulesApart') : formats.number(rules) } });
      }, 'properties'),
      { path: 'references', label: t('kit.references'), content: row && <AclReferences acl={row} /> },
    ],
  });
};

/** The subnets it guards name it, in the older list of subnets alone. */
function AclReferences({ acl }: { readonly acl: NetworkAcl }) {
  const list = useGuarded(acl.unVpcId);
  const ids = list.subnets.filter((subnet) => subnet.acl === acl.networkAclId).map(({ id }) => id);
  return <ReferencesTab family="network-acl" id={acl.networkAclId} row={acl} from={[{ family: 'subnet', ids, list }]} />;
}
