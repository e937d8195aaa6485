import { useMemo } from 'react';
import { indexOf, tablesOfVpc } from '../../network/model/look-up.ts';
import type { NetworkModel } from '../../network/model/model.ts';
import type { PeeringFact } from '../../network/routes/peerings.ts';
import { isOut, routesOfTable } from '../../network/routes/routes.ts';
import { useT } from '../i18n/index.ts';
import { ScopeWords } from '../network-model/scope-words.tsx';
import { calledIn, Thing } from '../network-model/thing.tsx';
import type { Network } from '../network-model/use-network.ts';
import { Code } from '../ui/copy.tsx';
import { cx } from '../ui/cx.ts';
import { AddRoutes } from './add-routes.tsx';
import { lackingOf } from './lacking.ts';

interface PeeringPictureProps {
  readonly network: Pick<Network, 'known' | 'model'>;
  readonly fact: PeeringFact;
}

interface StackedProps {
  /** One side under the other: where there is no room for two. */
  readonly stacked?: boolean;
}

interface TableRow {
  readonly id: string;
  /** How many subnets use it. */
  readonly subnets: number;
  readonly routes: readonly { readonly destination: string; readonly live: boolean }[];
  readonly missing: readonly string[];
}

/** The tables of one side that lead through the peering, or should. */
function tablesOfSide(model: NetworkModel, { peering, missing }: PeeringFact, vpc: string): TableRow[] {
  const index = indexOf(model);
  return tablesOfVpc(index, vpc).rows.flatMap((table): TableRow[] => {
    const routes = routesOfTable(index, table.id)
      .filter((route) => peering !== null && route.gateway === peering && !isOut(route))
      .map(({ destination, status }) => ({ destination, live: status === 'active' }));
    const gap = missing.find(({ routeTable }) => routeTable === table.id);
    const lacks = (gap?.destinations ?? []).filter((one) => !routes.some(({ destination, live }) => live && destination === one));
    if (routes.length + lacks.length === 0) return [];
    const subnets = model.subnets.filter(
      (subnet) => subnet.routeTable === table.id || (subnet.routeTable == null && table.main && subnet.vpc === vpc),
    );
    return [{ id: table.id, subnets: subnets.length, routes, missing: lacks }];
  });
}

function Side({ network, fact, vpc }: PeeringPictureProps & { readonly vpc: string }) {
  const t = useT();
  const row = network.model.vpcs.find(({ id }) => id === vpc);
  const tables = useMemo(() => tablesOfSide(network.model, fact, vpc), [network.model, fact, vpc]);
  return (
    <article aria-label={calledIn(network, vpc)} className="min-w-0 rounded-md border border-strong bg-surface p-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Thing network={network} id={vpc} />
        <Code muted>{[row?.cidr, ...(row?.secondaryCidrs ?? [])].filter(Boolean).join(', ')}</Code>
        <ScopeWords small network={network} id={vpc} />
      </p>
      {tables.map((table) => (
        <div key={table.id} className="mt-2 border-line border-t pt-2">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <Thing network={network} id={table.id} />
            <span className="text-muted text-xs">{t('maps.subnets', { n: table.subnets })}</span>
          </p>
          <ul>
            {table.routes.map(({ destination, live }) => (
              <RouteRow
                key={destination}
                destination={destination}
                meaning={live ? 'good' : 'dead'}
                word={live ? t('maps.works') : t('maps.dead')}
              />
            ))}
            {table.missing.map((destination) => (
              <RouteRow key={destination} destination={destination} meaning="missing" word={t('maps.lacks')} />
            ))}
          </ul>
        </div>
      ))}
      {tables.length === 0 && fact.peering !== null && <p className="mt-2 text-warning">{t('maps.noRouteThere')}</p>}
    </article>
  );
}

interface RouteRowProps {
  readonly destination: string;
  readonly meaning: 'good' | 'dead' | 'missing';
  readonly word: string;
}

const inks = { good: 'text-muted', dead: 'text-danger', missing: 'text-warning' } as const;
const dashes = { good: '', dead: '5 4', missing: '10 4' } as const;
const strokes = { good: 'stroke-accent', dead: 'stroke-danger', missing: 'stroke-warning' } as const;

const RouteRow = ({ destination, meaning, word }: RouteRowProps) => (
  <li className="flex min-h-8 flex-wrap items-center gap-x-2 py-0.5">
    <svg aria-hidden="true" width={24} height={8} className={cx('shrink-0', strokes[meaning])}>
      <path d="M0 4H24" strokeWidth={1.75} strokeDasharray={dashes[meaning]} />
    </svg>
    <Code>{destination}</Code>
    <span className={cx('text-xs', inks[meaning])}>{word}</span>
  </li>
);

/** Which way traffic can pass between the two: arrows where routes lead, a cross where none does. */
function Between({ fact }: { readonly fact: PeeringFact }) {
  const { a, b } = fact.routes;
  const ink = fact.carries === 'both' ? 'stroke-accent' : fact.carries === 'unknown' ? 'stroke-muted' : 'stroke-warning';
  const dash = fact.carries === 'both' ? '' : '10 4';
  return (
    <svg aria-hidden="true" width={64} height={40} className={cx('hidden self-center @2xl:block', ink)} fill="none" strokeWidth={1.75}>
      {a > 0 ? <path d="M2 14H60M55 9.500l5 4.500l-5 4.500" /> : <path d="M2 14H60" strokeDasharray={dash} />}
      {b > 0 ? <path d="M62 27H4M9 22.500l-5 4.500l5 4.500" /> : <path d="M62 27H4" strokeDasharray={dash} />}
    </svg>
  );
}

/** One peering as a picture: both VPCs with the tables and routes that lead through it, and what is missing on which side. */
export function PeeringPicture({ network, fact, stacked = false }: PeeringPictureProps & StackedProps) {
  return (
    <div className="@container flex w-full flex-col items-start gap-3">
      {fact.peering !== null && (
        <AddRoutes peering={fact.peering} tables={lackingOf(network, fact)} called={(id) => calledIn(network, id)} />
      )}
      <div className={cx('grid w-full items-start gap-3', !stacked && '@2xl:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]')}>
        <Side network={network} fact={fact} vpc={fact.a} />
        {!stacked && <Between fact={fact} />}
        <Side network={network} fact={fact} vpc={fact.b} />
      </div>
    </div>
  );
}
