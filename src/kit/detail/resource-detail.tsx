import { Ellipsis } from 'lucide-react';
import { type ReactNode, Suspense } from 'react';
import { Link } from 'react-router';
import type { FamilyRef } from '../../../catalogue/define.ts';
import type { RowOf, TabOf } from '../../../catalogue/row-of.ts';
import type { OneState } from '../../api/query.ts';
import { useT, withTexts } from '../../i18n/index.ts';
import { nameOf, requireOperation, titleOf } from '../../lib/family.ts';
import { part } from '../../lib/part.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Button, buttonClass, linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { TabBar, tabClass } from '../../ui/tabs.tsx';
import { CallButton } from '../call-button.tsx';
import { ErrorPlace } from '../error-place.tsx';
import { Refresh } from '../list/toolbar.tsx';
import { PartBoundary, UnreadablePart } from '../unreadable.tsx';
import { capital, useFamily } from '../words.ts';

// Hardly ever needed.
const HistoryTab = part(async () => (await withTexts(import('../entries/resource-history.tsx'), 'entries')).ResourceHistory);
const UnreadableDetail = part(async () => (await import('./unreadable-detail.tsx')).UnreadableDetail);

export interface DetailTab<T extends string> {
  /** The last part of the tab's URL; '' is the tab that opens first. */
  readonly path: T;
  readonly label: string;
  /** The number of its entries; undefined while that is not known. */
  readonly count?: number | undefined;
  readonly content: ReactNode;
}

interface ResourceDetailProps<F extends FamilyRef> {
  readonly family: F;
  readonly id: string;
  /** The tab asked for by the URL; undefined is the first. */
  readonly tab: string | undefined;
  readonly one: OneState<RowOf<F>>;
  /** Marks beside the name, such as its state. */
  readonly marks?: ReactNode;
  /** The actions of the resource. */
  readonly actions: (row: RowOf<F>) => readonly MenuItem[];
  /** The action that also stands as a button of its own: its key. */
  readonly primary?: string;
  readonly tabs: readonly DetailTab<TabOf<F>>[];
}

/** The page of one resource: its name, its actions, and its tabs, each with a URL of its own. */
export function ResourceDetail<F extends FamilyRef>(props: ResourceDetailProps<F>) {
  const { family, id, tab, one, marks, actions } = props;
  const t = useT();
  const scope = useScope();
  const { module, text } = useFamily<FamilyRef>(family);
  const history: DetailTab<string> = { path: 'history', label: t('kit.history'), content: <HistoryTab id={id} /> };
  const tabs: readonly DetailTab<string>[] = [...props.tabs, history];
  const current = tabs.find(({ path }) => path === (tab ?? ''));
  if (one.loading) return <Loading />;
  if (one.unreadable) return <UnreadableDetail family={family} id={id} one={one} odd={one.unreadable} />;
  if (one.missing || !one.row) return <Missing {...props} />;
  const name = nameOf(module, one.row);
  const title = titleOf(module, one.row, id);
  const items = actions(one.row);
  const primary = items.find(({ key }) => key === props.primary);
  return (
    <Page
      title={<bdi>{title}</bdi>}
      documentTitle={`${title} · ${capital(text.one)}`}
      beside={
        <>
          {name && (
            <Code muted copy>
              {id}
            </Code>
          )}
          {marks}
        </>
      }
      actions={
        <>
          <Refresh at={one.at} refreshing={one.refreshing} onRefresh={one.refresh} />
          <CallButton
            name={one.call.name}
            action={requireOperation(module, 'list').data}
            params={one.call.params}
            requestId={one.requestId}
          />
          {primary && (
            <Button
              onClick={primary.onSelect}
              icon={primary.icon && <primary.icon aria-hidden="true" className="size-4" />}
              disabledReason={primary.disabledReason}
            >
              {primary.label}
            </Button>
          )}
          <Menu
            label={t('kit.actions')}
            items={items}
            trigger={(trigger) => (
              <Button {...trigger} icon={<Ellipsis aria-hidden="true" className="size-4" />}>
                {t('kit.actions')}
              </Button>
            )}
          />
        </>
      }
    >
      <TabBar label={t('kit.tabs')}>
        {tabs.map(({ path, label, count }) => (
          <Link
            key={path}
            to={paths.detail<FamilyRef>(family, id, scope, path)}
            className={tabClass(path === current?.path)}
            aria-current={path === current?.path ? 'page' : undefined}
          >
            {label}
            {count !== undefined && <span className="font-normal text-muted">{count}</span>}
          </Link>
        ))}
      </TabBar>
      {current ? (
        <PartBoundary resetKey={`${current.path} ${one.at}`} instead={<UnreadablePart />}>
          <Suspense fallback={<Loading />}>{current.content}</Suspense>
        </PartBoundary>
      ) : (
        <EmptyState
          title={t('kit.noSuchTab', { tab: tab ?? '' })}
          action={
            <Link to={paths.detail<FamilyRef>(family, id, scope)} className={linkClass}>
              {title}
            </Link>
          }
        />
      )}
    </Page>
  );
}

/** Tells a resource that does not exist apart from one that could not be read. */
function Missing<F extends FamilyRef>({ family, id, one }: ResourceDetailProps<F>) {
  const t = useT();
  const scope = useScope();
  const { text } = useFamily<FamilyRef>(family);
  if (one.error) {
    return (
      <Page title={id}>
        <ErrorPlace error={one.error} title={t('kit.oneFailed', { what: text.one })} onRetry={one.refresh} />
      </Page>
    );
  }
  return (
    <Page title={t('kit.notFound', { what: text.one })}>
      <EmptyState
        title={<Code>{id}</Code>}
        body={t('kit.notFoundBody', { what: text.one, region: scope.region })}
        action={
          <>
            <Button onClick={one.refresh} pending={one.refreshing}>
              {t('kit.retry')}
            </Button>
            <Link to={paths.list(family, scope)} className={buttonClass('primary')}>
              {t('kit.toList', { what: text.many })}
            </Link>
          </>
        }
      />
    </Page>
  );
}
