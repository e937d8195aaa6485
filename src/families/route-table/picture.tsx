/** Who uses a route table and where its destinations lead, as a picture over the list of its routes. */
import { useMemo } from 'react';
import { tableMapOf } from '../../../network/maps/table-map.ts';
import { tablePairOf } from '../../../network/maps/table-pair.ts';
import { vpcMapOf } from '../../../network/maps/vpc-map.ts';
import type { NetworkModel } from '../../../network/model/model.ts';
import { useT } from '../../i18n/index.ts';
import { MapLink } from '../../kit/map-link.tsx';
import { type Scope, useScope } from '../../lib/scope.ts';
import type { MapNetwork } from '../../maps/gap-notice.tsx';
import { VpcPicture } from '../../maps/vpc-picture.tsx';
import type { ResourceFacts } from '../../network-model/assemble.ts';
import { Card } from '../../ui/parts.tsx';

interface TablePictureProps {
  readonly table: string;
  readonly vpc: string;
  readonly model: NetworkModel;
  /** Where what is not of this page's account and region stands. */
  readonly scopes: ReadonlyMap<string, Scope>;
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

/** The network, with names and scopes for its links. */
function useKnownNetwork(model: NetworkModel, scopes: ReadonlyMap<string, Scope>): MapNetwork {
  const known = useKnown(model, scopes);
  return useMemo(() => ({ known, model }), [known, model]);
}

/** As high as its subnets and hops need: the list of routes stands below it. */
const height = 280;

export function TablePicture({ table, vpc, model, scopes }: TablePictureProps) {
  const t = useT();
  const network = useKnownNetwork(model, scopes);
  const map = useMemo(() => {
    const whole = vpcMapOf(model, vpc);
    return whole && tableMapOf(whole, table);
  }, [model, vpc, table]);
  if (!map) return null;
  const name = map.tables[0]?.name || table;
  return (
    <Card title={t('routeTable.picture')} actions={<MapLink vpc={vpc} at={`table:${table}`} />}>
      <VpcPicture map={map} network={network} label={t('routeTable.pictureOf', { name })} height={height} />
    </Card>
  );
}

interface TablePairProps extends Pick<TablePictureProps, 'vpc' | 'model' | 'scopes'> {
  readonly tables: readonly [string, string];
}

/** Two tables beside each other: what both lead to at one height and fallen back, what differs marked. */
export function TablePair({ tables: [a, b], vpc, model, scopes }: TablePairProps) {
  const t = useT();
  const network = useKnownNetwork(model, scopes);
  const pair = useMemo(() => {
    const whole = vpcMapOf(model, vpc);
    return whole && tablePairOf(whole, a, b);
  }, [model, vpc, a, b]);
  return (
    <div className="grid items-start gap-3 lg:grid-cols-2">
      {pair?.map((paired) => {
        const { id, key, name = '' } = paired.table;
        return (
          <section key={id} aria-label={name || id} className="flex min-w-0 flex-col gap-2">
            <h3 className="flex flex-wrap justify-between gap-x-3">
              <bdi>{name || id}</bdi> <MapLink vpc={vpc} at={key} />
            </h3>
            <VpcPicture
              map={paired.map}
              network={network}
              label={t('routeTable.pictureOf', { name: name || id })}
              height={height}
              compact
              paired={paired}
            />
          </section>
        );
      })}
    </div>
  );
}
