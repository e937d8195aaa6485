import { Maximize, Minus, Plus } from 'lucide-react';
import { type MouseEvent, useCallback, useEffect, useId, useMemo, useRef } from 'react';
import { useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/button.tsx';
import type { Labels } from './labels.ts';
import type { Layout } from './layout.ts';
import { Legend } from './legend.tsx';
import { MapPath, Scene } from './map-layers.tsx';
import { extentOf } from './path.ts';
import { useGestures } from './use-gestures.ts';
import type { TopologyState } from './use-topology.ts';
import type { MapUrlState } from './use-url-state.ts';
import { type InitialView, useViewport, type ViewportControls } from './use-viewport.ts';
import { drawn, fitted, linesOf, type Rect, viewportAt, viewportText } from './viewport.ts';

interface MapProps {
  readonly placed: TopologyState;
  readonly urlState: MapUrlState;
  readonly labels: Labels;
  readonly selected: string | null;
  readonly found: ReadonlySet<string>;
  /** What to bring into sight; a new object each time it is asked for. */
  readonly goal: { readonly key: string } | null;
  readonly onSelect: (key: string | null) => void;
  readonly onToggle: (key: string) => void;
  readonly onOpen: (key: string) => void;
}

const keyOf = (event: MouseEvent): string | null => (event.target as Element).closest('[data-key]')?.getAttribute('data-key') ?? null;
const onHandle = (event: MouseEvent): boolean => (event.target as Element).closest('[data-handle]') !== null;

/** The network as nested boxes that one moves about in. */
export function TopologyMap(props: MapProps) {
  const { placed, urlState, labels, selected, found, goal, onSelect, onToggle, onOpen } = props;
  const { layout, holders, path } = placed;
  const { edges } = placed.topology;
  const t = useT();
  const help = useId();
  const whole = useMemo(() => ({ x: 0, y: 0, w: layout.width, h: layout.height }), [layout]);
  const { subject, path: asked } = urlState.state;
  const moving = useViewport(whole, JSON.stringify([subject, asked?.through]), useHome(placed, urlState));
  const { area, zoom } = moving;
  const owners = useMemo(() => new Map([...holders].map(([key, holder]) => [key, holder.key])), [holders]);
  const seen = useMemo(() => (area ? drawn(layout, edges, area, zoom, owners) : null), [layout, edges, area, zoom, owners]);
  const pathLines = useMemo(
    () => (area && path ? linesOf(layout, path.lines, zoom, area, owners) : none),
    [layout, path, area, zoom, owners],
  );
  useGoal(goal, layout, moving);
  const { dragged, ...handlers } = useGestures(moving, {
    '0': () => moving.show(whole),
    Enter: () => selected !== null && onOpen(selected),
    Escape: () => onSelect(null),
  });
  return (
    <div className="relative min-h-0 min-w-0 flex-1 overflow-hidden rounded-md border border-line bg-canvas">
      <p id={help} className="sr-only">
        {t('topology.mapHelp')}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useKeyWithClickEvents: a map is no set of form fields; its keys are among the handlers */}
      <div
        ref={moving.frame}
        role="group"
        aria-label={t('topology.map')}
        aria-describedby={help}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move and zoom the map
        tabIndex={0}
        className="absolute inset-0 cursor-grab touch-none select-none overflow-hidden outline-offset-[-2px] active:cursor-grabbing"
        {...handlers}
        onClick={(event) => {
          if (dragged()) return;
          const key = keyOf(event);
          if (key !== null && onHandle(event)) onToggle(key);
          else onSelect(key);
        }}
        onDoubleClick={(event) => {
          const key = keyOf(event);
          if (key !== null && !dragged() && !onHandle(event)) onOpen(key);
        }}
      >
        {seen && area && (
          // biome-ignore lint/a11y/noSvgWithoutTitle: its boxes have names, and the group around it has one
          <svg
            ref={moving.picture}
            width={moving.width}
            height={moving.height}
            viewBox={`${area.x} ${area.y} ${area.w} ${area.h}`}
            className="absolute top-0 left-0 max-w-none origin-top-left will-change-transform"
          >
            <Scene seen={seen} zoom={zoom} labels={labels} selected={selected} found={found} quiet={path !== null} />
            {path && <MapPath lines={pathLines} unreached={path.unreached} zoom={zoom} />}
          </svg>
        )}
      </div>
      <Controls moving={moving} whole={whole} />
      <Legend />
    </div>
  );
}

function Controls({ moving, whole }: { readonly moving: ViewportControls; readonly whole: Rect }) {
  const t = useT();
  const icon = { 'aria-hidden': true, className: 'size-4' } as const;
  return (
    <div className="absolute right-2 bottom-2 flex flex-col rounded border border-line bg-raised">
      <IconButton label={t('topology.zoomIn')} icon={<Plus {...icon} />} onClick={() => moving.zoomBy(1.4)} />
      <IconButton label={t('topology.zoomOut')} icon={<Minus {...icon} />} onClick={() => moving.zoomBy(1 / 1.4)} />
      <IconButton label={t('topology.fit')} icon={<Maximize {...icon} />} onClick={() => moving.show(whole)} />
    </div>
  );
}

const none: readonly never[] = [];

/** Where one looked when the URL was made; else at the path; else at all there is. */
function useHome({ layout, path }: TopologyState, { state: { view }, put }: MapUrlState): InitialView {
  const latest = useRef(layout);
  useEffect(() => {
    latest.current = layout;
  });
  const onRest = useCallback<InitialView['onRest']>(
    (now, width, height) => put({ view: viewportText(latest.current, now, width, height) }),
    [put],
  );
  const at = useMemo((): InitialView['at'] => {
    const extent = path ? extentOf(path, layout) : null;
    if (view === null && !extent) return null;
    return (width, height) =>
      (view === null ? null : viewportAt(layout, view, width, height)) ?? (extent && fitted(extent, width, height)) ?? null;
  }, [layout, path, view]);
  return { at, onRest };
}

/** Brings a box into sight as soon as it is laid out. */
function useGoal(goal: MapProps['goal'], layout: Layout, { reveal, area }: ViewportControls): void {
  const reached = useRef<MapProps['goal']>(null);
  useEffect(() => {
    if (!goal || !area || reached.current === goal) return;
    const box = layout.boxes[layout.at.get(goal.key) ?? -1];
    if (!box) return;
    reached.current = goal;
    reveal(box);
  }, [goal, layout, reveal, area]);
}
