/** A packet's way drawn on the estate: along its lines, with a number at every VPC that it comes to, no farther than it comes. */
import type { WayState } from './map-hop.ts';
import type { Measure, Scene, SceneLine } from './scene.ts';
import { withStops } from './scene-path.ts';
import type { PathStop } from './vpc-path.ts';

/** A line that the packet takes. */
export interface PathLeg {
  readonly line: string;
  /** From its first end to its second. */
  readonly onwards: boolean;
  /** The answer comes back by it. */
  readonly back: boolean;
  readonly state: WayState;
}

export interface EstatePath {
  /** Keys of cards. */
  readonly stops: readonly PathStop[];
  readonly legs: readonly PathLeg[];
}

/** Its pieces in the packet's direction: a line that is broken for its word has several. */
function tracedOf({ lines }: Scene, { line, onwards, back, state }: PathLeg): SceneLine[] {
  const own = lines.filter(({ net }) => net === line);
  const pieces = onwards ? own : [...own].reverse();
  return pieces.map(
    (piece, at): SceneLine => ({
      ...{ ...piece, state, points: onwards ? piece.points : [...piece.points].reverse() },
      start: back && at === 0 ? 'arrow' : 'none',
      end: at < pieces.length - 1 ? 'none' : state === 'dead' ? 'cross' : 'arrow',
    }),
  );
}

/** The scene with the way of a packet over it. */
export function withEstatePath(scene: Scene, { stops, legs }: EstatePath, measure: Measure): Scene {
  const traced = legs.flatMap((leg) => tracedOf(scene, leg));
  return { ...withStops(scene, stops, { measure, members: new Map(), why: () => '' }), traced };
}

/** Keys of what the packet comes to. */
export const litByEstatePath = ({ stops, legs }: EstatePath): ReadonlySet<string> =>
  new Set([...stops.flatMap(({ key }) => key ?? []), ...legs.map(({ line }) => line)]);
