/** Who asks. Whoever holds the sign-in link is alone here and may do everything. */
import type { Grant } from './grants.ts';

export interface Person {
  /** Stays the same over sessions and servers: "link", or the subject that the provider names. */
  readonly id: string;
  /** As the provider tells it; null for whoever holds the link. */
  readonly name: string | null;
  readonly email: string | null;
  readonly grants: readonly Grant[];
}

export const holderOfLink: Person = { id: 'link', name: null, email: null, grants: [{ role: 'admin', account: '*', family: '*' }] };
