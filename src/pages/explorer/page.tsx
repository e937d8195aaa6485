import { Suspense, use } from 'react';
import { Link, useParams } from 'react-router';
import { useLanguage, useT } from '../../i18n/index.ts';
import { ConfirmHost } from '../../kit/confirm/host.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { cx } from '../../ui/cx.ts';
import { Page, PageTitle } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { ActionList } from './action-list.tsx';
import { ActionPage } from './action-page.tsx';
import { loadActions, loadList, loadUndescribed } from './families.ts';

/** The API explorer: every action of the catalogue at the left, the one the URL names beside it. */
export function Explorer() {
  const title = use(PageTitle);
  const { '*': rest = '' } = useParams();
  const [service, action] = rest.split('/').filter(Boolean);
  const name = service !== undefined && action !== undefined ? `${service}:${action}` : null;
  return (
    <div className="md:flex md:h-full">
      <div
        className={cx('flex h-full min-h-0 flex-col p-4 md:w-72 md:shrink-0 md:border-line md:border-r', name !== null && 'max-md:hidden')}
      >
        {name === null && <h1 className="pb-2 text-lg md:hidden">{title}</h1>}
        <ActionList current={name} />
      </div>
      <div className={cx('min-w-0 flex-1 md:overflow-y-auto', name === null && 'max-md:hidden')}>
        <Suspense fallback={<Loading />}>{name === null ? <Start /> : <Chosen name={name} />}</Suspense>
      </div>
      <ConfirmHost />
    </div>
  );
}

function Start() {
  const t = useT();
  return (
    <Page>
      <EmptyState title={t('explorer.start')} body={t('explorer.startBody')} />
    </Page>
  );
}

function Chosen({ name }: { readonly name: string }) {
  const scope = useScope();
  const list = use(loadList(useLanguage()));
  const found = list.find(({ actions }) => actions.some((action) => action.name === name));
  if (found === undefined) return <NoAction name={name} />;
  const { family } = found;
  const module = family === null ? null : use(loadActions(family));
  const action = module ? module.actions[name] : use(loadUndescribed()).undescribedAction(name);
  if (!action) return <NoAction name={name} />;
  // Another action, account or region is another call: what was entered and answered does not carry over.
  return <ActionPage key={`${name} ${scope.account} ${scope.region}`} name={name} module={module} action={action} />;
}

function NoAction({ name }: { readonly name: string }) {
  const t = useT();
  const scope = useScope();
  return (
    <Page title={t('explorer.noAction')}>
      <EmptyState
        title={<Code>{name}</Code>}
        body={t('explorer.noActionBody')}
        action={
          <Link to={paths.page('explorer', scope)} className={linkClass}>
            {t('explorer.all')}
          </Link>
        }
      />
    </Page>
  );
}
