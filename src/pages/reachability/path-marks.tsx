/** What happens at one place of the drawn path: the thing's heading, and on each way a check, or a dot, with its result. */

import type { LayoutRect, PlacedSpot } from '../../../network/maps/path-layout.ts';
import { isThing } from '../../../network/maps/path-spots.ts';
import type { Hop, HopRef, PathCase } from '../../../network/paths/path.ts';
import { useT } from '../../i18n/index.ts';
import { calledIn } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { cut } from './cut.ts';

type Way = 'forward' | 'back';

/** The colours of the two ways. */
export const lineInks = { forward: 'accent', back: 'muted' } as const;

interface SpotMarksProps {
  readonly placed: PlacedSpot;
  readonly across: boolean;
  readonly network: Network;
  readonly one: Pick<PathCase, 'forward' | 'return'>;
  readonly marked: HopRef | null;
  /** What is beyond the stop of a way. */
  readonly fades: Readonly<Record<Way, boolean>>;
  readonly position: 'first' | 'between' | 'last';
}

const refOf = (way: Way, index: number): HopRef => ({ way: way === 'forward' ? 'forward' : 'return', index });
const isMarked = (marked: HopRef | null, { way, index }: HopRef): boolean => marked?.way === way && marked.index === index;
const nameOfHop = ({ way, index }: HopRef): string => `${way} ${index}`;

export function SpotMarks(props: SpotMarksProps) {
  return (
    <>
      <Heading {...props} />
      <Lane {...props} way="forward" />
      <Lane {...props} way="back" />
    </>
  );
}

const dot = 6;
const terminal = 4;

/** A place on one way. Where no hop is told the line goes through, or begins or ends at an end of the path. */
function Lane({ placed, across, network, one, marked, fades, position, way }: SpotMarksProps & { readonly way: Way }) {
  const lane = placed[way];
  const index = placed.spot[way];
  if (!lane) return null;
  const faded = fades[way];
  const begins = position === (way === 'forward' ? 'first' : 'last');
  const hop = index === null ? undefined : (way === 'forward' ? one.forward : one.return)[index];
  const head = begins ? null : <Head lane={lane} edge={placed.head ? placed.box : lane} across={across} way={way} faded={faded} />;
  if (!hop || index === null) {
    if (position === 'between') return null;
    return (
      <>
        <circle {...centre(lane)} r={terminal} fill={`var(--${faded ? 'line-strong' : lineInks[way]})`} />
        {head}
      </>
    );
  }
  const ref = refOf(way, index);
  const looks = { hop, at: ref, lane, faded, marked: isMarked(marked, ref) };
  return isThing(hop) ? (
    <>
      <Dot {...looks} way={way} />
      {head}
    </>
  ) : (
    <>
      <Check {...looks} network={network} />
      {head}
    </>
  );
}

const centre = ({ x, y, w, h }: LayoutRect): { cx: number; cy: number } => ({ cx: x + w / 2, cy: y + h / 2 });

interface HeadProps {
  readonly lane: LayoutRect;
  /** What the arrow points at. */
  readonly edge: LayoutRect;
  readonly across: boolean;
  readonly way: Way;
  readonly faded: boolean;
}

/** The head of an arrow before a place. */
function Head({ lane, edge, across, way, faded }: HeadProps) {
  const { cx, cy } = centre(lane);
  const towards = way === 'forward' ? 1 : -1;
  const tip = across
    ? { x: towards > 0 ? edge.x - 1 : edge.x + edge.w + 1, y: cy }
    : { x: cx, y: towards > 0 ? edge.y - 1 : edge.y + edge.h + 1 };
  const [back, side] = [-8 * towards, 4.5];
  const d = across ? `M${tip.x} ${tip.y}l${back} ${-side}v${2 * side}z` : `M${tip.x} ${tip.y}l${-side} ${back}h${2 * side}z`;
  return <path d={d} fill={`var(--${faded ? 'line-strong' : lineInks[way]})`} />;
}

const inks = { pass: 'line-strong', block: 'danger', unknown: 'warning', partly: 'warning' } as const;
const softs = { pass: 'raised', block: 'danger-soft', unknown: 'warning-soft', partly: 'warning-soft' } as const;
const doubt = 'M3.800 4.500a2.200 2.200 0 1 1 3.200 2c-.7.4-1 .7-1 1.300M6 10v.5';
/** In a field of 12 by 12: colour is never alone. */
const signs = { pass: '', block: 'M2.500 2.500l7 7M9.500 2.500l-7 7', unknown: doubt, partly: doubt } as const;

interface MarkProps {
  readonly hop: Hop;
  readonly at: HopRef;
  readonly lane: LayoutRect;
  readonly faded: boolean;
  readonly marked: boolean;
}

function Sign({ result, x, y }: { readonly result: Hop['result']; readonly x: number; readonly y: number }) {
  if (result === 'pass') return null;
  return (
    <path
      d={signs[result]}
      transform={`translate(${x} ${y})`}
      fill="none"
      stroke={`var(--${inks[result]})`}
      strokeWidth={1.8}
      strokeLinecap="round"
    />
  );
}

