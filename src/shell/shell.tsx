import { type MouseEvent, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { useTasks } from '../api/tasks.ts';
import { useFormats, useT, withTexts } from '../i18n/index.ts';
import { withoutBasePath } from '../lib/base-path.ts';
import { useDrafts } from '../lib/drafts.ts';
import { part, usePagesLoading } from '../lib/part.tsx';
import { type Scope, ScopeContext } from '../lib/scope.ts';
import { isPressed, typesInto } from '../lib/shortcuts.ts';
import { usePrinting } from '../lib/use-printing.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { wishFocus } from '../ui/page-focus.ts';
import { Loading } from '../ui/spinner.tsx';
import { Notice } from '../ui/status.tsx';
import { ToastHost } from '../ui/toast-host.tsx';
import { Banners } from './banners.tsx';
import { HomeLink } from './brand.tsx';
import { Nav } from './nav.tsx';
import { NavDrawer } from './nav-drawer.tsx';
import { OverlayBoundary } from './overlay-boundary.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { pageOf, useScrollMemory } from './scroll.ts';
import { TopBar } from './top-bar.tsx';
import { type UnknownScope, useConsoleFacts, useSignOut, useUrlScope } from './use-console.ts';

/** Loaded late: a page's first rows need none of them. */
const UnknownScopePage = part(async () => (await withTexts(import('./unknown-scope.tsx'), 'aside')).UnknownScopePage);
const TaskTray = part(async () => (await withTexts(import('../kit/task-tray/task-tray.tsx'), 'taskTray')).TaskTray);
const ShortcutHelp = part(async () => (await withTexts(import('./shortcut-help.tsx'), 'aside')).ShortcutHelp);
const Drafts = part(async () => (await import('./drafts.tsx')).Drafts);
const Commands = part(async () => (await import('./commands.tsx')).Commands);

/** The tray comes with the first task: most visits never have one. */
function Tasks() {
  const some = useTasks((state) => state.tasks.length > 0);
  return some && <TaskTray />;
}

/** Loaded late, like the tray: most visits leave no draft. */
function LeftDrafts() {
  const drafts = useDrafts();
  return drafts.length > 0 && <Drafts drafts={drafts} />;
}

/** Draws everything around a page. Until the region is known it only shows that it is loading. */
export function Shell() {
  const { info, error, retry } = useConsoleFacts();
  const { scope, unknown } = useUrlScope(info);
  const account = scope?.account;
  const region = scope?.region;
  const current = useMemo((): Scope | null => (region ? { account, region } : null), [account, region]);
  if (error) return <NoServer retry={retry} />;
  if (!current) return <Loading />;
  return (
    <ScopeContext value={current}>
      <Frame unknown={unknown} />
    </ScopeContext>
  );
}

/** Pages that are a map take the room of the navigation, which folds to its icons there. */
const isMap = /^\/topology$|^\/vpcs\/[^/]+\/map$/;

function Frame({ unknown }: { readonly unknown: UnknownScope | null }) {
  const t = useT();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const [drawer, setDrawer] = useState(false);
  const [commands, setCommands] = useState(false);
  const [help, setHelp] = useState(false);
  const signOut = useSignOut();
  const follow = useInnerLinks();
  useScrollMemory(main);
  useFocusOfPage(pathname);
  useShellKeys(
    () => setCommands(true),
    () => setHelp(true),
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links inside are what one acts on
    <div className="flex h-dvh text-text" onClick={follow}>
      {/* biome-ignore lint/a11y/useValidAnchor: a skip link is a link to a place on this page */}
      <a
        href="#main"
        onClick={(event) => {
          // A change of the hash would be a navigation; the focus alone is meant.
          event.preventDefault();
          main.current?.focus();
        }}
        className="sr-only z-10 rounded bg-raised shadow-float focus:not-sr-only focus:absolute focus:m-2 focus:px-3 focus:py-1.5"
      >
        {t('shell.skip')}
      </a>
      <div
        className={cx(
          'hidden shrink-0 flex-col border-line border-r bg-surface md:flex',
          isMap.test(pathname) ? 'nav-rail relative' : 'w-(--nav) overflow-y-auto',
        )}
      >
        <Nav head={<HomeLink />} />
      </div>
      <div className="relative flex min-w-0 flex-1 flex-col">
        <TopBar
          onNavigation={() => setDrawer(true)}
          onCommands={() => setCommands(true)}
          onHelp={() => setHelp(true)}
          onSignOut={signOut}
          tasks={
            <OverlayBoundary>
              <LeftDrafts />
              <Tasks />
            </OverlayBoundary>
          }
        />
        <Printed />
        <Progress />
        <Banners />
        <main ref={main} id="main" tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto">
          <PageBoundary resetKey={pathname}>
            <Suspense fallback={<Loading />}>{unknown ? <UnknownScopePage {...unknown} /> : <Outlet />}</Suspense>
          </PageBoundary>
        </main>
      </div>
      {drawer && <NavDrawer onClose={() => setDrawer(false)} />}
      <OverlayBoundary key={`commands ${commands}`} onFailure={() => setCommands(false)}>
        {commands && <Commands onClose={() => setCommands(false)} />}
      </OverlayBoundary>
      <OverlayBoundary key={`help ${help}`} onFailure={() => setHelp(false)}>
        {help && <ShortcutHelp onClose={() => setHelp(false)} />}
      </OverlayBoundary>
      <ToastHost />
    </div>
  );
}

/** Shows that the next page is loading while the one before still stands. */
function Progress() {
  const t = useT();
  const some = usePagesLoading(({ loading }) => loading > 0);
  return some && <div role="progressbar" aria-label={t('shell.pageLoading')} className="page-progress" />;
}

/** Prints the time and the URL of the page. On paper only. */
function Printed() {
  const t = useT();
  const formats = useFormats();
  if (!usePrinting()) return null;
  return <p className="text-muted">{t('shell.printed', { time: formats.dateTime(new Date()), url: window.location.href })}</p>;
}

function NoServer({ retry }: { readonly retry: () => void }) {
  const t = useT();
  return (
    <main className="mx-auto max-w-xl p-6">
      <h1 className="sr-only">Weft</h1>
      <Notice meaning="danger" title={t('shell.failure.console')} actions={<Button onClick={retry}>{t('shell.failure.retry')}</Button>}>
        {t('shell.failure.consoleBody')}
      </Notice>
    </main>
  );
}

/** Before the new page's own effects run: its heading finds the wish. Forms over a page keep their own focus. */
function useFocusOfPage(pathname: string): void {
  const last = useRef(pathname);
  useLayoutEffect(() => {
    if (pageOf(last.current) !== pageOf(pathname)) wishFocus();
    last.current = pathname;
  }, [pathname]);
}

/** The keys that work on every page. Not over a form: leaving it is that form's to ask about. */
function useShellKeys(openCommands: () => void, openHelp: () => void): void {
  const latest = useRef({ openCommands, openHelp });
  latest.current = { openCommands, openHelp };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const commands = isPressed(event, 'everywhere', 'commands') && !event.shiftKey;
      const help = !commands && isPressed(event, 'everywhere', 'help') && !event.defaultPrevented && !typesInto(event.target);
      if ((!commands && !help) || document.querySelector('dialog:modal')) return;
      event.preventDefault();
      if (commands) latest.current.openCommands();
      else latest.current.openHelp();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/**
 * Follows plain `<a href>` within the console without loading the page anew. Rows of long lists and the navigation use them:
 * a router's link is a component with a dozen hooks, and there are two dozen on a page, several in a row. Presses that ask
 * for another tab are left alone.
 */
function useInnerLinks(): (event: MouseEvent) => void {
  const navigate = useNavigate();
  return (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link?.href || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    event.preventDefault();
    // As browsers do: a link to where one already is adds nothing to go back to.
    void navigate(`${withoutBasePath(link.pathname)}${link.search}${link.hash}`, { replace: link.href === location.href });
  };
}
