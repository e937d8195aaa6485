import { Link, useLocation } from 'react-router';
import { regionNames } from '../../catalogue/regions.ts';
import { useLanguage, useT } from '../i18n/index.ts';
import { regionsOf, useConsole, useScope } from '../lib/scope.ts';
import { sectionPath } from '../paths.ts';
import { linkClass } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/parts.tsx';
import type { UnknownScope } from './use-console.ts';

/** In the place of a page whose URL names an account or a region that is not there: nothing else is shown for it. */
export function UnknownScopePage({ kind, name }: UnknownScope) {
  const t = useT();
  const language = useLanguage();
  const info = useConsole();
  const { account, region } = useScope();
  const { pathname } = useLocation();
  const choices =
    kind === 'account'
      ? (info?.accounts ?? []).map(({ id, name: called }) => ({
          key: id,
          label: called,
          to: sectionPath(pathname, { account: id === info?.defaultAccount ? undefined : id, region }),
        }))
      : regionsOf(info, undefined, account).map((id) => ({
          key: id,
          label: `${regionNames(id)?.[language] ?? id} · ${id}`,
          to: sectionPath(pathname, { account, region: id }),
        }));
  return (
    <Page title={t(`aside.unknown.${kind}`, { name })}>
      <EmptyState
        title={t('aside.unknown.nothing')}
        body={t('aside.unknown.choose')}
        action={
          <ul className="flex flex-wrap justify-center gap-x-4 gap-y-2">
            {choices.map(({ key, label, to }) => (
              <li key={key}>
                <Link to={to} className={linkClass}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        }
      />
    </Page>
  );
}
