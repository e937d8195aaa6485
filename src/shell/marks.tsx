/** What the top bar says only where there are people with roles, or accounts that are kept as they are. */
import { useT } from '../i18n/index.ts';
import { useConsole, useScope } from '../lib/scope.ts';
import { Badge } from '../ui/status.tsx';

/** That nothing in the account is changed from here; who is signed in, and their role. */
export function Marks() {
  const t = useT();
  const info = useConsole();
  const { account } = useScope();
  const here = info?.accounts.find(({ id }) => id === (account ?? info.defaultAccount));
  const person = info?.person;
  return (
    <>
      {here?.readOnly && <Badge meaning="neutral">{t('aside.readOnly')}</Badge>}
      {person && (
        <span className="inline-flex min-w-0 max-w-48 items-baseline gap-1.5 px-1" title={person.email ?? undefined}>
          <span className="sr-only">{t('aside.signedInAs')} </span>
          <bdi className="truncate max-sm:sr-only">{person.name ?? person.email}</bdi>
          <span className="shrink-0 text-muted text-xs">{t(`aside.role.${person.role}`)}</span>
        </span>
      )}
    </>
  );
}
