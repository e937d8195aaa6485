import { type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';
import { tablesTo } from '../../network/maps/lit.ts';
import type { MapHop } from '../../network/maps/map-hop.ts';
import type { VpcMap } from '../../network/maps/vpc-map.ts';
import type { MapSubnet, MapTable } from '../../network/maps/vpc-tables.ts';
import { peeringFact } from '../../network/routes/peerings.ts';
import { useT } from '../i18n/index.ts';
import { useFormOrigin } from '../kit/form-origin.ts';
import { useScope } from '../lib/scope.ts';
import { calledIn, scopeOf } from '../network-model/thing.tsx';
import type { Network } from '../network-model/use-network.ts';
import { paths } from '../paths.ts';
import { buttonClass } from '../ui/button.tsx';
import { AddRoutes } from './add-routes.tsx';
import { familyOfKind } from './families.ts';
import { lackingOf } from './lacking.ts';

interface VerbsProps {
  readonly network: Pick<Network, 'known' | 'model'>;
}

const Row = ({ children }: { readonly children: ReactNode }) => <div className="no-print flex flex-wrap gap-2">{children}</div>;

interface VerbLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly primary?: boolean;
}

/** To a form that comes back to the map, or to another page. */
function VerbLink({ to, children, primary = false }: VerbLinkProps) {
  return (
    <Link to={to} state={useFormOrigin()} className={buttonClass(primary ? 'primary' : 'secondary', 'sm')}>
      {children}
    </Link>
  );
}

export function SubnetVerbs({ network, subnet }: VerbsProps & { readonly subnet: MapSubnet }) {
  const t = useT();
  const scope = scopeOf(network, subnet.id, useScope());
  return (
    <Row>
      <VerbLink primary to={paths.page('reachability', scope, { from: subnet.id })}>
        {t('maps.trace')}
      </VerbLink>
      <VerbLink to={paths.page('reachability', scope, { to: subnet.id })}>{t('maps.traceTo')}</VerbLink>
      <VerbLink to={paths.detail('subnet', subnet.id, scope, 'route-tables')}>{t('maps.verb.table')}</VerbLink>
      <VerbLink to={paths.edit('subnet', subnet.id, scope)}>{t('maps.verb.edit')}</VerbLink>
      <VerbLink to={paths.detail('subnet', subnet.id, scope)}>{t('maps.openPage')}</VerbLink>
    </Row>
  );
}

export function TableVerbs({ network, table }: VerbsProps & { readonly table: MapTable }) {
  const t = useT();
  const scope = scopeOf(network, table.id, useScope());
  return (
    <Row>
      <VerbLink primary to={paths.verb('route-table', table.id, 'createRoutes', scope)}>
        {t('maps.verb.createRoutes')}
      </VerbLink>
      <VerbLink to={paths.verb('route-table', table.id, 'associate', scope)}>{t('maps.verb.associate')}</VerbLink>
      <VerbLink to={paths.detail('route-table', table.id, scope, 'compare')}>{t('maps.verb.compare')}</VerbLink>
      <VerbLink to={paths.detail('route-table', table.id, scope)}>{t('maps.openPage')}</VerbLink>
    </Row>
  );
}

/** All routes that a peering lacks by one button; a route to a gateway that none leads to, in each table that could have it. */
export function HopVerbs({ map, network, hop }: VerbsProps & { readonly map: VpcMap; readonly hop: MapHop }) {
  const t = useT();
  const here = useScope();
  // A CCN of another account has no page here.
  const isOthers = hop.kind === 'ccn' && network.model.ccns.every(({ id }) => id !== hop.id);
  const family = isOthers ? null : familyOfKind[hop.kind];
  const far = hop.kind === 'peering' ? hop.beyond[0] : undefined;
  const joined = far?.kind === 'vpc' && far.state === 'missing' ? far.id : null;
  const lacking = useMemo(
    () => (joined === null ? [] : lackingOf(network, peeringFact(network.model, map.id, joined))),
    [network, map, joined],
  );
  const isLed = tablesTo(map, hop).length > 0;
  const scope = scopeOf(network, hop.id, here);
  return (
    <Row>
      {lacking.length > 0 && <AddRoutes peering={hop.id} tables={lacking} called={(id) => calledIn(network, id)} />}
      {!isLed &&
        hop.kind !== 'peering' &&
        family !== null &&
        map.tables
          .filter(({ id }) => id !== '')
          .map((table) => (
            <VerbLink
              key={table.key}
              to={paths.verb('route-table', table.id, 'createRoutes', scopeOf(network, table.id, here), {
                GatewayType: hop.type,
                GatewayId: hop.id,
              })}
            >
              {t('maps.verb.routeIn', { table: table.name || table.id })}
            </VerbLink>
          ))}
      {hop.kind === 'nat' && (
        <VerbLink to={paths.verb('nat-gateway', hop.id, 'bindAddresses', scope)}>{t('maps.verb.bindAddresses')}</VerbLink>
      )}
      {family && <VerbLink to={paths.edit(family, hop.id, scope)}>{t('maps.verb.edit')}</VerbLink>}
      {family && <VerbLink to={paths.detail(family, hop.id, scope)}>{t('maps.openPage')}</VerbLink>}
    </Row>
  );
}
