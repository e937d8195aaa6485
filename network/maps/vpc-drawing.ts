/** What the picture of a VPC is put together in. */
import type { Net } from './nets.ts';
import type { SceneBox, SceneLine, SceneSign, SceneText, SceneWay } from './scene.ts';
import type { VpcLayoutInput, VpcPlan } from './vpc-plan.ts';

/** Columns of the picture, from the left. */
export interface Columns {
  readonly cellWidth: number;
  readonly cellsX: number;
  readonly tableX: number;
  readonly tableWidth: number;
  readonly gutter: number;
  /** Of the first track, from the right edge of the tables. */
  readonly lead: number;
  /** Where names of hops begin that no line leads to, from the same edge, and their room. */
  readonly namedAt: number;
  readonly namedRoom: number;
  /** The widest text on a leg, which ends 12 px before the hop. */
  readonly label: number;
  readonly hopX: number;
  readonly hopWidth: number;
  readonly wall: number;
  readonly beyondX: number;
  readonly beyondWidth: number;
  readonly width: number;
}

/** What a picture is put together in. */
export interface Drawing {
  readonly input: VpcLayoutInput;
  readonly plan: VpcPlan;
  readonly columns: Columns;
  readonly boxes: SceneBox[];
  readonly texts: SceneText[];
  readonly lines: SceneLine[];
  readonly signs: SceneSign[];
  readonly ways: SceneWay[];
}

/** Tracks stand this far apart. */
export const trackStep = 12;
export const cellGap = 6;

/** The destinations that stand on a leg, two at most. */
export function labelsOf(destinations: readonly string[], more: (n: number) => string, most: number): readonly string[] {
  if (destinations.length <= most) return destinations;
  return [...destinations.slice(0, most - 1), `${destinations[most - 1]} ${more(destinations.length - most)}`];
}

/** The most room for the names at the ends of a net that is not drawn. */
export const mostNamed = 150;

/** The text for what a named net leads to: the first of its hops, and how many more. */
export function hopsWord({ words }: VpcLayoutInput, plan: VpcPlan, { hops }: Net): string {
  const [first, ...rest] = hops.flatMap((key) => plan.hops.find(({ hop }) => hop.key === key)?.hop ?? []);
  if (!first) return '';
  return rest.length > 0 ? `${words.hop(first)} ${words.more(rest.length)}` : words.hop(first);
}

/** The text for where a named net comes from: as many of its tables as have room, and how many more. */
export function tablesWord({ words, measure, map }: VpcLayoutInput, { tables }: Net, room: number): string {
  const names = tables.flatMap((key) => map.tables.filter((table) => table.key === key).map(words.table));
  for (let n = names.length; n > 1; n -= 1) {
    const shown = words.names(names.slice(0, n));
    const text = n < names.length ? `${shown} ${words.more(names.length - n)}` : shown;
    if (measure(text, 'note') <= room) return text;
  }
  return names.length > 1 ? `${names[0]} ${words.more(names.length - 1)}` : (names[0] ?? '');
}

/** x of a zone's cells. */
export const zoneX = ({ cellsX, cellWidth }: Columns, zone: number): number => cellsX + zone * (cellWidth + cellGap);
