/** The errors that the console's API answers with. */

/** Codes of our own, beside those of the clouds. */
export type OwnCode =
  | 'ActionNotAllowed'
  | 'AccountNotFound'
  | 'AccountReadOnly'
  | 'BadRequest'
  | 'BodyTooLarge'
  | 'CloudTimeout'
  | 'CloudTimeout.Connect'
  | 'CloudUnreachable'
  | 'CloudUnreachable.Name'
  | 'CloudUnreachable.NoRoute'
  | 'CloudUnreachable.Proxy'
  | 'CloudUnreachable.Refused'
  | 'CloudUnreachable.Reset'
  | 'CloudUnreachable.Tls'
  | 'CloudUnreadable'
  | 'CredentialsUnavailable'
  | 'Forbidden'
  | 'HistoryUnavailable'
  | 'InternalError'
  | 'MethodNotAllowed'
  | 'NotFound'
  | 'NotInDialect'
  | 'NotPermitted'
  | 'NotSignedIn'
  | 'OutcomeUnknown'
  | 'RequestLimitExceeded'
  | 'SessionReplaced'
  | 'TokenRefused'
  | 'TooManyTries'
  | 'UnsupportedMediaType'
  | 'WriteNotDone';

type Outcome = 'unknown' | 'not-done' | 'done';

export interface ErrorFacts {
  readonly code: string;
  readonly message: string;
  readonly requestId: string | null;
  /** The same call may succeed later, unchanged. */
  readonly retryable: boolean;
  /** The parameter that is to blame: "Filters.0.Name". */
  readonly field?: string;
  readonly outcome?: Outcome;
}

/** The JSON text of an error answer. */
export const errorBody = (error: ErrorFacts): string => JSON.stringify({ error });

/** An error of ours, which has no request id. */
export const ownError = (code: OwnCode, message: string, retryable = false): string =>
  errorBody({ code, message, requestId: null, retryable });
