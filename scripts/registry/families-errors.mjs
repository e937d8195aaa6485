// The error codes that belong to one family each.
import { familyData, familyNames, literal } from '../support/families.mjs';

export const file = 'catalogue/families/errors.ts';

export function render(root) {
  const tables = familyNames(root).map((name) => [name, familyData(root, name).errors]);
  return `
import type { Family } from '../define.ts';
import type { ErrorTable } from '../errors/table.ts';

export const errorsOfFamilies: Readonly<Partial<Record<Family, ErrorTable>>> = ${literal(Object.fromEntries(tables))};
`;
}
