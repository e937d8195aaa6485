/** Parameters that many lists share. */
import { choice, integer } from '../define.ts';

/** API 3.0, where the table says Integer (2829, 3434, 4386 …): 20 rows unless asked otherwise, 100 at most. */
export const page = { Offset: integer({ min: 0, default: 0 }), Limit: integer({ min: 0, max: 100, default: 20 }) } as const;

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
export const paging = <const I extends string>(items: I) =>
  ({ items, total: 'TotalCount', offset: 'Offset', limit: 'Limit', max: 100 }) as const;
export const paging2017 = (max: 50 | 100) => ({ items: 'data', total: 'totalCount', offset: 'offset', limit: 'limit', max }) as const;
