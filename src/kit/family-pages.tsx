import { type ComponentType, Suspense } from 'react';
import { useLocation, useParams } from 'react-router';
import { ConfirmHost } from './confirm/host.tsx';

export interface FamilyPagesProps {
  readonly List: ComponentType;
  readonly Detail: ComponentType<{ readonly id: string; readonly tab: string | undefined }>;
  /** Forms open over the list or the resource they were called from. Lazy: most visits need none. */
  readonly Create?: ComponentType;
  readonly Edit?: ComponentType<{ readonly id: string }>;
}

/** What links to forms carry in the history: where to go back to, and what to show behind. */
export interface FormState {
  readonly back?: string;
  readonly over?: 'list';
}

export const formState = (state: unknown): FormState => (typeof state === 'object' && state !== null ? state : {});

/**
 * The pages of a family by what follows its path: nothing (the list), `new`, an id, an id with `edit` or a tab.
 * The page behind a form is the same element as without the form, so nothing in it is lost.
 */
export function FamilyPages({ List, Detail, Create, Edit }: FamilyPagesProps) {
  const { '*': rest = '' } = useParams();
  const { state } = useLocation();
  const [id, tab] = rest.split('/').filter(Boolean);
  const creating = id === 'new' && Create !== undefined;
  const editing = tab === 'edit' && Edit !== undefined;
  const overList = id === undefined || creating || (editing && formState(state).over === 'list');
  return (
    <>
      {overList ? <List /> : <Detail key={id} id={id} tab={editing ? undefined : tab} />}
      <Suspense>
        {creating && <Create />}
        {editing && id !== undefined && <Edit key={id} id={id} />}
      </Suspense>
      <ConfirmHost />
    </>
  );
}
