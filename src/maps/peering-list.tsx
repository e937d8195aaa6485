/** The picture of a peering as a list: where there is no room to draw, and for whom likes lists. The same in words. */
import type { PeeringMap, PeeringRoute, PeeringSide, PeeringTable } from '../../network/maps/peering-map.ts';
import { useT } from '../i18n/index.ts';
import { Thing } from '../network-model/thing.tsx';
import type { Network } from '../network-model/use-network.ts';
import { Code } from '../ui/copy.tsx';
import { LineSample } from './line-sample.tsx';
import type { PeeringSpeech } from './peering-words.ts';

interface PeeringListProps {
  readonly map: PeeringMap;
  readonly network: Pick<Network, 'known' | 'model'>;
  readonly speech: PeeringSpeech;
}

const ways = { live: 'good', unknown: 'unknown', missing: 'missing', elsewhere: 'missing', dead: 'dead', unused: 'unknown' } as const;
const inks = {
  live: 'text-muted',
  unknown: 'text-muted',
  missing: 'text-warning',
  elsewhere: 'text-warning',
  dead: 'text-danger',
  unused: 'text-muted',
} as const;

function RouteRow({ route, speech }: Pick<PeeringListProps, 'speech'> & { readonly route: PeeringRoute }) {
  const t = useT();
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-x-2 py-0.5">
      <LineSample state={ways[route.fate]} width={24} />
      <Code>{route.destination}</Code>
      <span className={`text-xs ${inks[route.fate]}`}>{speech.words.route(route) || t('maps.works')}</span>
    </li>
  );
}

function Table({ network, speech, table }: Omit<PeeringListProps, 'map'> & { readonly table: PeeringTable }) {
  const lack = speech.lack(table);
  return (
    <div className="mt-2 border-line border-t pt-2">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Thing network={network} id={table.id} />
        <span className="text-muted text-xs">{speech.words.counts(table)}</span>
      </p>
      <ul>
        {table.routes.map((route) => (
          <RouteRow key={`${route.destination} ${route.fate}`} route={route} speech={speech} />
        ))}
      </ul>
      {lack !== '' && <p className="text-muted text-xs">{lack}</p>}
    </div>
  );
}

function Side({ network, speech, side, peered }: Omit<PeeringListProps, 'map'> & { readonly side: PeeringSide; readonly peered: boolean }) {
  return (
    <article aria-label={speech.words.vpc(side)} className="min-w-0 rounded-md border border-strong bg-surface p-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        {side.vpc ? <Thing network={network} id={side.id} /> : <Code>{side.id}</Code>}
        <Code muted>{side.ranges.join(', ')}</Code>
        <span className="text-muted text-xs">{speech.words.place(side)}</span>
      </p>
      {side.tables.map((table) => (
        <Table key={table.id} network={network} speech={speech} table={table} />
      ))}
      {side.tables.length === 0 && peered && <p className="mt-2 text-warning">{speech.words.none(side)}</p>}
    </article>
  );
}

export function PeeringList({ map, network, speech }: PeeringListProps) {
  const { words } = speech;
  const [a, b] = map.sides;
  const peered = map.peering !== null;
  return (
    <div className="grid w-full gap-3">
      <Side network={network} speech={speech} side={a} peered={peered} />
      <p className="flex flex-wrap items-center gap-x-2 px-3">
        <LineSample state={map.way} width={32} />
        <span className="font-semibold">{words.state}</span>
        <span className="text-muted">{words.passes}</span>
      </p>
      <Side network={network} speech={speech} side={b} peered={peered} />
    </div>
  );
}
