import { ChevronLeft } from 'lucide-react';
import { type ReactNode, use } from 'react';
import { Link, useLocation } from 'react-router';
import type { Family, FamilyRef } from '../../catalogue/define.ts';
import { listedFamilies, loadFamily } from '../../catalogue/lazy.ts';
import { useOne } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
import { nameOf, refOf } from '../lib/family.ts';
import { useScope } from '../lib/scope.ts';
import { familyOfTab, paths, readPath } from '../paths.ts';
import { linkClass } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { OverlayBoundary } from './overlay-boundary.tsx';

/** Where this page stands, from its path alone: section, id, tab. Narrow screens get the one link that leads up. */
export function Breadcrumbs() {
  const t = useT();
  const scope = useScope();
  const { family, id, tab } = readPath(useLocation().pathname);
  if (!family || id === undefined) return null;
  const tabFamily = tab === undefined ? undefined : familyOfTab(tab);
  const section = t(`family.${family}`);
  return (
    <nav aria-label={t('shell.breadcrumbs')} className="min-w-0 flex-1">
      <ol className="flex min-w-0 items-center gap-2">
        <li className="shrink-0">
          <Link to={paths.list(family, scope)} className={cx(linkClass, 'inline-flex min-h-6 items-center gap-1')}>
            <ChevronLeft aria-hidden="true" className="size-4 md:hidden" />
            {section}
          </Link>
        </li>
        <Crumb current={!tabFamily}>
          {tabFamily ? (
            <Link to={paths.detail(family, id, scope)} className={linkClass}>
              <ResourceLabel family={family} id={id} />
            </Link>
          ) : (
            <ResourceLabel family={family} id={id} />
          )}
        </Crumb>
        {tabFamily && <Crumb current>{t(`family.${tabFamily}`)}</Crumb>}
      </ol>
    </nav>
  );
}

/** The resource's name; its id until the name is known, and where it has none. */
function ResourceLabel({ family, id }: { readonly family: Family; readonly id: string }) {
  const plain = <span className="font-mono">{id}</span>;
  if (!listedFamilies.includes(family)) return plain;
  return (
    <OverlayBoundary key={id} fallback={plain}>
      <ResourceName family={family} id={id} fallback={plain} />
    </OverlayBoundary>
  );
}

interface ResourceNameProps {
  readonly family: Family;
  readonly id: string;
  readonly fallback: ReactNode;
}

/** Reads what the page below reads too: no call of its own. */
function ResourceName({ family, id, fallback }: ResourceNameProps) {
  const ref: FamilyRef = refOf(use(loadFamily(family)), id);
  const { row, module } = useOne(useScope(), ref, id);
  const name = row ? nameOf(module, row) : '';
  return name === '' ? fallback : <bdi>{name}</bdi>;
}

function Crumb({ current, children }: { readonly current: boolean; readonly children: ReactNode }) {
  return (
    <li aria-current={current ? 'page' : undefined} className="hidden min-w-0 items-center gap-2 truncate text-muted md:flex">
      <span aria-hidden="true">/</span>
      {children}
    </li>
  );
}
