/** Where the map of peerings draws what: a column for each account and region, its VPCs below each other. Pure. */
import type { NetworkModel } from '../../../network/model/model.ts';
import type { PeeringFact } from '../../../network/routes/peerings.ts';
import { type PairState, pairKey, stateOf } from './matrix.ts';

type Vpc = NetworkModel['vpcs'][number];

const box = { width: 164, height: 36 };
const gap = { column: 60, row: 12 };
const head = 28;
const margin = 8;
/** How far a line between two boxes of one column bulges out. */
const bulge = 40;

interface PlacedVpc {
  readonly vpc: Vpc;
  readonly x: number;
  readonly y: number;
}

export interface PeeringLine {
  readonly key: string;
  readonly fact: PeeringFact;
  readonly state: PairState;
  /** An SVG path. */
  readonly path: string;
}

interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly box: typeof box;
  /** First VPC of each column, for its heading. */
  readonly columns: readonly { readonly x: number; readonly vpc: Vpc }[];
  readonly vpcs: readonly PlacedVpc[];
  readonly lines: readonly PeeringLine[];
}

/** `vpcs` in the order in which they are to stand; lines only between VPCs that are there and joined, or asked to be. */
export function layOut(vpcs: readonly Vpc[], facts: readonly PeeringFact[]): MapLayout {
  const columns = new Map<string, Vpc[]>();
  for (const vpc of vpcs) {
    const site = `${vpc.account} ${vpc.region}`;
    columns.set(site, [...(columns.get(site) ?? []), vpc]);
  }
  const placed = [...columns.values()].flatMap((column, at) =>
    column.map(
      (vpc, row): PlacedVpc => ({
        vpc,
        x: margin + at * (box.width + gap.column),
        y: margin + head + row * (box.height + gap.row),
      }),
    ),
  );
  const byId = new Map(placed.map((one) => [one.vpc.id, one]));
  const lines = facts.flatMap((fact): PeeringLine[] => {
    const [a, b] = [byId.get(fact.a), byId.get(fact.b)];
    if (!a || !b || fact.peering === null) return [];
    return [{ key: pairKey(fact.a, fact.b), fact, state: stateOf(fact), path: pathOf(a, b) }];
  });
  const longest = Math.max(0, ...[...columns.values()].map(({ length }) => length));
  return {
    width: 2 * margin + columns.size * box.width + Math.max(0, columns.size - 1) * gap.column + bulge,
    height: 2 * margin + head + longest * (box.height + gap.row),
    box,
    columns: [...columns.values()].flatMap(([vpc], at) => (vpc ? [{ x: margin + at * (box.width + gap.column), vpc }] : [])),
    vpcs: placed,
    lines,
  };
}

/** From the side of one box to the near side of the other; in one column a bow at their right. */
function pathOf(a: PlacedVpc, b: PlacedVpc): string {
  const [left, right] = a.x <= b.x ? [a, b] : [b, a];
  const [y1, y2] = [left.y + box.height / 2, right.y + box.height / 2];
  const x1 = left.x + box.width;
  if (left.x === right.x) return `M ${x1} ${y1} C ${x1 + bulge} ${y1} ${x1 + bulge} ${y2} ${x1} ${y2}`;
  const x2 = right.x;
  const bend = Math.max(gap.column / 2, (x2 - x1) / 3);
  return `M ${x1} ${y1} C ${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
