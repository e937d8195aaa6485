import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { familyOfId } from '../../../catalogue/ids.ts';
import { regionOf } from '../../../catalogue/regions.ts';
import { toApiError } from '../../api/api-error.ts';
import { callAction, type Scope } from '../../api/call.ts';
import { readTask } from '../../api/pollers.ts';
import { valueAt } from '../../api/tasks.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { useFamily } from '../../kit/words.ts';
import { type AnyRow, ownParam, requireOperation } from '../../lib/family.ts';
import { usePlace } from '../../lib/place.ts';
import { at } from '../../lib/rows.ts';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Card, EmptyState } from '../../ui/parts.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { TemplateKind } from './kinds.ts';

interface User {
  readonly region: string;
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

const askAgainAfter = 500;

/** The cloud looks for users as a task: it is started, and asked until it has found them (16660). */
async function usersOf(
  scope: Scope,
  start: { readonly name: string; readonly params: AnyRow },
  signal: AbortSignal,
): Promise<readonly User[]> {
  const poll = 'vpc2017:DescribeNetTaskResult';
  const begun = await callAction(scope, start.name, start.params, signal);
  const taskId = Number(valueAt(begun.data, 'data.taskId'));
  for (;;) {
    const { data } = await callAction(scope, poll, { taskId }, signal);
    const { state, words } = readTask(poll, data);
    if (state === 'done') return (at(data, 'data.data.detail') as readonly User[] | undefined) ?? [];
    if (state !== 'running') throw new Error(words ?? state);
    await pause(askAgainAfter, signal);
  }
}

/** The security groups whose rules name a template, in all regions, and the groups of templates that hold it. */
export function UsedBy({ kind, id }: { readonly kind: TemplateKind; readonly id: string }) {
  const t = useT();
  const place = usePlace();
  const { module } = useFamily(kind.ref);
  const { name, data: action } = requireOperation(module, 'users');
  const users = useQuery({
    queryKey: [place.account ?? '', place.region, ...name.split(':'), { id }, 'users'],
    queryFn: ({ signal }) => usersOf(place, { name, params: { [ownParam(module, action) ?? '']: id } }, signal),
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
  const place = usePlace();
  const family = familyOfId(user.id);
  const region = regionOf(user.region) ?? place.region;
  return (
    <>
      {family ? (
        <Link to={paths.detail(family, user.id, { ...place, region })} className={linkClass}>
          <bdi>{user.name || user.id}</bdi>
        </Link>
      ) : (
        <bdi>{user.name || user.id}</bdi>
      )}
      <Code muted>{user.id}</Code>
      <span className="text-muted">{region}</span>
    </>
  );
}
