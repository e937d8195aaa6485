/** What a family says of itself in its folder, and what every page then knows before the family is loaded. */
import type { ErrorTable } from './errors/table.ts';

/** Where the navigation shows a family. */
export type NavigationGroup = 'network' | 'security' | 'connect' | 'account' | 'more';

/** The facts of a family that others need before, or without, its actions. */
export interface FamilyFacts {
  /** First segment of its pages' URLs. */
  readonly segment: string;
  /** What stands before the dash of an id, the usual one first; several where a family has several sorts of member. */
  readonly idPrefixes: readonly string[];
  /** Prefixes that only samples use: taken, never shown. */
  readonly oddIdPrefixes?: readonly string[];
  /** Absent in a family without pages. */
  readonly group?: NavigationGroup;
  /** Name of its icon in lucide. */
  readonly icon?: string;
  /** Families whose pages have its list as a tab. */
  readonly within?: readonly string[];
  /** Tabs of its resources' pages that no family's `within` brings, as they stand in URLs. */
  readonly tabs?: readonly string[];
  /** Operations that are about no resource of its list, and so have no form under one: one that makes an elastic IP of another address. */
  readonly aboutNone?: readonly string[];
  /** What the URL of its list says besides search, sort, page and values of fields. */
  readonly listState?: readonly string[];
  /** What the URLs of its forms say besides parameters: which part of a resource they are about. */
  readonly formState?: readonly string[];
  /**
   * Error codes that its actions alone answer, by what to do about them (`correct`, `look-up` …: errors/table.ts), each with the
   * parameters that it may be about. Their words stand in its texts under "errors".
   */
  readonly errors?: ErrorTable;
}

/** The facts with what follows from the rest of the family's data: see scripts/registry/families-manifests.mjs. */
export interface Manifest extends Omit<FamilyFacts, 'aboutNone' | 'errors' | 'formState' | 'listState' | 'tabs'> {
  /** Its members can be listed, linked to and picked; those of the others can only be named. */
  readonly listed: boolean;
  /** Names of its further sorts of member. */
  readonly variants?: readonly string[];
}
