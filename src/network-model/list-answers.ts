/** Answers to lists that are read beside those of the network: what they are worth. */
import type { ListData } from '../api/query.ts';

export interface QueryAnswer {
  readonly data: ListData | undefined;
  readonly error: Error | null;
}

export const together = (results: readonly QueryAnswer[]): QueryAnswer[] => results.map(({ data, error }) => ({ data, error }));

/** The rows of a list that is here whole; undefined for any other. */
export function wholeRows<R>(answer: QueryAnswer | undefined): readonly R[] | undefined {
  const data = answer?.data;
  // A list's action tells what its rows are; those that are not as the catalogue says stand apart.
  return data?.complete && data.consistent && data.unreadable.length === 0 ? (data.rows as unknown as readonly R[]) : undefined;
}

export const settled = (answer: QueryAnswer | undefined): boolean => answer?.data?.complete === true || Boolean(answer?.error);
