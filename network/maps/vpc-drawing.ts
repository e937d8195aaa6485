/** What the picture of a VPC is put together in. */
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

/** x of a zone's cells. */
export const zoneX = ({ cellsX, cellWidth }: Columns, zone: number): number => cellsX + zone * (cellWidth + cellGap);
