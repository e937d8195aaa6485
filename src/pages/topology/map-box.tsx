import { memo } from 'react';
import type { Label } from './labels.ts';
import { boxLook, cut, isMono, signs, stateInks, stateSigns } from './look.ts';
import type { NodeKind, NodeState } from './node.ts';

export interface BoxProps {
  readonly id: string;
  readonly kind: NodeKind;
  readonly state: NodeState;
  readonly label: Label;
  readonly said: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** A container that shows what it holds. */
  readonly open: boolean;
  readonly container: boolean;
  readonly selected: boolean;
  readonly found: boolean;
  /** The drawing's zoom, in coarse steps, so that boxes are not drawn anew for each turn of the wheel. */
  readonly zoom: number;
}

/** Letters smaller than this many pixels are not drawn. */
const readable = 7.5;

const token = (name: string): string => `var(--${name})`;

function Words({ kind, label, w, h, open, container, zoom, state }: BoxProps) {
  const sign = zoom >= 0.5 ? signs[kind] : undefined;
  const left = sign ? 28 : 10;
  const stateRoom = state === 'good' || zoom < 0.5 ? 0 : 18;
  const handleRoom = container && zoom >= 0.4 ? 24 : 0;
  const room = w - left - 8 - stateRoom - handleRoom;
  const mono = isMono(kind);
  if (open) {
    // As large as its band allows; from further away `Titles` names what is worth a name.
    const size = Math.min(22, Math.max(13, 9.5 / zoom));
    if (size * zoom < 7) return null;
    const title = cut(label.title, w - 16 - handleRoom, size);
    const after = title.length * size * 0.6 + 18;
    const detail = size <= 14 ? cut(label.detail, room - after + 8, 11, mono) : '';
    return (
      <text x={10} y={15 + size * 0.36}>
        <tspan fontSize={size} fontWeight={600} fill={token('text')}>
          {title}
        </tspan>
        {detail && (
          <tspan dx={8} fontSize={11} fill={token('muted')} className={mono ? 'font-mono' : undefined}>
            {detail}
          </tspan>
        )}
      </text>
    );
  }
  const small = Math.min(9.5 / zoom, h * 0.5);
  const both = zoom * 11 >= readable + 0.5;
  if (!both) {
    const title = cut(label.title, w - 14, small);
    return small * zoom < readable ? null : (
      <text x={8} y={h / 2 + small * 0.35} fontSize={small} fill={token('text')}>
        {title}
      </text>
    );
  }
  const single = label.detail === '';
  return (
    <>
      {sign && <path d={sign} transform={`translate(8 ${h / 2 - 7})`} fill="none" stroke={token('muted')} strokeWidth={1.2} />}
      <text x={left} y={single ? h / 2 + 4.5 : h / 2 - 2.5} fontSize={12} fontWeight={500} fill={token('text')}>
        {cut(label.title, room, 12)}
      </text>
      {!single && (
        <text x={left} y={h / 2 + 11} fontSize={10.5} fill={token('muted')} className={mono ? 'font-mono' : undefined}>
          {cut(label.detail, room, 10.5, mono)}
        </text>
      )}
    </>
  );
}

/** One box of the map. It is a button: pressed, it is selected; pressed twice, its page opens. */
export const MapBox = memo(function MapBox(props: BoxProps) {
  const { id, kind, state, said, x, y, w, h, open, container, selected, found, zoom } = props;
  const look = boxLook(kind, state);
  const marked = selected || found;
  const sign = zoom >= 0.5 ? stateSigns[state] : undefined;
  const handle = container && zoom >= 0.4;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a box in a drawing cannot be a <button>
    <g
      role="button"
      tabIndex={-1}
      aria-label={said}
      aria-pressed={selected}
      data-key={id}
      data-kind={kind}
      transform={`translate(${x} ${y})`}
    >
      <rect
        width={w}
        height={h}
        rx={4}
        fill={token(found && !open ? 'accent-soft' : look.fill)}
        stroke={token(marked ? 'focus' : look.stroke)}
        strokeWidth={selected ? 3 : found ? 2 : 1}
        strokeDasharray={marked ? undefined : look.dash}
        vectorEffect="non-scaling-stroke"
      />
      <Words {...props} />
      {sign && (
        <path
          d={sign}
          transform={`translate(${w - 20 - (handle ? 22 : 0)} ${open ? 9 : h / 2 - 6})`}
          fill="none"
          stroke={token(stateInks[state])}
          strokeWidth={1.6}
        />
      )}
      {handle && (
        <g data-handle="" transform={`translate(${w - 26} ${open ? 3 : h / 2 - 12})`} className="cursor-pointer">
          <rect width={24} height={24} rx={3} fill="transparent" />
          <path d={open ? 'M8 12h8' : 'M8 12h8M12 8v8'} stroke={token('muted')} strokeWidth={1.5} fill="none" />
        </g>
      )}
    </g>
  );
});
