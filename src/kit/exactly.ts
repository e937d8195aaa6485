/**
 * What a function returns, checked as what is handed over directly is. The compiler takes an object that a function returns
 * with whatever it has besides, so a misspelt option would be one that nobody reads: `actions: (t) => exactly({ … })`.
 */

/** Never there: only `exactly` makes it, whose argument has been checked name by name. */
declare const wrappedInExactly: unique symbol;

export interface Exact<T> {
  readonly [wrappedInExactly]: T;
}

/** The type is told by who wants it, never by the argument. It is the same object: what was stable stays so. */
export const exactly = <T>(said: NoInfer<T>): Exact<T> => said as unknown as Exact<T>;

/** What was said, for who reads it. */
export const withoutWrapper = <T>(exact: Exact<T>): T => exact as unknown as T;
