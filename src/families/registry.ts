/** The families that have pages, in the order of the navigation. A family's code is loaded when it is first visited. */
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Family } from '../../catalogue/define.ts';

export interface FamilyEntry {
  readonly family: Family;
  /** First segment of its pages, from `segments` in src/paths.ts. */
  readonly path: string;
  readonly icon: LucideIcon;
  readonly group: 'network' | 'security' | 'connect' | 'account' | 'more';
  /** The family's routes, mounted at `/<path>/*`. */
  readonly load: () => Promise<{ readonly Pages: ComponentType }>;
}

export const families: readonly FamilyEntry[] = [];
