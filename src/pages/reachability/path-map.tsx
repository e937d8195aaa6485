/** The path as a drawing: its places inside subnet, VPC and region, the way there as one line and the way back as another. */
import { type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { regionName } from '../../../catalogue/regions.ts';
import type { LayoutRect } from '../../../network/maps/path-layout.ts';
import { type ContainerFrame, type PathLayout, type PlacedSpot, placingOf } from '../../../network/maps/path-layout.ts';
import type { PathSpots } from '../../../network/maps/path-spots.ts';
import type { HopRef, PathCase } from '../../../network/paths/path.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { useConsole } from '../../lib/scope.ts';
import { calledIn } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { cut } from './cut.ts';
import { lineInks, SpotMarks } from './path-marks.tsx';

/** One way the question can be meant. */
export interface DrawnPath {
  readonly network: Network;
  readonly one: Omit<PathCase, 'pairs'>;
}

interface PathMapProps extends DrawnPath {
  readonly drawing: PathSpots;
  /** What it shows, in a sentence. */
  readonly label: string;
  readonly marked: HopRef | null;
  readonly onPress: (hop: HopRef) => void;
}

/** The width that there is for the drawing; 0 until it is known. */
function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = (): void => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { frame, width };
}

/** The hop that was pressed, as its element tells it. */
function hopAt(event: MouseEvent): HopRef | null {
  const [way, index] = (event.target as Element).closest('[data-hop]')?.getAttribute('data-hop')?.split(' ') ?? [];
  return way === 'forward' || way === 'return' ? { way, index: Number(index) } : null;
}

export function PathMap({ network, drawing, one, label, marked, onPress }: PathMapProps) {
  const { frame, width } = useWidth();
  const placing = useMemo(() => (width > 0 ? placingOf(drawing, width) : null), [drawing, width]);
  return (
    <div ref={frame} className="min-w-0">
      {placing && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the same hops are walked through in the list below
        <svg
          role="img"
          aria-label={label}
          width={placing.width}
          height={placing.height}
          viewBox={`-1 -1 ${placing.width + 2} ${placing.height + 2}`}
          className="block max-w-full select-none"
          onClick={(event) => {
            const hop = hopAt(event);
            if (hop) onPress(hop);
          }}
        >
          {placing.frames.map((one) => (
            <FrameBox key={`${one.depth} ${one.x} ${one.y}`} frame={one} />
          ))}
          {placing.spots.map((placed, at) => (
            <ThingBox key={placed.spot.key} placed={placed} faded={at > drawing.reaches} />
          ))}
          <Line way="forward" drawing={drawing} placing={placing} />
          <Line way="back" drawing={drawing} placing={placing} />
          {placing.frames.map((one) => (
            <FrameTitle key={`${one.depth} ${one.x} ${one.y}`} frame={one} network={network} />
          ))}
          {placing.spots.map((placed, at) => (
            <SpotMarks
              key={placed.spot.key}
              placed={placed}
              across={placing.across}
              network={network}
              one={one}
              marked={marked}
              fades={{ forward: at > drawing.reaches, back: drawing.returns === null || at < drawing.returns }}
              position={at === 0 ? 'first' : at === placing.spots.length - 1 ? 'last' : 'between'}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

const fills = { region: 'surface', vpc: 'canvas', subnet: 'surface' } as const;

function FrameBox({ frame: { container, x, y, w, h } }: { readonly frame: ContainerFrame }) {
  return (
    <rect
      x={x + 0.5}
      y={y + 0.5}
      width={w - 1}
      height={h - 1}
      rx={4}
      fill={`var(--${fills[container.kind]})`}
      stroke={`var(--${container.kind === 'vpc' ? 'line-strong' : 'line'})`}
    />
  );
}

/** Over the lines, which keep clear of its letters. */
function FrameTitle({ frame: { container, x, y, w }, network }: { readonly frame: ContainerFrame; readonly network: Network }) {
  const t = useT();
  const language = useLanguage();
  const accounts = useConsole()?.accounts ?? [];
  const { kind, id, detail } = container;
  const account = accounts.length > 1 ? (accounts.find((one) => (one.uin ?? one.id) === detail)?.name ?? detail) : '';
  const name = kind === 'region' ? regionName(id, language) : calledIn(network, id);
  const more = kind === 'region' ? account : detail;
  const shown = cut(name, w - 16, 12);
  const room = w - 26 - shown.length * 7.5;
  return (
    <text
      x={x + 8}
      y={y + 15.5}
      fontSize={12}
      fill="var(--text)"
      fontWeight={kind === 'vpc' ? 600 : 400}
      stroke={`var(--${fills[kind]})`}
      strokeWidth={4}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      <title>{`${t(kind === 'region' ? 'reachability.region' : `family.${kind}`)} ${name} ${more}`}</title>
      {shown}
      <tspan dx={8} fontSize={10.5} fontWeight={400} fill="var(--muted)" className={kind === 'region' ? undefined : 'font-mono'}>
        {shown === name ? cut(more, room, 10.5, kind !== 'region') : ''}
      </tspan>
    </text>
  );
}

function ThingBox({ placed: { box, head }, faded }: { readonly placed: PlacedSpot; readonly faded: boolean }) {
  if (!head) return null;
  return (
    <rect
      x={box.x + 0.5}
      y={box.y + 0.5}
      width={box.w - 1}
      height={box.h - 1}
      rx={4}
      fill={`var(--${faded ? 'surface' : 'accent-soft'})`}
      stroke={`var(--${faded ? 'line-strong' : 'accent'})`}
      strokeDasharray={faded ? '4 3' : undefined}
    />
  );
}

const middle = ({ x, y, w, h }: LayoutRect): { x: number; y: number } => ({ x: x + w / 2, y: y + h / 2 });

/** As far as packets come it is drawn out, from there on it is dashed. */
function Line({ way, drawing, placing }: { readonly way: 'forward' | 'back'; readonly drawing: PathSpots; readonly placing: PathLayout }) {
  const points = placing.spots.flatMap((spot) => {
    const lane = spot[way];
    return lane ? [middle(lane)] : [];
  });
  const last = points.length - 1;
  if (last < 1) return null;
  const reached = way === 'forward' ? drawing.reaches : (drawing.returns ?? last);
  const [a, b, c] = [points[0], points[reached], points[last]];
  if (!a || !b || !c) return null;
  const [gone, left] =
    way === 'forward'
      ? [
          { from: a, to: b },
          { from: b, to: c },
        ]
      : [
          { from: c, to: b },
          { from: b, to: a },
        ];
  const draw = ({ from, to }: typeof gone): string => `M${from.x} ${from.y}L${to.x} ${to.y}`;
  return (
    <g fill="none" data-way={way}>
      <path d={draw(left)} stroke="var(--line-strong)" strokeWidth={1.5} strokeDasharray="3 5" />
      <path d={draw(gone)} stroke={`var(--${lineInks[way]})`} strokeWidth={2.5} />
    </g>
  );
}
