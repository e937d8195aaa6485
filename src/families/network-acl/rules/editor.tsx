/** The tab of a network ACL where its rules are changed. */

import { useMemo } from 'react';
import type { NetworkAcl } from '../../../../catalogue/families/network-acl/index.ts';
import { entriesOf } from '../../../../network/rule-sets/acl-entries.ts';
import { useT } from '../../../i18n/index.ts';
import { RulesEditor } from '../../../kit/rules/editor.tsx';
import { part } from '../../../lib/part.tsx';
import { useDialect } from '../../../lib/scope.ts';
import { Notice } from '../../../ui/status.tsx';
import { aclRules, aclRulesToday } from './kind.ts';
import { Answers } from './remarks.tsx';

const Review = part(async () => (await import('./review.tsx')).Review);

export function AclRuleEditor({ acl, refresh }: { readonly acl: NetworkAcl; readonly refresh: () => void }) {
  const t = useT();
  const kind = useDialect() === 'today' ? aclRulesToday : aclRules;
  const { networkAclEntrySet } = acl;
  // A new object only where the rules were read anew.
  const asked = useMemo(() => entriesOf({ networkAclEntrySet }), [networkAclEntrySet]);
  // Rules of five parts are not in this list: what stands there could only be lost.
  if (acl.networkAclType === 'QUINTUPLE') return <Notice meaning="neutral" title={t('networkAcl.quintuple')} />;
  return (
    <RulesEditor
      kind={kind}
      asked={asked}
      refresh={refresh}
      owner={{
        id: acl.networkAclId,
        name: acl.networkAclName || acl.networkAclId,
        interfaces: null,
        review: (props) => <Review acl={acl} {...props} />,
        remarks: (wanted) => <Answers live={asked} wanted={wanted} />,
      }}
    />
  );
}
