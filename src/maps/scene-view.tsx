import { type KeyboardEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Scene, SceneBox, SceneLine } from '../../network/maps/scene.ts';
import { type WalkKey, walkable, walkFrom, waysAt } from '../../network/maps/walk.ts';
import { zoomScene } from '../../network/maps/zoomed.ts';
import { useT } from '../i18n/index.ts';
import { usePrinting } from '../lib/use-printing.ts';
import { shapeElement } from './drawn.tsx';
import { measureText } from './measure.ts';
import { Paper } from './paper.tsx';
import { boxShape, type Highlight, lineShapes, type Shape, shapesOver } from './shapes.ts';
import { roomOf } from './use-room.ts';
import { farther, fittingZoom, nearer, useZoom } from './use-zoom.ts';

export interface SceneGroup {
  readonly label: string;
  readonly keys: readonly string[];
}

interface SceneViewProps {
  readonly label: string;
  readonly scene: Scene;
  /** What is walked through, in the order of the tree. */
  readonly groups: readonly SceneGroup[];
  readonly nameOf: (key: string) => string;
  readonly selected: string | null;
  readonly onSelect: (key: string | null) => void;
  readonly litWith: (key: string | null) => ReadonlySet<string> | null;
  /** What is not lit falls back even while nothing is selected. */
  readonly dimmed?: boolean;
  /** Lines that can be pressed, by the pointer alone: their facts belong to what they join. */
  readonly isLine?: (key: string) => boolean;
  /** Outlined: what a search has found. */
  readonly found?: ReadonlySet<string> | undefined;
}

const walkKeys: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);
const isWalk = (key: string): key is WalkKey => walkKeys.has(key);

const ringOf = (box: SceneBox, ink: string, key: string): Shape => ({
  tag: 'rect',
  key,
  attrs: { x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6, rx: 6, fill: 'none', stroke: ink, 'stroke-width': 2 },
});

/** A broad band under a line that a search has found. */
const haloOf = ({ key, points }: SceneLine): Shape => ({
  tag: 'path',
  key: `found ${key}`,
  attrs: {
    d: `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`,
    fill: 'none',
    stroke: 'var(--warning)',
    'stroke-width': 9,
    'stroke-linejoin': 'round',
    opacity: 0.35,
  },
});

interface LineHitsProps extends Pick<SceneViewProps, 'scene'> {
  readonly isLine: (key: string) => boolean;
  readonly onOver: (key: string | null) => void;
  readonly onSelect: (key: string) => void;
}

/** Unseen broad lines that are easily hit. */
function LineHits({ scene, isLine, onOver, onSelect }: LineHitsProps) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an element g takes no focus
    <g aria-hidden="true">
      {scene.lines.flatMap(({ key, net, points }) =>
        isLine(net)
          ? [
              // biome-ignore lint/a11y/noStaticElementInteractions: by pointer alone, the cards at its ends lead to it too
              <path
                key={key}
                d={`M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`}
                fill="none"
                stroke="transparent"
                strokeWidth={12}
                className="cursor-pointer"
                data-line={net}
                onPointerEnter={() => onOver(net)}
                onPointerLeave={() => onOver(null)}
                onClick={(event) => {
                  event.stopPropagation();
                  onSelect(net);
                }}
              />,
            ]
          : [],
      )}
    </g>
  );
}

/** What was in the middle of the view stays there when the picture becomes larger or smaller; what has the focus stays in view. */
function useSteady(svg: RefObject<SVGSVGElement | null>, zoom: number): void {
  const before = useRef(zoom);
  useLayoutEffect(() => {
    const ratio = zoom / before.current;
    before.current = zoom;
    const place = svg.current?.parentElement;
    if (ratio === 1 || !place) return;
    place.scrollLeft = (place.scrollLeft + place.clientWidth / 2) * ratio - place.clientWidth / 2;
    const focus = document.activeElement;
    if (focus && svg.current?.contains(focus)) focus.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [svg, zoom]);
}

type WalkedWays = ReturnType<typeof waysAt>;

interface MapKeys extends Pick<SceneViewProps, 'scene' | 'selected' | 'onSelect'> {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly focused: string | null;
  /** Lines of what has the focus, and which of them is being looked at. */
  readonly ways: WalkedWays;
  readonly walked: number | null;
  readonly onWalk: (at: number | null) => void;
}

function useMapKeys({
  scene,
  selected,
  onSelect,
  svg,
  focused,
  ways,
  walked,
  onWalk,
}: MapKeys): (event: KeyboardEvent<SVGSVGElement>) => void {
  const [, setZoom] = useZoom();
  const focus = (key: string): void => svg.current?.querySelector<SVGElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  return (event) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === 'Escape' && walked !== null) onWalk(null);
    else if (key === 'Escape' && selected !== null) onSelect(null);
    else if (key === '+' || key === '=') setZoom(nearer);
    else if (key === '-') setZoom(farther);
    else if (key === 'f' && svg.current?.parentElement) setZoom(fittingZoom(scene, roomOf(svg.current.parentElement)));
    else if ((key === '[' || key === ']') && ways.length > 0)
      onWalk(walked === null ? (key === ']' ? 0 : ways.length - 1) : (walked + (key === ']' ? 1 : -1) + ways.length) % ways.length);
    else if (key === 'Enter' && walked !== null) focus(ways[walked]?.to ?? '');
    else if ((key === 'Enter' || key === ' ') && focused) onSelect(focused === selected ? null : focused);
    else if (isWalk(key) && focused) focus(walkFrom(scene, focused, key));
    else return;
    event.preventDefault();
  };
}

