import { Menu as MenuIcon, Search } from 'lucide-react';
import { type ReactNode, Suspense } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useT, withTexts } from '../i18n/index.ts';
import { part } from '../lib/part.tsx';
import { useConsole, useScope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { IconButton } from '../ui/button.tsx';
import { Kbd } from '../ui/parts.tsx';
import { HomeLink } from './brand.tsx';
import { OverlayBoundary } from './overlay-boundary.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import { AccountSwitcher, CloudBadge, RegionSwitcher } from './switchers.tsx';

/** Loaded late: lists, where most visits begin, have none. */
const Breadcrumbs = part(async () => (await import('./breadcrumbs.tsx')).Breadcrumbs);

/** Loaded late: whoever is alone, with accounts of their own, has none. */
const Marks = part(async () => (await withTexts(import('./marks.tsx'), 'aside')).Marks);

interface TopBarProps {
  readonly onNavigation: () => void;
  readonly onCommands: () => void;
  /** The list of keys. */
  readonly onHelp: () => void;
  readonly onSignOut: () => void;
  /** The task tray. */
  readonly tasks: ReactNode;
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Where one is and in whose name, on every page. Narrow screens get two rows, so that nothing has to hide. */
export function TopBar({ onNavigation, onCommands, onHelp, onSignOut, tasks }: TopBarProps) {
  const t = useT();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const scope = useScope();
  const info = useConsole();
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-2 border-line border-b bg-surface px-2 md:h-(--bar) md:flex-nowrap md:pr-4 md:pl-6">
      <div className="flex h-11 min-w-0 flex-1 items-center gap-2 md:h-auto">
        <IconButton
          className="md:hidden"
          label={t('shell.openNavigation')}
          icon={<MenuIcon aria-hidden="true" className="size-4" />}
          onClick={onNavigation}
        />
        {pathname.split('/').length > 2 ? (
          <OverlayBoundary key={pathname} fallback={<span className="flex-1" />}>
            <Breadcrumbs />
          </OverlayBoundary>
        ) : (
          <HomeLink className="md:hidden" />
        )}
      </div>
      <div className="order-last flex h-10 w-full min-w-0 items-center gap-1 border-line border-t md:order-none md:h-auto md:w-auto md:border-0">
        <CloudBadge />
        <AccountSwitcher />
        <span aria-hidden="true" className="h-4 border-line border-l" />
        <RegionSwitcher />
      </div>
      <div className="flex items-center">
        <button
          type="button"
          onClick={onCommands}
          aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
          className="quick inline-flex h-8 min-w-8 items-center justify-center gap-2 rounded px-2 text-muted hover:bg-hover"
        >
          <Search aria-hidden="true" className="size-4" />
          <span className="sr-only">{t('shell.commands')}</span>
          <span aria-hidden="true" className="hidden lg:inline">
            <Kbd>{isMac ? '⌘K' : 'Ctrl K'}</Kbd>
          </span>
        </button>
        {tasks}
        <Suspense>{(info?.person ?? info?.accounts.some(({ readOnly }) => readOnly)) && <Marks />}</Suspense>
        <SettingsMenu onSessions={() => void navigate(paths.sessions(scope))} onHelp={onHelp} onSignOut={onSignOut} />
      </div>
    </header>
  );
}
