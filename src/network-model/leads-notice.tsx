/** On the page of a gateway that nothing leads to: what it lacks, and the way to add a route. */
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useList } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
import { useScope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Notice } from '../ui/status.tsx';
import type { LeadsTo } from './leads.tsx';
import { listsIn, useListWords } from './list-words.ts';

interface LeadsNoticeProps {
  readonly to: LeadsTo;
  readonly vpc: string;
  /** What the form for a new route begins with. */
  readonly route: { readonly DestinationCidrBlock: string; readonly GatewayType: string; readonly GatewayId: string };
}

/** Says what a gateway lacks, how many routes there are, and the way to add one. Nothing where routes lead to it. */
export function LeadsNotice({ to, vpc, route }: LeadsNoticeProps): ReactNode {
  const t = useT();
  const listWords = useListWords();
  const { leads, live, lost, unsure } = to;
  if (leads === 'led' || leads === 'checking') return null;
  if (leads === 'unknown') {
    return (
      <Notice meaning="neutral" title={t('kit.leadsNotice.unknown')}>
        {listsIn([unsure]).map(listWords).join(' ')}
      </Notice>
    );
  }
  return (
    <Notice meaning="warning" title={t(`kit.leadsNotice.${leads}`)} actions={<AddRouteTo vpc={vpc} route={route} />}>
      {t('kit.leadsNotice.body', { live, lost })}
    </Notice>
  );
}

/** A route to the gateway, in a table of its VPC that is chosen here; the form then says what changes. */
export function AddRouteTo({ vpc, route, label: own }: Omit<LeadsNoticeProps, 'to'> & { readonly label?: string }): ReactNode {
  const t = useT();
  const scope = useScope();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const tables = useList(scope, 'route-table').rows.filter(({ VpcId }) => VpcId === vpc);
  if (tables.length === 0) return null;
  const items = tables.map((table) => ({
    key: table.RouteTableId,
    label: <bdi>{table.RouteTableName || table.RouteTableId}</bdi>,
    detail: table.RouteTableId,
    onSelect: () =>
      void navigate(paths.verb('route-table', table.RouteTableId, 'createRoutes', scope, route), {
        state: { back: `${pathname}${search}` },
      }),
  }));
  const label = own ?? t('kit.leadsNotice.add');
  return (
    <Menu
      label={label}
      items={items}
      trigger={(trigger) => (
        <Button {...trigger} size="sm" icon={<Plus aria-hidden="true" className="size-4" />}>
          {label}
        </Button>
      )}
    />
  );
}
