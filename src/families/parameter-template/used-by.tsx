import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { familyOfId } from '../../../catalogue/ids.ts';
import { looksLikeRegion, regionOf } from '../../../catalogue/regions.ts';
import { toApiError } from '../../api/api-error.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { useFamily } from '../../kit/words.ts';
import { ownParam, requireOperation } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Card, EmptyState } from '../../ui/parts.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { TemplateKind } from './kinds.ts';
import { type User, usersOf } from './users.ts';

/** The security groups whose rules name a template, in all regions, and the groups of templates that hold it. */
export function UsedBy({ kind, id }: { readonly kind: TemplateKind; readonly id: string }) {
  const t = useT();
  const scope = useScope();
  const { module } = useFamily(kind.ref);
  const { name, data: action } = requireOperation(module, 'users');
  const users = useQuery({
    queryKey: [scope.account ?? '', scope.region, ...name.split(':'), { id }, 'users'],
    queryFn: ({ signal }) => usersOf(scope, { name, params: { [ownParam(module, action) ?? '']: id } }, signal),
  });
  return (
    <Card title={t('parameterTemplate.usedBy')}>
      {users.isPending && <Spinner label={t('parameterTemplate.looking')} />}
      {users.error && (
        <ErrorPlace error={toApiError(users.error)} title={t('parameterTemplate.notFoundOut')} onRetry={() => void users.refetch()} />
      )}
      {users.data?.length === 0 && <EmptyState title={t('parameterTemplate.unused')} />}
      <ul>
        {users.data?.map((user) => (
          <li key={`${user.region} ${user.id}`} className="flex min-h-7 flex-wrap items-center gap-x-2">
            <Used user={user} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Used({ user }: { readonly user: User }) {
  const scope = useScope();
  const t = useT();
  const formats = useFormats();
  const { rules } = user;
  const family = familyOfId(user.id);
  const region = regionOf(user.region) ?? (looksLikeRegion(user.region) ? user.region : scope.region);
  return (
    <>
      {family ? (
        <Link to={paths.detail(family, user.id, { ...scope, region })} className={linkClass}>
          <bdi>{user.name || user.id}</bdi>
        </Link>
      ) : (
        <bdi>{user.name || user.id}</bdi>
      )}
      <Code muted>{user.id}</Code>
      <span className="text-muted">{region}</span>
      {rules && (
        <span className="text-muted">
          {(['ingress', 'egress'] as const)
            .flatMap((way) =>
              rules[way].length > 0
                ? [
                    t(`parameterTemplate.${way}Rules`, {
                      n: rules[way].length,
                      which: formats.list(rules[way].map((at) => String(at + 1))),
                    }),
                  ]
                : [],
            )
            .join(' · ')}
        </span>
      )}
    </>
  );
}
