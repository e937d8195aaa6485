import { memo } from 'react';
import { lineStyle } from './styles.ts';
import { curve, type Line } from './viewport.ts';

interface MapLinesProps {
  readonly lines: readonly Line[];
  /** Lines at this box stand out, the others step back. */
  readonly selected: string | null;
  readonly quiet: boolean;
}

/** The lines between boxes, those of what is selected on top. Hidden from those who listen: the tree and the panel tell them. */
export const MapLines = memo(function MapLines({ lines, selected, quiet }: MapLinesProps) {
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
