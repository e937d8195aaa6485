import type { ReactNode } from 'react';
import type { StandardActions } from '../actions.tsx';
import { CreateWithin, type Parent } from '../contained.tsx';
import { rowProps } from './list-page.tsx';
import { ResourceList, type ResourceListProps } from './resource-list.tsx';

interface ContainedListProps<R extends object> extends Pick<ResourceListProps<R>, 'family' | 'list' | 'columns' | 'mark'> {
  readonly parent: Parent;
  readonly actions: StandardActions<R>;
  /** In the place of rows when the parent has none. */
  readonly none: { readonly title: string; readonly body?: ReactNode };
}

/** A family's list within another resource, as a tab of it: what `useContainedList` brings, and the way to make one more. */
export function ContainedList<R extends object>({ parent, actions, none, ...list }: ContainedListProps<R>) {
  const create = <CreateWithin family={list.family} parent={parent} />;
  return <ResourceList {...list} {...rowProps(actions)} variant={parent.family} beside={create} empty={{ ...none, action: create }} />;
}