/** What a check is called here: by what decides, else by what it is. */
function calledCheck(network: Network, { step, id, rule, route }: Hop): string {
  if (step === 'security-group') return rule ? calledIn(network, rule.owner) : '';
  if (step === 'route' && route) return route.destination;
  return id === null ? '' : calledIn(network, id);
}

function Check({ hop, at, lane, faded, marked, network }: MarkProps & { readonly network: Network }) {
  const t = useT();
  const { x, y, w, h } = lane;
  const step = t(`reachability.step.${hop.step}`);
  const name = calledCheck(network, hop);
  const result = t(`reachability.result.${hop.result}`);
  const room = w - 14 - (hop.result === 'pass' ? 0 : 14);
  return (
    <g data-hop={nameOfHop(at)} data-result={hop.result} data-marked={marked || undefined} className="cursor-pointer">
      <title>{`${step} ${name}: ${result}`}</title>
      <rect
        x={x + 0.5}
        y={y + 0.5}
        width={w - 1}
        height={h - 1}
        rx={4}
        fill={`var(--${marked ? 'accent-soft' : faded ? 'surface' : softs[hop.result]})`}
        stroke={`var(--${marked ? 'focus' : inks[hop.result]})`}
        strokeWidth={marked ? 3 : hop.result === 'block' ? 2 : 1}
        strokeDasharray={faded && !marked ? '4 3' : undefined}
      />
      <text x={x + 8} y={name === '' ? y + h / 2 + 4 : y + 14.5} fontSize={10.5} fill="var(--muted)">
        {cut(step, room, 10.5)}
      </text>
      <text
        x={x + 8}
        y={y + 29}
        fontSize={12}
        fill={`var(--${faded ? 'muted' : 'text'})`}
        className={hop.step === 'route' ? 'font-mono' : undefined}
      >
        {cut(name, room, hop.step === 'route' ? 11.4 : 12, hop.step === 'route')}
      </text>
      <Sign result={hop.result} x={x + w - 18} y={y + h / 2 - 6} />
    </g>
  );
}

function Dot({ hop, at, lane, faded, marked, way }: MarkProps & { readonly way: Way }) {
  const stops = hop.result !== 'pass';
  const ink = stops ? inks[hop.result] : faded ? 'line-strong' : lineInks[way];
  const { cx, cy } = centre(lane);
  return (
    <g data-hop={nameOfHop(at)} data-result={hop.result} data-marked={marked || undefined} className="cursor-pointer">
      <rect x={lane.x} y={lane.y} width={lane.w} height={lane.h} fill="transparent" />
      <circle cx={cx} cy={cy} r={stops ? dot + 3 : dot - 1} fill={`var(--${softs[hop.result]})`} stroke={`var(--${ink})`} strokeWidth={2} />
      {marked && <circle cx={cx} cy={cy} r={dot + 5} fill="none" stroke="var(--focus)" strokeWidth={2.5} />}
      <Sign result={hop.result} x={cx - 6} y={cy - 6} />
    </g>
  );
}

/** A thing's name, over its ways. Pressed, it stands for the hop that tells of it. */
function Heading({ placed: { spot, head }, across, network, one, marked, fades }: SpotMarksProps) {
  const t = useT();
  if (!head) return null;
  const { x, y, w } = head;
  const index = spot.head ?? spot.forward;
  const ref = index !== null ? refOf('forward', index) : spot.back !== null ? refOf('back', spot.back) : null;
  const own = spot.head === null ? undefined : one.forward[spot.head];
  // Who is meant where no interface is known to be: an address.
  const unknown = spot.step === 'interface' && spot.id === null;
  const step = unknown ? t('reachability.address') : t(`reachability.step.${spot.step}`);
  const name = spot.id === null ? (spot.address ?? '') : calledIn(network, spot.id);
  const more = spot.id === null || spot.address === null ? '' : spot.address;
  const shown = cut(step, w - 16, 10.5);
  const isNow = ref !== null && isMarked(marked, ref) && spot.head !== null;
  const room = w - 16 - (own && own.result !== 'pass' ? 14 : 0);
  return (
    <g
      data-hop={ref ? nameOfHop(ref) : undefined}
      data-result={own?.result}
      data-marked={isNow || undefined}
      className={ref ? 'cursor-pointer' : undefined}
    >
      <title>{[step, name, more].filter(Boolean).join(' ')}</title>
      <rect
        x={x + 1.5}
        y={y + 1.5}
        width={w - 3}
        height={head.h - 3}
        rx={3}
        // Where places stand below each other the lines come from behind it.
        fill={across ? 'transparent' : `var(--${fades.forward ? 'surface' : 'accent-soft'})`}
        stroke={isNow ? 'var(--focus)' : 'none'}
        strokeWidth={3}
      />
      <text x={x + 8} y={y + 14.5} fontSize={10.5} fill="var(--muted)">
        {shown}
        <tspan dx={6} className="font-mono">
          {shown === step ? cut(more, w - 22 - shown.length * 6, 10.5, true) : ''}
        </tspan>
      </text>
      <text x={x + 8} y={y + 29.5} fontSize={12} fontWeight={500} fill={`var(--${fades.forward ? 'muted' : 'text'})`}>
        {cut(name, room, 12)}
      </text>
      {own && <Sign result={own.result} x={x + w - 18} y={y + 12} />}
    </g>
  );
}