interface ThingsProps extends Pick<SceneViewProps, 'groups' | 'nameOf' | 'selected' | 'onSelect'> {
  readonly boxes: ReadonlyMap<string, SceneBox>;
  readonly light: Highlight;
  /** The one that Tab comes to. */
  readonly stop: string | null;
  readonly onOver: (key: string | null) => void;
  readonly onFocus: (key: string | null) => void;
}

function Things({ groups, nameOf, selected, onSelect, boxes, light, stop, onOver, onFocus }: ThingsProps) {
  return groups.map((group) => (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no element of its own for a group with a name
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an element g is not interactive
    <g key={group.label} role="group" aria-label={group.label}>
      {group.keys.flatMap((key) => {
        const box = boxes.get(key);
        return box ? (
          // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand in an SVG
          <g
            key={key}
            role="button"
            tabIndex={key === stop ? 0 : -1}
            aria-label={nameOf(key)}
            aria-pressed={key === selected}
            data-key={key}
            className="cursor-pointer outline-none"
            onPointerEnter={() => onOver(key)}
            onPointerLeave={() => onOver(null)}
            onFocus={() => onFocus(key)}
            onBlur={() => onFocus(null)}
            onClick={(event) => {
              event.stopPropagation();
              onSelect(key === selected ? null : key);
            }}
          >
            {shapeElement(boxShape(box, light, selected))}
          </g>
        ) : (
          []
        );
      })}
    </g>
  ));
}

/** A scene with its things as buttons: one stop of Tab, walked by the arrow keys, lit by pointer, focus and selection. */
export function SceneView({ label, scene, groups, nameOf, selected, onSelect, litWith, dimmed = false, isLine, found }: SceneViewProps) {
  const t = useT();
  const printing = usePrinting();
  const [zoom] = useZoom();
  const [over, setOver] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [walked, setWalked] = useState<number | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  useSteady(svg, zoom);
  const seen = useMemo(() => zoomScene(scene, zoom, measureText), [scene, zoom]);
  const near = over ?? focused;
  const light: Highlight = { lit: litWith(selected ?? near), dims: selected !== null || dimmed };
  const boxes = useMemo(() => new Map(walkable(scene).map((box) => [box.key, box])), [scene]);
  const stop =
    focused && boxes.has(focused) ? focused : selected && boxes.has(selected) ? selected : (groups.flatMap(({ keys }) => keys)[0] ?? null);
  const ways = useMemo(() => (focused === null ? [] : waysAt(scene, focused)), [scene, focused]);
  const onKeyDown = useMapKeys({ scene, selected, onSelect, svg, focused, ways, walked, onWalk: setWalked });
  const ring = focused === null ? undefined : boxes.get(focused);
  const followed = walked === null ? undefined : ways[walked];
  return (
    <>
      <p role="status" className="sr-only">
        {walked !== null && followed && t('maps.walked', { at: walked + 1, n: ways.length, name: nameOf(followed.to) })}
      </p>
      {printing && <Paper scene={scene} />}
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no element of its own for a group with a name */}
      <svg
        ref={svg}
        role="group"
        aria-label={label}
        width={scene.width * zoom}
        height={scene.height * zoom}
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        className="map-ink no-print block max-w-none shrink-0"
        onKeyDown={onKeyDown}
        onClick={() => onSelect(null)}
      >
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: an element g takes no focus */}
        <g aria-hidden="true">{scene.boxes.filter(({ key }) => key === '').map((box) => shapeElement(boxShape(box, light, null)))}</g>
        {isLine && <LineHits scene={scene} isLine={isLine} onOver={setOver} onSelect={(key) => onSelect(key === selected ? null : key)} />}
        <Things
          {...{ groups, nameOf, selected, onSelect, boxes, light, stop }}
          onOver={setOver}
          onFocus={(key) => {
            setFocused(key);
            setWalked(null);
          }}
        />
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: as above */}
        <g aria-hidden="true" className="pointer-events-none">
          {shapesOver(seen, light).map(shapeElement)}
          {[followed?.way.points, followed?.way.goesOn].map(
            (points, at) =>
              followed &&
              points &&
              lineShapes({ ...followed.way, points, start: 'ring', end: 'ring' }, `walked ${at}`, 3, {}).map(shapeElement),
          )}
          {[...(found ?? [])].flatMap((key) => {
            const box = boxes.get(key);
            if (box) return [shapeElement(ringOf(box, 'var(--warning)', `found ${key}`))];
            return scene.lines.flatMap((line) => (line.net === key ? [shapeElement(haloOf(line))] : []));
          })}
          {ring && shapeElement(ringOf(ring, 'var(--focus)', 'ring'))}
        </g>
      </svg>
    </>
  );
}
