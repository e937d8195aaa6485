import { defineTable } from '../../world/table.ts';

/** Addresses, groups of those, services, groups of those: named as their ids begin (8410). */
export type TemplateKind = 'ipm' | 'ipmg' | 'ppm' | 'ppmg';

/** A parameter template of any kind. The rules of all regions may use it (16660), so that it belongs to the account. */
export interface TemplateRow {
  readonly TemplateId: string;
  readonly Kind: TemplateKind;
  readonly Name: string;
  /** Addresses or services; of a group, the ids of its templates. */
  readonly Members: readonly string[];
  /** Member → what somebody wrote beside it, in a change of today. */
  readonly Remarks?: Readonly<Record<string, string>>;
  /** True while an asynchronous change of it is under way. */
  readonly Busy: boolean;
  readonly CreatedTime: string;
}

const isGroup = (row: TemplateRow): boolean => row.Kind === 'ipmg' || row.Kind === 'ppmg';

export const templateTable = defineTable<TemplateRow>()({
  name: 'parameter-template',
  scope: 'account',
  id: (row) => row.TemplateId,
  indexes: {
    Kind: (row) => row.Kind,
    /** Groups by the templates in them. */
    Member: (row) => (isGroup(row) ? row.Members : undefined),
  },
});
