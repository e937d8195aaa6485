/** Who uses a route table and where its destinations lead, as a picture over the list of its routes. */
import { useMemo } from 'react';
import { tableMapOf } from '../../../network/maps/table-map.ts';
import { vpcMapOf } from '../../../network/maps/vpc-map.ts';
import type { NetworkModel } from '../../../network/model/model.ts';
import { useT } from '../../i18n/index.ts';
import { MapLink } from '../../kit/map-link.tsx';
import { type Scope, useScope } from '../../lib/scope.ts';
import { VpcPicture } from '../../maps/vpc-picture.tsx';
import type { ResourceFacts } from '../../network-model/assemble.ts';
import { Card } from '../../ui/parts.tsx';

interface TablePictureProps {
  readonly table: string;
  readonly vpc: string;
  readonly model: NetworkModel;
  /** Where what is not of this page's account and region stands. */
  readonly scopes: ReadonlyMap<string, Scope>;
  /** Beside another: without the subnets. */
  readonly compact?: boolean;
}

/** Names and scopes of what links of the picture lead to. */
function useKnown(model: NetworkModel, scopes: ReadonlyMap<string, Scope>): ReadonlyMap<string, ResourceFacts> {
  const here = useScope();
  return useMemo(() => {
    const rows = [...model.vpcs, ...model.subnets, ...model.routeTables, ...model.peerings, ...model.natGateways, ...model.vpnGateways];
    return new Map(
      rows.map(({ id, name }): [string, ResourceFacts] => {
        const { account, region } = scopes.get(id) ?? here;
        return [id, { scope: { account, region, owner: account ?? '' }, name: name ?? '', pending: false }];
      }),
    );
  }, [model, scopes, here]);
}

/** As high as its subnets and hops need: the list of routes stands below it. */
const height = 280;

export function TablePicture({ table, vpc, model, scopes, compact = false }: TablePictureProps) {
  const t = useT();
  const known = useKnown(model, scopes);
  const network = useMemo(() => ({ known, model }), [known, model]);
  const map = useMemo(() => {
    const whole = vpcMapOf(model, vpc);
    return whole && tableMapOf(whole, table);
  }, [model, vpc, table]);
  if (!map) return null;
  const name = map.tables[0]?.name || table;
  const picture = <VpcPicture map={map} network={network} label={t('routeTable.pictureOf', { name })} height={height} compact={compact} />;
  const link = <MapLink vpc={vpc} at={`table:${table}`} />;
  if (!compact)
    return (
      <Card title={t('routeTable.picture')} actions={link}>
        {picture}
      </Card>
    );
  return (
    <section aria-label={name} className="flex min-w-0 flex-col gap-2">
      <h3 className="flex flex-wrap justify-between gap-x-3">
        <bdi>{name}</bdi> {link}
      </h3>
      {picture}
    </section>
  );
}
