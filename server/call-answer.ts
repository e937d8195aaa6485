/** The answer to one call of the console, before it is sent. */

export interface CallAnswer {
  readonly status: number;
  /** JSON text. */
  readonly body: string;
  /** For the log. */
  readonly code: string;
  readonly requestId: string | null;
  readonly attempts: number;
  readonly account: string | null;
  readonly region: string | null;
}
