import { Link2, Unlink2 } from 'lucide-react';
import type { Family } from '../../../catalogue/define.ts';
import type { NatGateway } from '../../../catalogue/families/nat-gateway/index.ts';
import type { VerbOf } from '../../../catalogue/row-of.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import type { UseDetail } from '../../kit/detail/standard-detail.tsx';
import { exactly } from '../../kit/exactly.ts';
import { useOpenForm } from '../../kit/form-origin.ts';
import { MapLink } from '../../kit/map-link.tsx';
import { RefLink, useNames } from '../../kit/ref.tsx';
import { part } from '../../lib/part.tsx';
import { useDialect, useScope } from '../../lib/scope.ts';
import { LedState, useLeads } from '../../network-model/leads.tsx';
import { LeadsNotice } from '../../network-model/leads-notice.tsx';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Card } from '../../ui/parts.tsx';
import { RoutesThrough, useRoutesThrough } from './routes-through.tsx';
import { useSizeWord } from './sizes.ts';

const Published = part(async () => (await import('./published.tsx')).Published);
const Sources = part(async () => (await import('./sources.tsx')).Sources);

const named: readonly Family[] = ['vpc'];

export const useNatDetail: UseDetail<'nat-gateway'> = ({ id, row, actions, standard }) => {
  const t = useT();
  const word = useSizeWord();
  // Brings the names that links on this page show.
  useNames(named);
  const routes = useRoutesThrough(id);
  const leads = useLeads('nat-gateway');
  // Only accounts of today have rules to list.
  const hasRules = useDialect() === 'today';
  const to = row && leads({ vpc: row.vpcId, gateway: row.natId, mute: row.eipSet.length === 0 });
  return exactly({
    primary: 'edit',
    marks: row && to && (
      <>
        <LedState family="nat-gateway" field="state" state={row.state} leads={to.leads} />
        <RefLink family="vpc" id={row.vpcId} />
        <MapLink vpc={row.vpcId} at={`hop:NAT:${row.natId}`} />
      </>
    ),
    tabs: [
      standard.properties((gateway) =>
        exactly({
          above: to && (
            <LeadsNotice
              to={to}
              vpc={gateway.vpcId}
              route={{ DestinationCidrBlock: '0.0.0.0/0', GatewayType: 'NAT', GatewayId: gateway.natId }}
            />
          ),
          draw: {
            maxConcurrent: word(gateway.maxConcurrent),
            ...(gateway.subnetId ? { subnetId: <RefLink family="subnet" id={gateway.subnetId} /> } : {}),
          },
          // They stand below, by name.
          without: ['eipCount', 'eipSet'],
          below: <Addresses gateway={gateway} actions={actions.of(gateway)} />,
        }),
      ),
      {
        path: 'routes',
        label: t('natGateway.routes'),
        count: routes.complete ? routes.rows.length : undefined,
        content: row && <RoutesThrough gateway={row} />,
      },
      ...(row && hasRules
        ? [
            { path: 'published' as const, label: t('natGateway.published'), content: <Published gateway={row} /> },
            { path: 'sources' as const, label: t('natGateway.sources'), content: <Sources gateway={row} /> },
          ]
        : []),
      standard.references(() => [
        { family: 'route-table', ids: [...new Set(routes.rows.map(({ table }) => table.RouteTableId))], list: routes },
      ]),
    ],
  });
};

interface AddressesProps {
  readonly gateway: NatGateway;
  readonly actions: readonly MenuItem[];
}

/** The public addresses it sends from. */
function Addresses({ gateway, actions }: AddressesProps) {
  const t = useT();
  const scope = useScope();
  const openForm = useOpenForm();
  const eips = useList(scope, 'eip');
  const reasonOf = (key: string): string | undefined => actions.find((action) => action.key === key)?.disabledReason;
  const open = (operation: VerbOf<'nat-gateway'>): void => openForm(paths.verb('nat-gateway', gateway.natId, operation, scope));
  return (
    <Card
      flush
      title={t('natGateway.addresses')}
      actions={
        <>
          <Button
            size="sm"
            icon={<Unlink2 aria-hidden="true" className="size-4" />}
            disabledReason={reasonOf('unbindAddresses')}
            onClick={() => open('unbindAddresses')}
          >
            {t('natGateway.unbind')}
          </Button>
          <Button
            size="sm"
            icon={<Link2 aria-hidden="true" className="size-4" />}
            disabledReason={reasonOf('bindAddresses')}
            onClick={() => open('bindAddresses')}
          >
            {t('natGateway.bind')}
          </Button>
        </>
      }
    >
      <ul className="divide-y divide-line">
        {gateway.eipSet.map((address) => {
          const eip = eips.rows.find(({ AddressIp }) => AddressIp === address);
          return (
            <li key={address} className="flex min-h-9 flex-wrap items-center gap-x-4 px-4">
              <Code copy>{address}</Code>
              {eip ? (
                <RefLink full family="eip" id={eip.AddressId} name={eip.AddressName} />
              ) : (
                eips.complete && <span className="text-muted">{t('natGateway.unnamedEip')}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
