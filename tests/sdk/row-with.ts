/** What a program takes from a row without looking whether it is there. */
import { expect } from 'vitest';
import { must } from './stage.ts';

/** The row, in which each of these has a value. */
export function rowWith<R extends object>(row: R | undefined, ...fields: readonly (keyof R & string)[]): R {
  const lacking = fields.filter((field) => row?.[field] === undefined || row[field] === null);
  expect(lacking, 'fields that the provider dereferences').toEqual([]);
  return must(row);
}
