import { Component, type ReactNode, Suspense } from 'react';
import { forgetFailures } from '../../catalogue/load-once.ts';
import { currentT } from '../i18n/index.ts';
import { toast } from '../stores/toasts.ts';

interface OverlayBoundaryProps {
  /** Closes what could not be shown, so that it can be asked for again. */
  readonly onFailure?: () => void;
  /** Stands in its place, where the page itself tells of the failure. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}

/** Keeps the page when the code of an overlay or of a part of the bar cannot be loaded: the failure is told, and forgotten. */
export class OverlayBoundary extends Component<OverlayBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    if (this.props.fallback !== undefined) return;
    forgetFailures();
    const t = currentT();
    toast({ meaning: 'warning', title: t('shell.partFailed'), detail: t('shell.partFailedTodo') });
    this.props.onFailure?.();
  }

  override render(): ReactNode {
    const { fallback = null, children } = this.props;
    return this.state.failed ? fallback : <Suspense fallback={fallback}>{children}</Suspense>;
  }
}
