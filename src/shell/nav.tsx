import { Braces, Grid3x3, LayoutDashboard, Spline, Workflow } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { families } from '../families/registry.ts';
import { useT } from '../i18n/index.ts';
import { useScope } from '../lib/scope.ts';
import { paths, readPath } from '../paths.ts';
import { cx } from '../ui/cx.ts';

interface NavLinkProps {
  readonly to: string;
  readonly icon: ReactNode;
  readonly current: boolean;
  readonly onFollow: (() => void) | undefined;
  readonly children: ReactNode;
}

function NavItem({ to, icon, current, onFollow, children }: NavLinkProps) {
  return (
    <li>
      <a
        href={to}
        onClick={onFollow}
        aria-current={current ? 'page' : undefined}
        className={cx(
          'quick flex h-8 items-center gap-2.5 rounded px-2.5',
          current ? 'bg-accent-soft font-medium text-accent' : 'text-text hover:bg-hover',
        )}
      >
        <span className={cx('flex size-4 shrink-0', !current && 'text-muted')}>{icon}</span>
        <span className="min-w-0 truncate">{children}</span>
      </a>
    </li>
  );
}

const groups = ['network', 'security', 'connect', 'account', 'more'] as const;

/** Pages about everything at once, which belong to no family. */
const wholeNetwork = [
  { page: 'topology', icon: Workflow },
  { page: 'reachability', icon: Spline },
  { page: 'addresses', icon: Grid3x3 },
] as const;

interface NavProps {
  /** The brand, above the links: part of the same landmark. */
  readonly head: ReactNode;
  readonly onFollow?: () => void;
}

/** The families that have pages, in groups. `onFollow` closes the drawer on narrow screens. */
export function Nav({ head, onFollow }: NavProps) {
  const t = useT();
  const scope = useScope();
  const { pathname } = useLocation();
  const here = readPath(pathname).family;
  return (
    <nav aria-label={t('shell.navigation')} className="flex flex-col gap-4">
      <div className="-mb-1 flex h-(--bar) shrink-0 items-center justify-between border-line border-b pr-2 pl-4">{head}</div>
      <ul className="px-2">
        <NavItem
          to={paths.overview(scope)}
          icon={<LayoutDashboard aria-hidden="true" className="size-4" />}
          current={pathname === '/'}
          onFollow={onFollow}
        >
          {t('shell.overview')}
        </NavItem>
        {wholeNetwork.map(({ page, icon: Icon }) => (
          <NavItem
            key={page}
            to={paths[page](scope)}
            icon={<Icon aria-hidden="true" className="size-4" />}
            current={pathname === `/${page}`}
            onFollow={onFollow}
          >
            {t(`shell.${page}`)}
          </NavItem>
        ))}
        <NavItem
          to={paths.explorer(scope)}
          icon={<Braces aria-hidden="true" className="size-4" />}
          current={/^\/explorer(?:\/|$)/.test(pathname)}
          onFollow={onFollow}
        >
          {t('shell.explorer')}
        </NavItem>
      </ul>
      {groups.map((group) => {
        const entries = families.filter((entry) => entry.group === group);
        if (entries.length === 0) return null;
        return (
          <section key={group} className="px-2">
            <h2 className="px-2.5 pb-1 font-medium text-muted text-xs">{t(`shell.group.${group}`)}</h2>
            <ul>
              {entries.map(({ family, icon: Icon }) => (
                <NavItem
                  key={family}
                  to={paths.list(family, scope)}
                  icon={<Icon aria-hidden="true" className="size-4" />}
                  current={family === here}
                  onFollow={onFollow}
                >
                  {t(`shell.family.${family}`)}
                </NavItem>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
