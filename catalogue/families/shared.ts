/** Parameters that many lists share. */
import type { CheckedAction, CheckedValue, MendedValue } from '../checked.ts';
import { type ActionSource, choice, type Field, type Fields, integer, listOf } from '../define.ts';
import type { FiltersField } from '../fields.ts';

/** API 3.0, where the table says Integer (2829, 3434, 4386 …): 20 rows unless asked otherwise, 100 at most. */
const page = { Offset: integer({ min: 0, default: 0 }), Limit: integer({ min: 0, max: 100, default: 20 }) } as const;

/** API 3.0, where the table says String (1430, 2251, 5834, 6610 …). */
export const pageAsText = {
  Offset: integer({ min: 0, default: 0, wire: 'String' }),
  Limit: integer({ min: 0, max: 100, default: 20, wire: 'String' }),
} as const;

/** The 2017 API, where no maximum is stated (8816 …); `page2017Of50` where it is 50 (9091, 9902 …). */
export const page2017 = { offset: integer({ min: 0, default: 0 }), limit: integer({ min: 0, default: 20 }) } as const;
export const page2017Of50 = { offset: integer({ min: 0, default: 0 }), limit: integer({ min: 0, max: 50, default: 20 }) } as const;

/** The direction of a 2017 list (8818). */
export const orderDirection = choice(['asc', 'desc'], { default: 'desc' });

/** Where the rows of a page are, for the two usual shapes. */
const paging = <const I extends string>(items: I) => ({ items, total: 'TotalCount', offset: 'Offset', limit: 'Limit', max: 100 }) as const;
export const paging2017 = (max: 50 | 100) => ({ items: 'data', total: 'totalCount', offset: 'offset', limit: 'limit', max }) as const;

/** What a list of API 3.0 says beside the usual: by ids or by filters, page by page. */
interface List3Facts {
  /** The parameter that takes ids, which excludes filters. */
  readonly ids?: Readonly<Record<string, Field>>;
  readonly filters: FiltersField;
  /** `page` unless the table types its numbers as text. */
  readonly page?: Fields;
  /** The result that holds the rows, and what a row looks like. */
  readonly rows: Readonly<Record<string, Field>>;
  readonly errors: readonly string[];
}

type ObjectAt<F, K extends string, Else> = F extends { readonly [P in K]: infer V extends object } ? V : Else;

type List3<F> =
  F extends Readonly<Record<'filters' | 'rows' | 'errors', unknown>>
    ? {
        readonly kind: 'list';
        readonly params: ObjectAt<F, 'ids', unknown> & { readonly Filters: F['filters'] } & ObjectAt<F, 'page', typeof page>;
        readonly results: { readonly TotalCount: { readonly kind: 'integer' } } & {
          readonly [K in keyof F['rows']]: { readonly kind: 'list'; readonly of: F['rows'][K] };
        };
        readonly errors: F['errors'];
        readonly exclusive?: readonly (readonly string[])[];
        readonly paging: ReturnType<typeof paging<keyof F['rows'] & string>>;
      } & (F extends { readonly source: 'today' } ? Extract<ActionSource, { source: 'today' }> : ActionSource)
    : never;

/**
 * A list of API 3.0: its ids exclude its filters, and its answer holds the total beside the rows. The cast is there because
 * `Object.fromEntries` forgets which name has which row, and that is what the type of the answer is made of.
 */
export const list3 = <const F>(facts: CheckedValue<F, CheckedAction<F, List3Facts & ActionSource>>) => {
  const { ids = {}, filters, page: offsets = page, rows, errors, ...source } = facts as List3Facts & ActionSource;
  const [items = ''] = Object.keys(rows);
  return {
    kind: 'list',
    ...source,
    params: { ...ids, Filters: filters, ...offsets },
    results: { TotalCount: integer(), ...Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, listOf(row)])) },
    errors,
    ...(Object.keys(ids).length > 0 && { exclusive: [[...Object.keys(ids), 'Filters']] }),
    paging: paging(items),
  } as unknown as List3<MendedValue<F, List3Facts & ActionSource>>;
};
