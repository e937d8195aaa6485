/** The rows of the outline: what of the tree is open, from the top down. Pure. */
import type { TopologyNode } from './node.ts';

export interface OutlineRow {
  readonly node: TopologyNode;
  /** Counted from 1. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly open: boolean;
  /** Index of the row it stands under; -1 at the top. */
  readonly parent: number;
}

export function rowsOf(roots: readonly TopologyNode[], isOpen: (node: TopologyNode) => boolean): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const add = (nodes: readonly TopologyNode[], level: number, parent: number): void => {
    nodes.forEach((node, at) => {
      const open = node.children.length > 0 && isOpen(node);
      const index = rows.length;
      rows.push({ node, level, position: at + 1, siblings: nodes.length, open, parent });
      if (open) add(node.children, level + 1, index);
    });
  };
  add(roots, 1, -1);
  return rows;
}

type OutlineStep = { readonly to: number } | { readonly toggle: number } | null;

/** What a key does at a row, as trees have it: right opens or goes in, left closes or goes out, letters find. */
export function stepOf(rows: readonly OutlineRow[], at: number, key: string, titleOf: (node: TopologyNode) => string): OutlineStep {
  const row = rows[at];
  if (!row) return rows.length > 0 ? { to: 0 } : null;
  const to = (index: number): OutlineStep => ({ to: Math.min(rows.length - 1, Math.max(0, index)) });
  const holds = row.node.children.length > 0;
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'PageDown':
      return to(at + 10);
    case 'PageUp':
      return to(at - 10);
    case 'ArrowRight':
      return holds ? (row.open ? to(at + 1) : { toggle: at }) : null;
    case 'ArrowLeft':
      return holds && row.open ? { toggle: at } : row.parent >= 0 ? to(row.parent) : null;
    default:
      return key.length === 1 && key !== ' ' ? byLetter(rows, at, key.toLowerCase(), titleOf) : null;
  }
}

function byLetter(rows: readonly OutlineRow[], at: number, letter: string, titleOf: (node: TopologyNode) => string): OutlineStep {
  for (let offset = 1; offset <= rows.length; offset += 1) {
    const index = (at + offset) % rows.length;
    const row = rows[index];
    if (row && titleOf(row.node).toLowerCase().startsWith(letter)) return { to: index };
  }
  return null;
}
