import type { ModelKind } from './model.ts';

/** The rows of one list of one scope, as far as they have arrived. */
export interface ScopedRows {
  readonly kind: ModelKind;
  readonly at: { readonly account: string; readonly region: string };
  readonly rows: readonly object[];
  /** Those that cannot be read. */
  readonly odd: readonly { readonly id: string }[];
  readonly complete: boolean;
  /** False: the rows are fewer than the cloud counts. */
  readonly consistent?: boolean;
  /** The code of the refusal, when it could not be read. */
  readonly failed: string | null;
}
