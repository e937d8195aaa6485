import { memo } from 'react';
import type { Label } from './labels.ts';
import type { NodeKind, NodeState } from './node.ts';
import { boxStyle, cut, isMono, signs, stateInks, stateSigns } from './styles.ts';

interface BoxProps {
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

/** What fits into a box at the drawing's zoom, and how. */
interface BoxDrawing {
  readonly way: 'open' | 'small' | 'both';
  readonly size: number;
  readonly left: number;
  readonly title: string;
  readonly detail: string;
}

const nothing = { left: 0, title: '', detail: '' };

function drawnOf({ kind, label, w, h, open, container, zoom, state }: BoxProps): BoxDrawing {
  const left = zoom >= 0.5 && signs[kind] ? 28 : 10;
  const stateRoom = state === 'good' || zoom < 0.5 ? 0 : 18;
  const handleRoom = container && zoom >= 0.4 ? 24 : 0;
  const room = w - left - 8 - stateRoom - handleRoom;
  const mono = isMono(kind);
  if (open) {
    // As large as its band allows; from further away `Titles` names what is worth a name.
    const size = Math.min(22, Math.max(13, 9.5 / zoom));
    if (size * zoom < 7) return { way: 'open', size, ...nothing };
    const title = cut(label.title, w - 16 - handleRoom, size);
    const after = title.length * size * 0.6 + 18;
    return { way: 'open', size, left: 10, title, detail: size <= 14 ? cut(label.detail, room - after + 8, 11, mono) : '' };
  }
  const small = Math.min(9.5 / zoom, h * 0.5);
  if (zoom * 11 < readable + 0.5) {
    if (small * zoom < readable) return { way: 'small', size: small, ...nothing };
    return { way: 'small', size: small, left: 8, title: cut(label.title, w - 14, small), detail: '' };
  }
  return { way: 'both', size: 12, left, title: cut(label.title, room, 12), detail: cut(label.detail, room, 10.5, mono) };
}

/** Who says what is seen means the box: where it is cut, the words as they are drawn stand before the whole ones. */
function nameOf(said: string, label: Label, { title, detail }: BoxDrawing): string {
  const whole = (title === '' || title === label.title) && (detail === '' || detail === label.detail);
  return whole ? said : `${[title, detail].filter(Boolean).join(' ')}, ${said}`;
}

function Words({ kind, h, label, zoom, drawn: { way, size, left, title, detail } }: BoxProps & { readonly drawn: BoxDrawing }) {
  const mono = isMono(kind) ? 'font-mono' : undefined;
  if (title === '' && way !== 'both') return null;
  if (way === 'open')
    return (
      <text x={left} y={15 + size * 0.36}>
        <tspan fontSize={size} fontWeight={600} fill={token('text')}>
          {title}
        </tspan>{' '}
        {detail && (
          <tspan dx={5} fontSize={11} fill={token('muted')} className={mono}>
            {detail}
          </tspan>
        )}
      </text>
    );
  if (way === 'small')
    return (
      <text x={left} y={h / 2 + size * 0.35} fontSize={size} fill={token('text')}>
        {title}
      </text>
    );
  const single = label.detail === '';
  const sign = zoom >= 0.5 ? signs[kind] : undefined;
  return (
    <>
      {sign && <path d={sign} transform={`translate(8 ${h / 2 - 7})`} fill="none" stroke={token('muted')} strokeWidth={1.2} />}
      <text x={left} y={single ? h / 2 + 4.5 : h / 2 - 2.5} fontSize={12} fontWeight={500} fill={token('text')}>
        {title}
      </text>{' '}
      {!single && (
        <text x={left} y={h / 2 + 11} fontSize={10.5} fill={token('muted')} className={mono}>
          {detail}
        </text>
      )}
    </>
  );
}

/** One box of the map. It is a button: pressed, it is selected; pressed twice, its page opens. */
export const MapBox = memo(function MapBox(props: BoxProps) {
  const { id, kind, state, label, said, x, y, w, h, open, container, selected, found, zoom } = props;
  const look = boxStyle(kind, state);
  const marked = selected || found;
  const sign = zoom >= 0.5 ? stateSigns[state] : undefined;
  const handle = container && zoom >= 0.4;
  const drawn = drawnOf(props);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a box in a drawing cannot be a <button>
    <g
      role="button"
      tabIndex={-1}
      aria-label={nameOf(said, label, drawn)}
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
      <Words {...props} drawn={drawn} />
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
