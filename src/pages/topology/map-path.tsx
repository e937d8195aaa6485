import type { PathOnMap } from './path.ts';
import { curve, type Line, tipOf } from './viewport.ts';

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
