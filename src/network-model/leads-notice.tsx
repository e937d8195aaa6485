/** On the page of a gateway that nothing leads to: what it lacks, and the way to add a route. */
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RouteTable } from '../../catalogue/families/route-table/index.ts';
import { useList } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
import { useOpenForm } from '../kit/form-origin.ts';
import { useScope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Notice } from '../ui/status.tsx';
import type { LeadTargets } from './leads.tsx';
import { listsIn, useListWords } from './list-words.ts';

interface LeadsNoticeProps {
  readonly to: LeadTargets;
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
  const tables = useList(scope, 'route-table').rows.filter(({ VpcId }) => VpcId === vpc);
  return (
    <RouteTableMenu
      tables={tables}
      label={own ?? t('kit.leadsNotice.add')}
      icon={<Plus aria-hidden="true" className="size-4" />}
      formOf={(table) => paths.verb('route-table', table, 'createRoutes', scope, route)}
    />
  );
}

interface RouteTableMenuProps {
  readonly tables: readonly RouteTable[];
  readonly label: string;
  readonly icon: ReactNode;
  /** The URL of the form, by the id of the table. */
  readonly formOf: (table: string) => string;
}

/** A form of a route table that is chosen here. */
export function RouteTableMenu({ tables, label, icon, formOf }: RouteTableMenuProps) {
  const open = useOpenForm();
  if (tables.length === 0) return null;
  return (
    <Menu
      label={label}
      items={tables.map(({ RouteTableId: id, RouteTableName: name }) => ({
        key: id,
        label: <bdi>{name || id}</bdi>,
        detail: id,
        onSelect: () => open(formOf(id)),
      }))}
      trigger={(trigger) => (
        <Button {...trigger} size="sm" icon={icon}>
          {label}
        </Button>
      )}
    />
  );
}
