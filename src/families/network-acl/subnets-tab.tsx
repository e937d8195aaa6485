import { Plus, Unlink2 } from 'lucide-react';
import { useState } from 'react';
import type { NetworkAcl } from '../../../catalogue/families/network-acl/index.ts';
import type { VerbOf } from '../../../catalogue/row-of.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { useOpenForm } from '../../kit/form-origin.ts';
import { RefLink } from '../../kit/ref.tsx';
import { useGuarded } from '../../kit/subnet-acls.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Code } from '../../ui/copy.tsx';
import { Card, EmptyState } from '../../ui/parts.tsx';
import { Skeleton } from '../../ui/spinner.tsx';

/** The subnets that an ACL guards. */
export function SubnetsTab({ acl }: { readonly acl: NetworkAcl }) {
  const t = useT();
  const scope = useScope();
  const openForm = useOpenForm();
  const { subnets, complete, error, refresh } = useGuarded(acl.unVpcId);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const bound = subnets.filter((subnet) => subnet.acl === acl.networkAclId);
  const picked = chosen.filter((id) => bound.some((subnet) => subnet.id === id));
  const open = (operation: VerbOf<'network-acl'>, subnetIds?: string): void =>
    openForm(paths.verb('network-acl', acl.networkAclId, operation, scope, { subnets: subnetIds }));
  const bind = (
    <Button size="sm" icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => open('bind')}>
      {t('networkAcl.bind')}
    </Button>
  );
  if (error && !complete) return <ErrorPlace error={error} title={t('networkAcl.boundFailed')} onRetry={refresh} />;
  if (!complete) return <Skeleton className="w-full" />;
  if (bound.length === 0) return <EmptyState title={t('networkAcl.unboundTitle')} body={t('networkAcl.unboundBody')} action={bind} />;
  return (
    <Card
      flush
      title={t('networkAcl.subnets')}
      actions={
        <>
          <Button
            size="sm"
            icon={<Unlink2 aria-hidden="true" className="size-4" />}
            onClick={() => open('unbind', picked.length > 0 ? picked.join(',') : undefined)}
          >
            {picked.length > 0 ? t('networkAcl.unbindMany', { n: picked.length }) : t('networkAcl.unbind')}
          </Button>
          {bind}
        </>
      }
    >
      <ul className="divide-y divide-line">
        {bound.map(({ id, name, cidr, zone }) => (
          <li key={id} className="flex min-h-9 flex-wrap items-center gap-x-4 px-4">
            <Checkbox
              aria-label={t('kit.selectRow', { name: name || id })}
              checked={picked.includes(id)}
              onChange={(on) => setChosen(on ? [...picked, id] : picked.filter((other) => other !== id))}
            />
            <RefLink full family="subnet" id={id} name={name} />
            <Code>{cidr}</Code>
            <Code muted>{zone}</Code>
          </li>
        ))}
      </ul>
    </Card>
  );
}
