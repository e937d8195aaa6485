/** What a page and a family say of themselves to the rest of the console. Everything that leads to them is derived from it. */
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Family } from '../../catalogue/define.ts';
import type { Area, MessageKey } from '../i18n/index.ts';
import type { Parent } from './contained.tsx';

/** One step of the way to a page, after its section: what it is called, and the path that it has. */
export type Crumb = { readonly path: string } & (
  | { readonly kind: 'text'; readonly text: MessageKey }
  | { readonly kind: 'resource'; readonly family: Family; readonly id: string }
  | { readonly kind: 'action'; readonly action: string }
);

/** `src/pages/<page>/route.ts` exports one as `route`. The folder's name is the page's name and the first segment of its path. */
export interface PageRoute {
  /** Where the first segment is not the folder's name; '' is the overview, '*' every path that no page has. */
  readonly path?: string;
  /** The most segments that its path has; one when left out. What follows the first is the page's own to read. */
  readonly depth?: number;
  /** What it is called: its entry in the navigation and the palette, its heading, its document's title, its crumb. */
  readonly title: MessageKey;
  /** The crumbs after its title, from what follows the first segment of its path; none when left out. */
  readonly crumbs?: (rest: readonly string[]) => readonly Crumb[];
  /** Stands alone, without navigation and bar around it. */
  readonly bare?: boolean;
  /** In the navigation; a page without one is not in it. */
  readonly icon?: LucideIcon;
  /** The interface's texts that it needs. */
  readonly texts: readonly Area[];
  /** Families whose lists here its first drawing reads: their data and their rows are asked for together with its code. */
  readonly reads?: readonly Family[];
  readonly load: () => Promise<ComponentType>;
}

/** A family's pages, as `familyPages` makes them. */
export type FamilyComponent = ComponentType & {
  /** Begins to load what stands at a path under the family's, besides its list. */
  readonly preload: (rest: string) => Promise<unknown>;
};

/** What the module of a family's pages exports. */
export interface FamilyModulePages {
  readonly Pages: ComponentType | FamilyComponent;
  /** Its list within another resource, where it has one. */
  readonly Contained?: ComponentType<{ readonly parent: Parent }>;
}

/** `src/families/<family>/family.ts` exports one as `family`. The folder's name is the family's name. */
export interface FamilyRoute {
  /** Families whose catalogue data its first page reads beside its own. */
  readonly loads?: readonly Family[];
  readonly load: () => Promise<FamilyModulePages>;
}
