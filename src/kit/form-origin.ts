/** What opens a form tells it, in the history: where to go back to, and what to show behind it. */
import { useLocation, useNavigate } from 'react-router';

/** A row as it once was, and the parameters whose values the form is to begin with: a change that is undone. */
export interface FormerValues {
  readonly row: Readonly<Record<string, unknown>>;
  readonly params: readonly string[];
}

interface FormOrigin {
  readonly back?: string;
  readonly over?: 'list';
  readonly former?: FormerValues;
}

export const formState = (state: unknown): FormOrigin => (typeof state === 'object' && state !== null ? state : {});

/** For a link to a form, which comes back here. */
export function useFormOrigin(from: 'list' | 'detail' = 'detail'): FormOrigin {
  const { pathname, search } = useLocation();
  const back = `${pathname}${search}`;
  return from === 'list' ? { back, over: 'list' } : { back };
}

/** Goes to a form, which comes back here. What the list shows stays in the URL while a form is open over it. */
export function useOpenForm(from: 'list' | 'detail' = 'detail'): (to: string) => void {
  const navigate = useNavigate();
  const { search } = useLocation();
  const state = useFormOrigin(from);
  return (to) => void navigate(from === 'list' ? { pathname: to.split('?')[0] ?? '', search } : to, { state });
}
