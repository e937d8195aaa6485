import type { RangeSpace } from '../../../network/model/space.ts';
import type { SubnetInSpace } from '../../../network/model/vpc-spaces.ts';
import { useFormats, useT } from '../../i18n/index.ts';

interface SpaceMapProps {
  readonly range: RangeSpace;
  readonly subnets: readonly SubnetInSpace[];
  readonly nameOf: (id: string) => string;
}

const width = 1000;
const height = 36;

/**
 * A range from its first address to its last, to scale. Each subnet is a column that fills from below with what is taken;
 * the line at its top is what the cloud keeps. It is a picture: the table below says the same in words.
 */
export function SpaceMap({ range, subnets, nameOf }: SpaceMapProps) {
  const t = useT();
  const formats = useFormats();
  const byId = new Map(subnets.map((one) => [one.row.id, one]));
  let at = 0;
  const columns = range.parts.map((part) => {
    const x = (at / range.size) * width;
    at += part.size;
    return { part, x, wide: (part.size / range.size) * width };
  });
  const own = range.parts.flatMap((part) => (part.kind === 'subnet' ? [byId.get(part.subnet)] : []));
  const taken = own.reduce((sum, one) => sum + (one?.space.taken.length ?? 0), 0);
  const words = t('addresses.mapWords', { subnets: own.length, share: formats.percent(range.used / range.size), taken });
  return (
    <svg
      role="img"
      aria-label={`${t('addresses.map', { range: range.cidr })}: ${words}`}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="h-9 w-full rounded-xs border border-line bg-canvas"
    >
      {columns.map(({ part, x, wide }) => {
        if (part.kind === 'free') return null;
        const one = byId.get(part.subnet);
        const full = one ? one.space.taken.length / one.space.size : 0;
        // What is taken at all is to be seen.
        const filled = full === 0 ? 0 : Math.max(2, full * height);
        return (
          <g key={part.cidr}>
            <title>{`${nameOf(part.subnet)} ${part.cidr}`}</title>
            <rect x={x} y={0} width={wide} height={height} className="fill-accent/30" />
            <rect x={x} y={0} width={wide} height={Math.max(1.5, (3 / part.size) * height)} className="fill-strong" />
            <rect x={x} y={height - filled} width={wide} height={filled} className="fill-accent" />
            <rect x={x} y={0} width={wide} height={height} className="fill-none stroke-surface" vectorEffect="non-scaling-stroke" />
          </g>
        );
      })}
    </svg>
  );
}

/** What the colours of the maps say. */
export function SpaceLegend() {
  const t = useT();
  const entries = [
    ['bg-accent', t('addresses.legendTaken')],
    ['bg-strong', t('addresses.legendKept')],
    ['bg-accent/30', t('addresses.legendSubnet')],
    ['bg-canvas', t('addresses.legendFree')],
  ] as const;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
      {entries.map(([color, words]) => (
        <li key={words} className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className={`size-3 rounded-xs border border-line ${color}`} />
          {words}
        </li>
      ))}
    </ul>
  );
}
