import { create } from 'zustand';

type ToastMeaning = 'good' | 'pending' | 'warning' | 'danger' | 'neutral';

export interface Toast {
  readonly id: number;
  readonly meaning: ToastMeaning;
  readonly title: string;
  readonly detail?: string | undefined;
  /** Shown in the monospaced face with a copy button. */
  readonly requestId?: string | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** Milliseconds until it leaves by itself; null stays until dismissed. */
  readonly stay: number | null;
}

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));

let last = 0;

/** Shows a toast; problems stay until dismissed, the rest six seconds. Returns its id. */
export function toast(what: Omit<Toast, 'id' | 'stay'> & { readonly stay?: number | null }): number {
  last += 1;
  const lasting = what.meaning === 'danger' || what.meaning === 'warning';
  const shown: Toast = { stay: lasting ? null : 6_000, ...what, id: last };
  // More than five at once are not read; the oldest goes.
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, shown].slice(-5) }));
  return shown.id;
}

export const dismissToast = (id: number): void => useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((item) => item.id !== id) }));
