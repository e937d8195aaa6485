import type { Problem } from '../catalogue/validate.ts';

/** A refusal by the cloud, as handlers and the wire throw it. `code` is the cloud's own; the message is English. */
export class CloudError extends Error {
  override readonly name = 'CloudError';
  /** What the catalogue found wrong with a parameter, where that is the reason. */
  readonly problem: Problem | undefined;
  /** True when the control API worded the message: it is the same in every language. */
  readonly isOrdered: boolean;

  constructor(
    readonly code: string,
    message: string,
    { problem, isOrdered = false }: { readonly problem?: Problem; readonly isOrdered?: boolean } = {},
  ) {
    super(message);
    this.problem = problem;
    this.isOrdered = isOrdered;
  }
}
