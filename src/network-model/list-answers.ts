/** Answers to lists that are read beside those of the network: what they are worth. */
import type { ListData } from '../api/query.ts';

export interface QueryAnswer<R> {
  readonly data: ListData<R> | undefined;
  readonly error: Error | null;
}

export const together = <R>(results: readonly QueryAnswer<R>[]): QueryAnswer<R>[] => results.map(({ data, error }) => ({ data, error }));

/** The rows of a list that is here whole; undefined for any other. */
export function wholeRows<R>(answer: QueryAnswer<R> | undefined): readonly R[] | undefined {
  const data = answer?.data;
  return data?.complete && data.consistent && data.unreadable.length === 0 ? data.rows : undefined;
}

export const settled = (answer: QueryAnswer<unknown> | undefined): boolean => answer?.data?.complete === true || Boolean(answer?.error);
