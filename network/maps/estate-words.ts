import type { EstateExit } from './estate-findings.ts';
import type { EstateLine, EstateNode, EstateView } from './estate-groups.ts';

export interface LineWords {
  readonly long: string;
  readonly middle?: string;
  readonly short: string;
}

/** What the picture of the estate says, in the language of the page. */
export interface EstateMapWords {
  readonly account: (account: string) => string;
  readonly region: (region: string) => string;
  /** How many VPCs stand there, of how many there are; none too. */
  readonly vpcs: (n: number, of: number) => string;
  /** How the VPCs of an account are put together; '' where each stands alone. */
  readonly put: (view: EstateView, closed: boolean) => string;
  readonly name: (node: EstateNode) => string;
  readonly range: (node: EstateNode) => string;
  /** How much there is in it: subnets, or VPCs. */
  readonly size: (node: EstateNode) => string;
  readonly share: (share: number | null) => string;
  /** Beside the sign of its kind. */
  readonly exit: (exit: EstateExit, node: EstateNode) => string;
  readonly more: (n: number) => string;
  /** What stands on a line: the whole, less of it, and the state alone. */
  readonly line: (line: EstateLine) => LineWords;
}
