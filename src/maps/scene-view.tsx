import { type KeyboardEvent, useRef, useState } from 'react';
import type { Scene, SceneBox } from '../../network/maps/scene.ts';
import { type WalkKey, walkable, walkFrom } from '../../network/maps/walk.ts';
import { boxShape, type Light, type Shape, shapesOver } from './shapes.ts';

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

export const drawn = ({ tag: Tag, key, attrs, text }: Shape) => {
  // SVG's own names are React's but for the hyphens.
  const props = Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => [name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value]),
  );
  return (
    <Tag key={key} {...props}>
      {text}
    </Tag>
  );
};

/** Nothing is ever smaller than it was laid out: letters of 11 px are the least that can be read. */
const mostZoom = 2;

const walkKeys: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);
const isWalk = (key: string): key is WalkKey => walkKeys.has(key);

const ringOf = (box: SceneBox, ink: string, key: string): Shape => ({
  tag: 'rect',
  key,
  attrs: { x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6, rx: 6, fill: 'none', stroke: ink, 'stroke-width': 2 },
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

/** A scene with its things as buttons: one stop of Tab, walked by the arrow keys, lit by pointer, focus and selection. */
export function SceneView({ label, scene, groups, nameOf, selected, onSelect, litWith, dimmed = false, isLine, found }: SceneViewProps) {
  const [over, setOver] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [zoom, setZoom] = useState(1);
  const svg = useRef<SVGSVGElement>(null);
  const near = over ?? focused;
  const light: Light = { lit: litWith(selected ?? near), dims: selected !== null || dimmed };
  const boxes = new Map(walkable(scene).map((box) => [box.key, box]));
  const stop =
    focused && boxes.has(focused) ? focused : selected && boxes.has(selected) ? selected : (groups.flatMap(({ keys }) => keys)[0] ?? null);
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>): void => {
    const { key } = event;
    if (key === 'Escape' && selected !== null) onSelect(null);
    else if (key === '+' || key === '=') setZoom(Math.min(mostZoom, zoom + 0.25));
    else if (key === '-') setZoom(Math.max(1, zoom - 0.25));
    else if ((key === 'Enter' || key === ' ') && focused) onSelect(focused === selected ? null : focused);
    else if (isWalk(key) && focused) {
      const next = walkFrom(scene, focused, key);
      svg.current?.querySelector<SVGElement>(`[data-key="${CSS.escape(next)}"]`)?.focus();
    } else return;
    event.preventDefault();
  };
  const ring = focused === null ? undefined : boxes.get(focused);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no element of its own for a group with a name
    <svg
      ref={svg}
      role="group"
      aria-label={label}
      width={scene.width * zoom}
      height={scene.height * zoom}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      className="block max-w-none shrink-0"
      onKeyDown={onKeyDown}
      onClick={() => onSelect(null)}
    >
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: an element g takes no focus */}
      <g aria-hidden="true">{scene.boxes.filter(({ key }) => key === '').map((box) => drawn(boxShape(box, light, null)))}</g>
      {isLine && <LineHits scene={scene} isLine={isLine} onOver={setOver} onSelect={(key) => onSelect(key === selected ? null : key)} />}
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
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
                onPointerEnter={() => setOver(key)}
                onPointerLeave={() => setOver(null)}
                onFocus={() => setFocused(key)}
                onBlur={() => setFocused(null)}
                onClick={(event) => {
                  event.stopPropagation();
                  onSelect(key === selected ? null : key);
                }}
              >
                {drawn(boxShape(box, light, selected))}
              </g>
            ) : (
              []
            );
          })}
        </g>
      ))}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: as above */}
      <g aria-hidden="true" className="pointer-events-none">
        {shapesOver(scene, light).map(drawn)}
        {[...(found ?? [])].flatMap((key) => {
          const box = boxes.get(key);
          return box ? [drawn(ringOf(box, 'var(--warning)', `found ${key}`))] : [];
        })}
        {ring && drawn(ringOf(ring, 'var(--focus)', 'ring'))}
      </g>
    </svg>
  );
}
