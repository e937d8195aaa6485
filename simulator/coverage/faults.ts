/** Documented refusals that only the control API's faults provoke: `faults.ts` in a family's folder exports them, by their codes. */
import type { ActionData } from '../../catalogue/define.ts';

/** Why no state of this world brings the refusal about, and the actions of which that is true. */
interface Fault<A extends string = string> {
  readonly why: string;
  readonly actions: readonly A[];
}

/** A family's faults. A code or an action that its catalogue lacks does not compile. */
export type FaultReasons<A extends Readonly<Record<string, Pick<ActionData, 'errors'>>> = Readonly<Record<string, ActionData>>> = Readonly<
  Partial<Record<A[keyof A]['errors'][number], Fault<keyof A & string>>>
>;
