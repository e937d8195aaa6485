// The error codes that belong to one family each.
import { familyData, familyNames, literal } from '../support/families.mjs';

export const file = 'catalogue/families/errors.ts';

export function render(root) {
  const tables = familyNames(root).map((name) => [name, familyData(root, name).errors]);
  return `
import type { ErrorTable } from '../errors/table.ts';

export const errorsOfFamilies = ${literal(Object.fromEntries(tables))} as const satisfies Readonly<Record<string, ErrorTable>>;
`;
}
