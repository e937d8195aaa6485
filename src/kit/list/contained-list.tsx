import type { ReactNode } from 'react';
import type { FamilyRef } from '../../../catalogue/define.ts';
import type { RowOf } from '../../../catalogue/row-of.ts';
import type { StandardActions } from '../actions.tsx';
import { CreateWithin, type Parent } from '../contained.tsx';
import { rowProps } from './list-page.tsx';
import { ResourceList, type ResourceListProps } from './resource-list.tsx';

interface ContainedListProps<F extends FamilyRef> extends Pick<ResourceListProps<RowOf<F>>, 'list' | 'columns' | 'mark'> {
  readonly family: F;
  readonly parent: Parent;
  readonly actions: StandardActions<RowOf<F>>;
  /** In the place of rows when the parent has none. */
  readonly none: { readonly title: string; readonly body?: ReactNode };
}

/** A family's list within another resource, as a tab of it: what `useContainedList` brings, and the way to make one more. */
export function ContainedList<F extends FamilyRef>({ parent, actions, none, ...list }: ContainedListProps<F>) {
  const create = <CreateWithin family={list.family} parent={parent} />;
  return <ResourceList {...list} {...rowProps(actions)} variant={parent.family} beside={create} empty={{ ...none, action: create }} />;
}
