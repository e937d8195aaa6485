import { hopAt } from '../../network/maps/lit.ts';
import type { VpcMap } from '../../network/maps/vpc-map.ts';
import type { PathStop } from '../../network/maps/vpc-path.ts';
import { subnetKey } from '../../network/maps/vpc-tables.ts';
import type { NetworkModel } from '../../network/model/model.ts';
import { useT } from '../i18n/index.ts';
import { Decision } from '../network-model/paths/hop-words.tsx';
import { calledIn } from '../network-model/thing.tsx';
import type { Network } from '../network-model/use-network.ts';
import { linkClass } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Badge } from '../ui/status.tsx';
import { useMapUrl } from './use-map-url.ts';
import { useVpcWords } from './vpc-words.ts';

interface PathStopsProps {
  readonly network: Network;
  /** With the rules that were read for the answer. */
  readonly model: NetworkModel;
  readonly map: VpcMap;
  readonly stops: readonly PathStop[];
}

const inks: Readonly<Record<PathStop['result'], string>> = {
  pass: 'border-accent text-accent',
  partly: 'border-warning text-warning',
  unknown: 'border-line-strong text-muted',
  block: 'border-danger text-danger',
};

/** The stops of a packet in words, with the numbers that they have on the map: there, and back. */
export function PathStops({ network, model, map, stops }: PathStopsProps) {
  const t = useT();
  const back = stops.filter(({ way }) => way === 'return');
  const stopped = stops.some(({ way, result }) => way === 'forward' && result === 'block');
  return (
    <section aria-label={t('maps.path.stops')} className="grid gap-x-8 gap-y-3 rounded-md border border-line bg-raised p-3 md:grid-cols-2">
      <Way label={t('reachability.forward')} {...{ network, model, map }} stops={stops.filter(({ way }) => way === 'forward')} />
      {back.length > 0 && <Way label={t('reachability.return')} {...{ network, model, map }} stops={back} />}
      {stopped && <p className="text-muted">{t('reachability.noReturn')}</p>}
    </section>
  );
}

function Way({ label, stops, ...rest }: PathStopsProps & { readonly label: string }) {
  return (
    <div className="min-w-0">
      <h2 className="text-muted text-xs">{label}</h2>
      <ol aria-label={label} start={stops[0]?.n ?? 1}>
        {stops.map((stop) => (
          <Stop key={stop.n} stop={stop} {...rest} />
        ))}
      </ol>
    </div>
  );
}

function Stop({ network, model, map, stop }: Omit<PathStopsProps, 'stops'> & { readonly stop: PathStop }) {
  const t = useT();
  const url = useMapUrl();
  const nameOf = useStopName(network, map);
  const { key, result, n } = stop;
  return (
    <li className="flex break-inside-avoid gap-2 border-line border-b py-1.5">
      <span
        aria-hidden="true"
        className={cx('h-4.5 min-w-4.5 shrink-0 rounded-full border px-1 text-center text-xs tabular-nums', inks[result])}
      >
        {n}
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          {key === null ? (
            <span className="font-medium">{nameOf(stop)}</span>
          ) : (
            <button type="button" className={linkClass} onClick={() => url.put({ at: key })}>
              {nameOf(stop)}
            </button>
          )}
          {result === 'block' && <Badge meaning="danger">{t('maps.path.endsHere')}</Badge>}
        </p>
        {stop.hops.map((hop, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is decided at a stop never changes places
          <div key={at} className="text-muted text-xs">
            <span className={cx('font-medium', hop.result === 'block' && 'text-danger')}>{t(`reachability.step.${hop.step}`)}</span>{' '}
            <span className={hop.result === 'pass' ? 'sr-only' : undefined}>{t(`reachability.result.${hop.result}`)}</span>{' '}
            <Decision network={network} model={model} hop={hop} />
          </div>
        ))}
      </div>
    </li>
  );
}

/** What a stop is called on the map, or where it is instead. */
function useStopName(network: Network, map: VpcMap): (stop: PathStop) => string {
  const t = useT();
  const { words } = useVpcWords(map, network);
  return ({ key, elsewhere }) => {
    if (key === null) {
      if (elsewhere?.kind === 'vpc' || elsewhere?.kind === 'ccn') return calledIn(network, elsewhere.id);
      return elsewhere?.kind === 'internet' ? t('reachability.internet') : t('maps.notKnown');
    }
    const table = map.tables.find((one) => one.key === key);
    if (table) return words.table(table);
    const subnet = map.tables.flatMap(({ subnets }) => subnets).find(({ id }) => subnetKey(id) === key);
    if (subnet) return subnet.name || subnet.id;
    const hop = hopAt(map, key);
    const beyond = hop?.beyond.find((one) => one.key === key);
    return beyond ? words.beyond(beyond) : hop ? hop.name || hop.id : key;
  };
}
