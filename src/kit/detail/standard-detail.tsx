import { type ComponentType, type ReactNode, useMemo } from 'react';
import type { Family, FamilyRef } from '../../../catalogue/define.ts';
import type { MenuKeyOf, ParentOf, RowOf, TabOf } from '../../../catalogue/row-of.ts';
import type { FamilyText } from '../../../catalogue/text/shape.ts';
import { type ListState, type OneState, useOne } from '../../api/query.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import type { StandardActions } from '../actions.tsx';
import { CreateWithin, type Parent, useContainedList } from '../contained.tsx';
import { type Exact, exactly, withoutWrapper } from '../exactly.ts';
import { type ListPageProps, rowProps } from '../list/list-page.tsx';
import { ResourceList } from '../list/resource-list.tsx';
import { useNames } from '../ref.tsx';
import { useFamily } from '../words.ts';
import { type DetailTab, ResourceDetail } from './resource-detail.tsx';
import { type PropertiesTab, type StandardTabs, useStandardTabs } from './standard-tabs.tsx';

/** What a family says of the page of one of its resources, where that is its properties and references. */
export interface StandardDetail<F extends FamilyRef> {
  /** The action that also stands as a button, by its key in the menu. */
  readonly primary?: MenuKeyOf<F>;
  /** What is told otherwise among the properties. */
  readonly properties?: (row: RowOf<F>, t: Translate) => Exact<PropertiesTab<F>>;
  /** Families whose names the page shows. */
  readonly names?: readonly Family[];
}

/** What a page is made of: its row, once it is read, what can be done with it, and its usual tabs. */
interface DetailTools<F extends FamilyRef> {
  readonly id: string;
  readonly row: RowOf<F> | null;
  readonly one: OneState<RowOf<F>>;
  readonly actions: StandardActions<RowOf<F>>;
  readonly standard: StandardTabs<F>;
}

interface DetailParts<F extends FamilyRef> {
  readonly primary?: MenuKeyOf<F> | undefined;
  /** States and marks beside the name. */
  readonly marks?: ReactNode;
  readonly tabs: readonly DetailTab<TabOf<F>>[];
}

/** A hook: what the page shows, where the family has tabs or marks of its own. */
export type UseDetail<F extends FamilyRef> = (tools: DetailTools<F>) => Exact<DetailParts<F>>;

const noNames: readonly Family[] = [];
const noRows: readonly never[] = [];

/** The page from what the family says. */
export const fromStandard =
  <F extends FamilyRef>({ primary, properties, names = noNames }: StandardDetail<F>): UseDetail<F> =>
  ({ standard }) => {
    const t = useT();
    // Brings the names that links on this page show.
    useNames(names);
    return exactly({ primary, tabs: [standard.properties((row) => properties?.(row, t) ?? exactly({})), standard.references()] });
  };

/** The page of a resource, with everything around what `useDetail` says. `useActions` takes the one row there is, if it is read. */
export function standardDetail<F extends FamilyRef>(
  family: F,
  useDetail: UseDetail<F>,
  useActions: (rows: readonly RowOf<F>[]) => StandardActions<RowOf<F>>,
): ComponentType<{ readonly id: string; readonly tab: string | undefined }> {
  return function Detail({ id, tab }) {
    const one = useOne(useScope(), family, id);
    const { row } = one;
    const standard: StandardTabs<F> = useStandardTabs(family, id, row);
    const actions = useActions(useMemo((): readonly RowOf<F>[] => (row ? [row] : noRows), [row]));
    const { primary, marks, tabs } = withoutWrapper(useDetail({ id, row, one, actions, standard }));
    return (
      <ResourceDetail
        family={family}
        id={id}
        tab={tab}
        one={one}
        marks={marks}
        actions={actions.of}
        {...(primary ? { primary } : {})}
        tabs={tabs}
      />
    );
  };
}

/** What stands in the place of rows when there are none. */
export type EmptyStateWords = (t: Translate, text: FamilyText) => Exact<{ readonly title: string; readonly body?: ReactNode }>;

export type ListProps<F extends FamilyRef> = Pick<ListPageProps<F>, 'family' | 'list' | 'columns' | 'mark' | 'actions'>;

/** The family's list within another resource. `none` stands in the place of rows when there are none. */
export function standardContained<F extends FamilyRef>(
  family: F,
  useListProps: (list: ListState<RowOf<F>>, within: Parent) => ListProps<F>,
  none: EmptyStateWords | undefined,
): ComponentType<{ readonly parent: Parent }> {
  return function Contained({ parent }) {
    const t = useT();
    const { text } = useFamily(family);
    const { actions, ...list } = useListProps(useContainedList(family, parent as Parent & { readonly family: ParentOf<F> }), parent);
    const said = none?.(t, text);
    const empty = said ? withoutWrapper(said) : { title: t('kit.noneYet', { what: text.many }), body: text.what };
    const create = <CreateWithin family={family} parent={parent} />;
    return <ResourceList {...list} {...rowProps(actions)} variant={parent.family} beside={create} empty={{ ...empty, action: create }} />;
  };
}
