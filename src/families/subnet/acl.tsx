/** The network ACL that decides at a subnet's border, and ways to another one. Only the older list of subnets names it (9469). */
import { Link2, Unlink2 } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Family } from '../../../catalogue/define.ts';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import { useFormOrigin } from '../../kit/form-origin.ts';
import { RefLink } from '../../kit/ref.tsx';
import { useGuarded } from '../../kit/subnet-acls.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import type { MenuItem } from '../../ui/menu.tsx';

/** Of a subnet: the ACL's id, '' for none; null while that is being asked, undefined where it could not be. */
type AclOf = (subnet: Pick<Subnet, 'SubnetId'>) => string | null | undefined;

/** One reading for all subnets of a region, or of a VPC. */
export function useAcls(vpc?: string): AclOf {
  const { subnets, complete, error } = useGuarded(vpc);
  return useMemo((): AclOf => {
    const known = new Map(subnets.map(({ id, acl }) => [id, acl]));
    const otherwise = error || complete ? undefined : null;
    return ({ SubnetId }) => known.get(SubnetId) ?? otherwise;
  }, [subnets, complete, error]);
}

/**
 * In words: no ACL lets everything through, which is a fact of its own. `brief` says so on hover only, where a column has no
 * room. No component: it stands in every row of the list.
 */
export function aclWords(acl: ReturnType<AclOf>, name: string | undefined, t: Translate, brief = false): ReactNode {
  if (acl === null) return <span className="text-muted">…</span>;
  if (acl === undefined) return <span className="text-warning">{t('subnet.aclUnread')}</span>;
  if (acl === '' && brief) {
    return (
      <span title={t('subnet.noAcl')} className="text-muted">
        {t('subnet.noAclBrief')}
      </span>
    );
  }
  if (acl === '') return <span className="text-muted">{t('subnet.noAcl')}</span>;
  return <RefLink family="network-acl" id={acl} {...(name === undefined ? { full: true } : { name })} />;
}

export const aclFamily: Family = 'network-acl';

/** To the forms that put a subnet under an ACL and take it out, for its menu. */
export function useAclItems(acls: AclOf, from: 'list' | 'detail'): (subnet: Subnet) => readonly MenuItem[] {
  const t = useT();
  const scope = useScope();
  const navigate = useNavigate();
  const state = useFormOrigin(from);
  return ({ SubnetId, VpcId, ...subnet }) => {
    const acl = acls({ SubnetId, ...subnet });
    const bind = paths.form('network-acl', 'bind', scope, { vpcId: VpcId, subnets: SubnetId });
    return [
      {
        key: 'bindAcl',
        label: t(acl ? 'subnet.changeAcl' : 'subnet.bindAcl'),
        icon: Link2,
        onSelect: () => void navigate(bind, { state }),
      },
      ...(acl
        ? [
            {
              key: 'unbindAcl',
              label: t('subnet.unbindAcl'),
              icon: Unlink2,
              onSelect: () => void navigate(paths.verb('network-acl', acl, 'unbind', scope, { subnets: SubnetId }), { state }),
            },
          ]
        : []),
    ];
  };
}
