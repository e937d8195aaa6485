import type { Labels } from './labels.ts';
import type { Box } from './layout.ts';
import { boxLook } from './look.ts';
import { MapBox } from './map-box.tsx';
import { MapLines } from './map-lines.tsx';
import type { Drawn } from './view.ts';

interface SceneProps {
  readonly seen: Drawn;
  readonly zoom: number;
  readonly labels: Labels;
  readonly selected: string | null;
  readonly found: ReadonlySet<string>;
}

const outline = (boxes: readonly Box[]): string => boxes.map(({ x, y, w, h }) => `M${x} ${y}h${w}v${h}h${-w}z`).join('');

/** Half an octave: boxes are drawn anew when the zoom has changed so much. */
const coarse = (zoom: number): number => 2 ** (Math.round(Math.log2(zoom) * 2) / 2);

/** What is drawn of the map: boxes, containers first; those too small for an element of their own, all in one; lines. */
export function Scene({ seen, zoom, labels, selected, found }: SceneProps) {
  const step = coarse(zoom);
  const subnet = boxLook('subnet', 'good');
  const leaf = boxLook('interface', 'good');
  return (
    <>
      {seen.boxes.map(({ node, x, y, w, h, open }) => (
        <MapBox
          key={node.key}
          id={node.key}
          kind={node.kind}
          state={node.state}
          label={labels.of(node)}
          said={labels.said(node)}
          x={x}
          y={y}
          w={w}
          h={h}
          open={open}
          container={node.children.length > 0}
          selected={node.key === selected}
          found={found.has(node.key)}
          zoom={step}
        />
      ))}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in a drawing takes the focus by itself */}
      <g aria-hidden="true" pointerEvents="none">
        <path
          d={outline(seen.specks.outer)}
          fill={`var(--${subnet.fill})`}
          stroke={`var(--${subnet.stroke})`}
          vectorEffect="non-scaling-stroke"
        />
        <path d={outline(seen.specks.inner)} fill={`var(--${leaf.stroke})`} />
      </g>
      <MapLines lines={seen.lines} selected={selected} />
    </>
  );
}
