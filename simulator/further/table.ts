/** What calls of today said beyond what the families' own tables have room for, and the tokens that they were made under. */
import { defineTable } from '../world/table.ts';

/** Parameters of a resource that its own row does not have, by name. */
interface FurtherRow {
  readonly ResourceId: string;
  readonly Fields: Readonly<Record<string, unknown>>;
}

export const furtherTable = defineTable<FurtherRow>()({ name: 'further', scope: 'region', id: (row) => row.ResourceId, indexes: {} });

/** What was answered to a call with a ClientToken, so that its repetition is answered alike. */
interface TokenRow {
  readonly ClientToken: string;
  readonly Action: string;
  /** The parameters but for the token, as JSON. */
  readonly Asked: string;
  readonly Answer: Readonly<Record<string, unknown>>;
}

export const tokenTable = defineTable<TokenRow>()({
  name: 'token',
  scope: 'region',
  id: ({ Action, ClientToken }) => `${Action} ${ClientToken}`,
  indexes: {},
});
