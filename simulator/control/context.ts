/** What the endpoints of the control API work on. */
import type { Faults } from '../faults.ts';
import type { Store } from '../store/store.ts';
import type { World } from '../world/world.ts';

export interface ControlContext {
  readonly world: World;
  readonly faults: Faults;
  readonly store: Store | undefined;
  /** What a caller must show as `Authorization: Bearer …`. */
  readonly token: string;
}
