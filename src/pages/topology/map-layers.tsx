import { memo } from 'react';
import type { Labels } from './labels.ts';
import type { Box } from './layout.ts';
import { MapBox } from './map-box.tsx';
import type { PathOnMap } from './path.ts';
import { boxStyle, cut, lineStyle } from './styles.ts';
import { curve, type DrawnMap, type Line, tipOf } from './viewport.ts';

interface SceneProps {
  readonly seen: DrawnMap;
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

interface MapLinesProps {
  readonly lines: readonly Line[];
  /** Lines at this box stand out, the others step back. */
  readonly selected: string | null;
  readonly quiet: boolean;
}

/** The lines between boxes, those of what is selected on top. Hidden from those who listen: the tree and the panel tell them. */
const MapLines = memo(function MapLines({ lines, selected, quiet }: MapLinesProps) {
  const touches = ({ from, to, edges }: Line): boolean =>
    selected !== null &&
    (from.node.key === selected || to.node.key === selected || edges.some((edge) => edge.from === selected || edge.to === selected));
  const own = lines.filter(touches);
  const rest = lines.filter((line) => !touches(line));
  const draw = (line: Line, opacity: number, wider: number) => {
    const look = lineStyle(line.kind, line.state);
    return (
      <path
        key={line.key}
        data-line={line.kind}
        d={curve(line.from, line.to)}
        stroke={`var(--${look.stroke})`}
        strokeWidth={look.width + wider}
        strokeDasharray={look.dash}
        opacity={opacity}
        vectorEffect="non-scaling-stroke"
      />
    );
  };
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in a drawing takes the focus by itself
    <g fill="none" aria-hidden="true" pointerEvents="none">
      {rest.map((line) => draw(line, quiet ? 0.2 : line.kind === 'route' ? (own.length > 0 ? 0.2 : 0.45) : own.length > 0 ? 0.4 : 0.9, 0))}
      {own.map((line) => draw(line, 1, 1))}
    </g>
  );
});

interface MapPathProps {
  readonly lines: readonly Line[];
  readonly unreached: PathOnMap['unreached'];
  /** The drawing's zoom: heads of arrows are as large at each. */
  readonly zoom: number;
}

/** A path over everything else. Hidden from those who listen: the strip above the map tells it. */
export function MapPath({ lines, unreached, zoom }: MapPathProps) {
  const [lost] = lines.filter(({ edges }) => edges.some(({ key }) => unreached.has(key)));
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in a drawing takes the focus by itself
    <g fill="none" aria-hidden="true" pointerEvents="none" data-path="">
      {lines.map((line) => {
        const reached = line.edges.some(({ key }) => !unreached.has(key));
        const ink = `var(--${reached ? 'focus' : 'danger'})`;
        return (
          <g key={line.key} data-reached={reached}>
            <path d={curve(line.from, line.to)} stroke="var(--canvas)" strokeWidth={7} opacity={0.7} vectorEffect="non-scaling-stroke" />
            <path
              d={curve(line.from, line.to)}
              stroke={ink}
              strokeWidth={3.5}
              strokeDasharray={reached ? undefined : '3 6'}
              vectorEffect="non-scaling-stroke"
            />
            <path d={tipOf(line.from, line.to, 11 / zoom)} fill={ink} />
          </g>
        );
      })}
      {lost && (
        <Stop
          x={(lost.from.x + lost.from.w / 2 + lost.to.x + lost.to.w / 2) / 2}
          y={(lost.from.y + lost.from.h / 2 + lost.to.y + lost.to.h / 2) / 2}
          zoom={zoom}
        />
      )}
    </g>
  );
}

/** Where packets end: colour is never alone. */
function Stop({ x, y, zoom }: { readonly x: number; readonly y: number; readonly zoom: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${1 / zoom})`} data-stop="">
      <circle r={10} fill="var(--surface)" stroke="var(--danger)" strokeWidth={2} />
      <path d="M-4-4l8 8M4-4l-8 8" stroke="var(--danger)" strokeWidth={2} strokeLinecap="round" />
    </g>
  );
}
