import type { Labels } from './labels.ts';
import type { Box } from './layout.ts';
import { MapBox } from './map-box.tsx';
import { MapLines } from './map-lines.tsx';
import { boxStyle, cut } from './styles.ts';
import type { Drawn } from './viewport.ts';

interface SceneProps {
  readonly seen: Drawn;
  readonly zoom: number;
  readonly labels: Labels;
  readonly selected: string | null;
  readonly found: ReadonlySet<string>;
  /** Lines step back behind a path. */
  readonly quiet: boolean;
}

const outline = (boxes: readonly Box[]): string => boxes.map(({ x, y, w, h }) => `M${x} ${y}h${w}v${h}h${-w}z`).join('');

/** Half an octave: boxes are drawn anew when the zoom has changed so much. */
const coarse = (zoom: number): number => 2 ** (Math.round(Math.log2(zoom) * 2) / 2);

/** From here on headings are too small to be read where they stand. */
const farZoom = 0.3;
const letters = 11.5;

/** Names of regions and VPCs from afar, over everything else: a region's above it, a VPC's in its middle. */
function Titles({ boxes, zoom, labels }: { readonly boxes: readonly Box[]; readonly zoom: number; readonly labels: Labels }) {
  const size = letters / zoom;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in a drawing takes the focus by itself
    <g
      aria-hidden="true"
      pointerEvents="none"
      fontSize={size}
      fontWeight={600}
      fill="var(--text)"
      stroke="var(--canvas)"
      strokeWidth={size / 3}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {boxes.map(({ node, x, y, w, h }) => {
        if (node.kind !== 'region' && node.kind !== 'vpc') return null;
        const above = node.kind === 'region';
        const title = cut(labels.of(node).title, above ? w : Math.max(w - size / 2, size * 4), size);
        return (
          <text
            key={node.key}
            x={above ? x : x + w / 2}
            y={above ? y - size * 0.35 : y + h / 2 + size * 0.35}
            textAnchor={above ? 'start' : 'middle'}
          >
            {title}
          </text>
        );
      })}
    </g>
  );
}

/** What is drawn of the map: boxes, containers first; those too small for an element of their own, all in one; lines. */
export function Scene({ seen, zoom, labels, selected, found, quiet }: SceneProps) {
  const step = coarse(zoom);
  const subnet = boxStyle('subnet', 'good');
  const leaf = boxStyle('interface', 'good');
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
      <MapLines lines={seen.lines} selected={selected} quiet={quiet} />
      {step <= farZoom && <Titles boxes={seen.boxes} zoom={step} labels={labels} />}
    </>
  );
}
