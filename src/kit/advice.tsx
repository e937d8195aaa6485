import { Component, type ReactNode, Suspense } from 'react';
import { useConnection } from '../api/connection.ts';
import { useT } from '../i18n/index.ts';

interface BoundaryProps {
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** Unlike a part of a page, advice whose code cannot be loaded may be missing: the form it stands in must not go with it. */
class AdviceBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}

/**
 * What a form says of the rest of the network. It comes when it is ready, and never hides nor takes away what is being
 * entered; when the server is back it is tried anew.
 */
export function Advice({ children }: { readonly children: ReactNode }) {
  const lost = useConnection((state) => state.lostAt !== null);
  return (
    <AdviceBoundary key={String(lost)} instead={<NotLookedUp />}>
      <Suspense>{children}</Suspense>
    </AdviceBoundary>
  );
}

function NotLookedUp() {
  return <p className="text-muted text-xs">{useT()('kit.adviceFailed')}</p>;
}
