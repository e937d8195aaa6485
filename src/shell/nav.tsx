import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { manifests } from '../../catalogue/families/manifests.ts';
import { families } from '../families/manifests.ts';
import { useT } from '../i18n/index.ts';
import { withBasePath } from '../lib/base-path.ts';
import { useScope } from '../lib/scope.ts';
import { groupsInOrder } from '../navigation.ts';
import { paths, readPath } from '../paths.ts';
import { placedPages } from '../route-tree.ts';
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
        href={withBasePath(to)}
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

const groups = groupsInOrder.map((group) => ({
  group,
  members: families.filter(({ family }) => manifests[family].group === group),
}));

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
  const [section = ''] = pathname.split('/').filter(Boolean);
  return (
    <nav aria-label={t('shell.navigation')} className="flex flex-col gap-4">
      <div className="-mb-1 flex h-(--bar) shrink-0 items-center justify-between border-line border-b pr-2 pl-4">{head}</div>
      <ul className="px-2">
        {placedPages.map(({ name, icon: Icon, title }) => (
          <NavItem
            key={name}
            to={paths.page(name, scope)}
            icon={<Icon aria-hidden="true" className="size-4" />}
            current={section === (name === 'overview' ? '' : name)}
            onFollow={onFollow}
          >
            {t(title)}
          </NavItem>
        ))}
      </ul>
      {groups.map(({ group, members }) => (
        <section key={group} className="px-2">
          <h2 className="px-2.5 pb-1 font-medium text-muted text-xs">{t(`shell.group.${group}`)}</h2>
          <ul>
            {members.map(({ family, icon: Icon }) => (
              <NavItem
                key={family}
                to={paths.list(family, scope)}
                icon={<Icon aria-hidden="true" className="size-4" />}
                current={family === here}
                onFollow={onFollow}
              >
                {t(`family.${family}`)}
              </NavItem>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
