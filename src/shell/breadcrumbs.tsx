import { ChevronLeft } from 'lucide-react';
import { type ReactNode, use } from 'react';
import { Link, useLocation } from 'react-router';
import type { Family, FamilyRef } from '../../catalogue/define.ts';
import { listedFamilies, loadFamily } from '../../catalogue/lazy.ts';
import { useOne } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
import type { Crumb as CrumbData } from '../kit/route.ts';
import { refOf, titleOf } from '../lib/family.ts';
import { useScope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { routeAt } from '../route-tree.ts';
import { linkClass } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { OverlayBoundary } from './overlay-boundary.tsx';

/** The way to this page, as its route tells it: section, resource, tab. Narrow screens get the one link that leads up. */
export function Breadcrumbs() {
  const t = useT();
  const scope = useScope();
  const { route, rest } = routeAt(useLocation().pathname);
  const crumbs = route?.crumbs(rest) ?? [];
  if (!route || crumbs.length === 0) return null;
  return (
    <nav aria-label={t('shell.breadcrumbs')} className="min-w-0 flex-1">
      <ol className="flex min-w-0 items-center gap-2">
        <li className="shrink-0">
          <Link to={paths.at(`/${route.path}`, scope)} className={cx(linkClass, 'inline-flex min-h-6 items-center gap-1')}>
            <ChevronLeft aria-hidden="true" className="size-4 md:hidden" />
            {t(route.title)}
          </Link>
        </li>
        {crumbs.map((crumb, at) => (
          <Crumb key={crumb.path} current={at === crumbs.length - 1}>
            {at === crumbs.length - 1 ? (
              <CrumbLabel crumb={crumb} />
            ) : (
              <Link to={paths.at(crumb.path, scope)} className={linkClass}>
                <CrumbLabel crumb={crumb} />
              </Link>
            )}
          </Crumb>
        ))}
      </ol>
    </nav>
  );
}

function CrumbLabel({ crumb }: { readonly crumb: CrumbData }) {
  const t = useT();
  if (crumb.kind === 'resource') return <ResourceLabel family={crumb.family} id={crumb.id} />;
  return crumb.kind === 'action' ? <span className="font-mono">{crumb.action}</span> : t(crumb.text);
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
  const title = row ? titleOf(module, row, id) : id;
  return title === id ? fallback : <bdi>{title}</bdi>;
}

function Crumb({ current, children }: { readonly current: boolean; readonly children: ReactNode }) {
  return (
    <li aria-current={current ? 'page' : undefined} className="hidden min-w-0 items-center gap-2 truncate text-muted md:flex">
      <span aria-hidden="true">/</span>
      {children}
    </li>
  );
}
