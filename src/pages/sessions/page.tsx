import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toApiError } from '../../api/api-error.ts';
import { endSession, readSessions, type SessionEntry } from '../../api/people.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { toast } from '../../stores/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Badge, Notice } from '../../ui/status.tsx';

const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: ({ signal }) => readSessions(signal), staleTime: 0 });

/** Who is signed in: the person's own sessions, everybody's for admins, each of which can be ended. */
export function SessionsPage() {
  const t = useT();
  const { data, error } = useQuery(sessionsQuery);
  return (
    <Page lead={t('sessions.lead')}>
      {error && <Notice meaning="danger" title={t('sessions.failed', { code: toApiError(error).code })} />}
      {!data && !error && <Spinner />}
      {data && <SessionTable sessions={data} />}
    </Page>
  );
}

function SessionTable({ sessions }: { readonly sessions: readonly SessionEntry[] }) {
  const t = useT();
  const head = ['person', 'signedIn', 'used', 'kind'] as const;
  return (
    <div className="overflow-x-auto">
      <table aria-label={t('sessions.table')} className="w-full text-left">
        <thead>
          <tr className="border-line border-b text-muted">
            {head.map((name) => (
              <th key={name} scope="col" className="px-2 py-1.5 font-medium">
                {t(`sessions.${name}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SessionRow({ session }: { readonly session: SessionEntry }) {
  const t = useT();
  const formats = useFormats();
  const name = session.person.name ?? t('sessions.link');
  const since = formats.dateTime(new Date(session.created));
  return (
    <tr className="border-line border-b">
      <td className="px-2 py-1.5">
        <bdi>{name}</bdi>
        {session.person.email !== null && <bdi className="block text-muted text-xs">{session.person.email}</bdi>}
      </td>
      <td className="px-2 py-1.5 tabular-nums">{since}</td>
      <td className="px-2 py-1.5 tabular-nums">{formats.dateTime(new Date(session.seen))}</td>
      <td className="px-2 py-1.5">
        {t(session.script ? 'sessions.script' : 'sessions.browser')} {session.current && <Badge>{t('sessions.this')}</Badge>}
      </td>
      <td className="px-2 py-1.5 text-right">
        <EndButton session={session} label={t('sessions.endOf', { name, time: since })} />
      </td>
    </tr>
  );
}

function EndButton({ session, label }: { readonly session: SessionEntry; readonly label: string }) {
  const t = useT();
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => endSession(session.id),
    onSuccess: () => toast({ meaning: 'good', title: t('sessions.ended') }),
    onError: (error) => toast({ meaning: 'danger', title: t('sessions.notEnded', { code: toApiError(error).code }) }),
    onSettled: () => client.invalidateQueries(sessionsQuery),
  });
  return (
    <Button
      size="sm"
      pending={isPending}
      aria-label={label}
      disabledReason={session.current ? t('sessions.endHere') : undefined}
      onClick={() => mutate()}
    >
      {t('sessions.end')}
    </Button>
  );
}
