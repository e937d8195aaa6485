import { ArrowDown } from 'lucide-react';
import type { NetworkModel } from '../../../network/model/model.ts';
import type { Hop, HopRef, PathCase } from '../../../network/paths/path.ts';
import { useT } from '../../i18n/index.ts';
import { Decision, portsText } from '../../network-model/paths/hop-words.tsx';
import { isInternet, type ReachabilityQuery } from '../../network-model/paths/question.ts';
import { Thing } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { Code } from '../../ui/copy.tsx';
import { cx } from '../../ui/cx.ts';
import { Card } from '../../ui/parts.tsx';
import { Badge, type Meaning, StatusIcon } from '../../ui/status.tsx';

const meanings: Readonly<Record<Hop['result'], Meaning>> = { pass: 'good', block: 'danger', unknown: 'warning', partly: 'warning' };

interface HopsProps {
  readonly network: Network;
  readonly model: NetworkModel;
  readonly one: Pick<PathCase, 'forward' | 'return' | 'decidedBy' | 'from' | 'to'>;
  readonly asked: Pick<ReachabilityQuery, 'from' | 'to'>;
  /** The hop that is pointed at, here or in the drawing. */
  readonly marked: HopRef | null;
  readonly onMark: (hop: HopRef | null) => void;
}

/** Where the drawing leads to. */
export const rowId = ({ way, index }: HopRef): string => `hop-${way}-${index}`;

/** An address of a hop in words: one of the internet stands for all, and an end without a public address has none to show. */
function useAddressWords({ one, asked }: Pick<HopsProps, 'one' | 'asked'>): (address: string) => string {
  const t = useT();
  const any = [isInternet(asked.from) ? one.from.address : null, isInternet(asked.to) ? one.to.address : null];
  return (address) => {
    if (address === '0.0.0.0') return t('reachability.noAddress');
    return any.includes(address) ? t('reachability.anyAddress', { address }) : address;
  };
}

/** The way there, and the way back below it. */
export function Hops({ one, asked, ...rest }: HopsProps) {
  const t = useT();
  const addressWords = useAddressWords({ one, asked });
  const decides = (way: HopRef['way']): number | null => (one.decidedBy?.way === way ? one.decidedBy.index : null);
  return (
    <>
      <Card flush title={t('reachability.forward')}>
        <Way
          label={t('reachability.forward')}
          way="forward"
          hops={one.forward}
          decides={decides('forward')}
          addressWords={addressWords}
          {...rest}
        />
      </Card>
      <Card flush title={t('reachability.return')}>
        {one.return.length === 0 ? (
          <p className="px-4 py-3 text-muted">{t('reachability.noReturn')}</p>
        ) : (
          <Way
            label={t('reachability.return')}
            way="return"
            hops={one.return}
            decides={decides('return')}
            addressWords={addressWords}
            {...rest}
          />
        )}
      </Card>
    </>
  );
}

interface WayProps extends Omit<HopsProps, 'one' | 'asked'> {
  readonly addressWords: (address: string) => string;
  readonly label: string;
  readonly way: HopRef['way'];
  readonly hops: readonly Hop[];
  readonly decides: number | null;
}

function Way({ label, way, hops, decides, ...rest }: WayProps) {
  return (
    <ol aria-label={label} className="divide-y divide-line">
      {hops.map((hop, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a path is its hops in their order
        <HopRow key={at} at={{ way, index: at }} hop={hop} before={hops[at - 1]} decides={at === decides} {...rest} />
      ))}
    </ol>
  );
}

interface HopRowProps extends Omit<HopsProps, 'one' | 'asked'> {
  readonly addressWords: (address: string) => string;
  readonly at: HopRef;
  readonly hop: Hop;
  readonly before: Hop | undefined;
  readonly decides: boolean;
}

const packetOf = ({ source, destination, ports }: Hop, words: (address: string) => string): string =>
  `${words(source)} → ${words(destination)}${ports && ports.length > 0 ? `:${portsText(ports)}` : ''}`;

function HopRow({ network, model, at, hop, before, decides, marked, onMark, addressWords }: HopRowProps) {
  const t = useT();
  const isMarked = marked?.way === at.way && marked.index === at.index;
  const changed = before === undefined || packetOf(before, addressWords) !== packetOf(hop, addressWords);
  return (
    <li
      id={rowId(at)}
      // The drawing leads here; the rows' links are what one tabs to.
      tabIndex={-1}
      data-step={hop.step}
      data-result={hop.result}
      onFocus={() => onMark(at)}
      onBlur={() => onMark(null)}
      // Not on entering: a row that is scrolled under the pointer is not pointed at.
      onPointerMove={() => isMarked || onMark(at)}
      onPointerLeave={() => onMark(null)}
      className={cx('quick scroll-my-16 flex gap-3 px-4 py-2 outline-offset-[-2px]', isMarked ? 'bg-accent-soft' : decides && 'bg-hover')}
    >
      <StatusIcon meaning={meanings[hop.result]} className="mt-0.5" />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{t(`reachability.step.${hop.step}`)}</span>
          {hop.id !== null && hop.step !== 'route' && <Thing network={network} id={hop.id} />}
          <span className={hop.result === 'pass' ? 'sr-only' : 'text-muted'}>{t(`reachability.result.${hop.result}`)}</span>
          {decides && <Badge meaning={meanings[hop.result]}>{t('reachability.deciding')}</Badge>}
        </div>
        <div className="text-muted">
          <Decision network={network} model={model} hop={hop} />
        </div>
      </div>
      {changed && (
        <span className="hidden shrink-0 items-center gap-1 self-start text-muted text-xs sm:inline-flex">
          {before && <ArrowDown aria-hidden="true" className="size-3" />}
          <Code muted>{packetOf(hop, addressWords)}</Code>
        </span>
      )}
    </li>
  );
}
