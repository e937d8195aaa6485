/** What cannot be read, marked in its place. What more there is to say of it loads when it is needed. */
import { Component, type ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import { Badge, Notice } from '../ui/status.tsx';

/** In the place of a value that cannot be read. */
export function UnreadableValue() {
  const t = useT();
  return <span className="text-warning">{t('kit.unreadable.value')}</span>;
}

/** Beside the name of a row that cannot be read whole. */
export function UnreadableMark() {
  const t = useT();
  return <Badge meaning="warning">{t('kit.unreadable.mark')}</Badge>;
}

interface PartBoundaryProps {
  /** Another one is another try: a row, a tab. */
  readonly resetKey: unknown;
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** Keeps the failure of a part within the part. What a page must do about missing code is for the page's own boundary. */
export class PartBoundary extends Component<PartBoundaryProps, { readonly failed: boolean; readonly of: unknown }> {
  override state = { failed: false, of: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): { readonly failed: boolean } {
    // A chunk that is gone is no fault of the part.
    if (error instanceof Error && /module|preload/i.test(error.message)) throw error;
    return { failed: true };
  }

  static getDerivedStateFromProps(props: PartBoundaryProps, state: { readonly failed: boolean; readonly of: unknown }) {
    return props.resetKey === state.of ? null : { failed: false, of: props.resetKey };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}

/** In the place of a part of a page that failed. */
export function UnreadablePart() {
  const t = useT();
  return (
    <Notice live meaning="danger" title={t('kit.unreadable.part')}>
      {t('kit.unreadable.partBody')}
    </Notice>
  );
}
