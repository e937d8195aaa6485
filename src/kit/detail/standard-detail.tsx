import type { ComponentType, ReactNode } from 'react';
import type { Family, FamilyRef } from '../../../catalogue/define.ts';
import type { RowOf } from '../../../catalogue/row-of.ts';
import { useOne } from '../../api/query.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import type { StandardActions } from '../actions.tsx';
import { useNames } from '../ref.tsx';
import { type DetailTab, ResourceDetail } from './resource-detail.tsx';
import { type PropertiesTab, type StandardTabs, useStandardTabs } from './standard-tabs.tsx';

/** What a family says of the page of one of its resources. */
export interface StandardDetail<F extends FamilyRef> {
  /** The action that also stands as a button: its key. */
  readonly primary?: string | ((row: RowOf<F>) => string);
  /** States and marks beside the name. */
  readonly marks?: (row: RowOf<F>, t: Translate) => ReactNode;
  /** What is told otherwise among the properties. */
  readonly properties?: (row: RowOf<F>, t: Translate) => PropertiesTab<RowOf<F>>;
  /** A hook: tabs between the properties and the references. */
  readonly useTabs?: (id: string, row: RowOf<F> | null) => readonly DetailTab[];
  /** Families whose names the page shows. */
  readonly names?: readonly Family[];
}

const noNames: readonly Family[] = [];
const noTabs = (): readonly DetailTab[] => [];

/** The page of a resource that is like every other one's: its properties, the family's own tabs, its references. */
export function standardDetail<F extends FamilyRef>(
  family: F,
  { primary, marks, properties, useTabs = noTabs, names = noNames }: StandardDetail<F>,
  useFamilyActions: () => StandardActions<RowOf<F>>,
): ComponentType<{ readonly id: string; readonly tab: string | undefined }> {
  return function Detail({ id, tab }) {
    const t = useT();
    const one = useOne(useScope(), family, id);
    // Brings the names that links on this page show.
    useNames(names);
    const { row } = one;
    const standard: StandardTabs<F> = useStandardTabs(family, id, row);
    const button = typeof primary === 'function' ? row && primary(row) : primary;
    return (
      <ResourceDetail
        family={family}
        id={id}
        tab={tab}
        one={one}
        marks={row && marks?.(row, t)}
        actions={useFamilyActions().of}
        {...(button ? { primary: button } : {})}
        tabs={[standard.properties((of) => properties?.(of, t) ?? {}), ...useTabs(id, row), standard.references()]}
      />
    );
  };
}
