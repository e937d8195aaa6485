/** Answers to lists that are read beside those of the network: what they are worth. */
import { toApiError } from '../api/api-error.ts';
import type { ListData } from '../api/query.ts';
import type { RefusedSource } from './unread-lists.ts';

export interface QueryAnswer<R> {
  readonly data: ListData<R> | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

export const together = <R>(results: readonly QueryAnswer<R>[]): QueryAnswer<R>[] =>
  results.map(({ data, error, isFetching, refetch }) => ({ data, error, isFetching, refetch }));

/** The rows of a list that is here whole; undefined for any other. */
export function wholeRows<R>(answer: QueryAnswer<R> | undefined): readonly R[] | undefined {
  const data = answer?.data;
  return data?.complete && data.consistent && data.unreadable.length === 0 ? data.rows : undefined;
}

/** Why a list is not here whole: the code of its refusal, the rows that cannot be read, or the words given. */
export function whyNotWhole(
  answer: QueryAnswer<unknown> | undefined,
  words: { readonly reading: string; readonly partial: string },
): string {
  const data = answer?.data;
  if (answer?.error && !data?.complete) return toApiError(answer.error).code;
  if (!data?.complete) return words.reading;
  return data.unreadable.length > 0 ? data.unreadable.map(({ id }) => id || '?').join(', ') : words.partial;
}

/** The refusal of a list that is not here; nothing for any other. */
export function refusedSourceOf(
  list: Pick<RefusedSource, 'scope' | 'kind' | 'of'>,
  answer: QueryAnswer<unknown> | undefined,
): readonly RefusedSource[] {
  if (!answer?.error || answer.data?.complete) return [];
  return [{ ...list, code: toApiError(answer.error).code, again: () => void answer.refetch() }];
}

export const isSettled = (answer: QueryAnswer<unknown> | undefined): boolean => answer?.data?.complete === true || Boolean(answer?.error);
