/** What can go wrong with a call, as the proxy tells it. */
import type { Problem } from '../../catalogue/validate.ts';

/** How a write ended whose answer did not come back in order. */
type WriteOutcome = 'unknown' | 'not-done' | 'done';

export interface ErrorFacts {
  readonly code: string;
  readonly message: string;
  readonly requestId?: string | null;
  readonly retryable?: boolean;
  /** The parameter that is blamed, as a path: "Filters.0.Name". */
  readonly field?: string;
  readonly outcome?: WriteOutcome;
}

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly requestId: string | null;
  readonly retryable: boolean;
  readonly field: string | undefined;
  readonly outcome: WriteOutcome | undefined;
  /** HTTP status; 0 when the proxy did not answer or the call was never sent. */
  readonly status: number;
  /** What the catalogue found before anything was sent. */
  readonly problems: readonly Problem[];

  constructor(facts: ErrorFacts, status: number, more: { cause?: unknown; problems?: readonly Problem[] } = {}) {
    super(facts.message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = facts.code;
    this.requestId = facts.requestId ?? null;
    this.retryable = facts.retryable ?? false;
    this.field = facts.field;
    this.outcome = facts.outcome;
    this.status = status;
    this.problems = more.problems ?? [];
  }
}

/** Any thrown thing as an ApiError, so that every place can show a code. */
export const toApiError = (error: unknown): ApiError =>
  error instanceof ApiError
    ? error
    : new ApiError({ code: 'ConsoleError', message: error instanceof Error ? error.message : String(error) }, 0, { cause: error });

/** True when the cloud says that the resource is not there. */
export const isNotFound = (error: unknown): boolean => error instanceof ApiError && /NotFound$/.test(error.code);

/** True when the cloud says that it has no such region, or does not offer this there: then there is nothing of it to miss. */
export const isNoRegion = (error: unknown): boolean => error instanceof ApiError && error.code === 'UnsupportedRegion';

/** True when Weft's own server did not answer a read: the page says that once, for all of them. */
export const isServerLost = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'ServerUnreachable' && error.outcome !== 'unknown';
