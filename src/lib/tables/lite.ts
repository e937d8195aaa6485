/** One rule in the Terraform provider's line: "ACCEPT#10.0.0.0/8#443#TCP". Pure. */
import type { Cell, SkippedLine } from './csv.ts';
import type { Item, SheetFault } from './sheet.ts';

/** The column that says the direction by the list in which an item stands. */
export const listDirection = '@direction';

const names = ['action', 'remote', 'port', 'protocol'] as const;

/** The item of a line, or why it is none: it has four parts, whatever a comment or a newer provider may add. */
export function liteItem(
  text: string,
  line: number,
  extra: readonly (readonly [string, Cell])[] = [],
): Item | (SkippedLine & { readonly code: SheetFault }) {
  const parts = text.split('#').map((part) => part.trim());
  if (parts.length !== names.length) return { line, text, code: 'item-unknown' };
  return { line, fields: [...extra, ...names.map((name, at) => [name, { text: parts[at] ?? '', line }] as const)] };
}
