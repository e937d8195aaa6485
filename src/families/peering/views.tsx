import { Link, useLocation, useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { TabBar, tabClass } from '../../ui/tabs.tsx';

const views = ['', 'matrix'] as const;
type PeeringView = (typeof views)[number];

/** Which way of looking at the peerings the URL asks for. */
export function useMatrixView(): PeeringView {
  const [search] = useSearchParams();
  return views.find((view) => view === search.get('view')) ?? '';
}

/** The two ways: this region's list, and all VPCs of all regions and accounts against each other. */
export function Views() {
  const t = useT();
  const scope = useScope();
  const current = useMatrixView();
  const { pathname } = useLocation();
  return (
    <TabBar label={t('peering.views')}>
      {views.map((view) => (
        <Link
          key={view}
          to={paths.list('peering', scope, view === '' ? {} : { view })}
          className={tabClass(view === current)}
          aria-current={view === current && pathname === '/peerings' ? 'page' : undefined}
        >
          {t(view === '' ? 'peering.viewList' : 'peering.viewMatrix')}
        </Link>
      ))}
    </TabBar>
  );
}
