import { X } from 'lucide-react';
import { type ReactNode, type SyntheticEvent, useId } from 'react';
import { useT } from '../i18n/index.ts';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';
import { useModal } from './modal.ts';

interface DialogProps {
  readonly title: ReactNode;
  /** Escape, the cross, or a press outside. The caller decides whether it goes. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, right-aligned under a line. */
  readonly footer?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg';
  /** Interrupts to ask for a decision (deletion): said as an alert, not left by a press outside. */
  readonly alert?: boolean;
}

const widths = { sm: 'w-104', md: 'w-144', lg: 'w-200' };

/** A modal dialog, shown as long as it is mounted. */
export function Dialog({ title, onClose, children, footer, size = 'md', alert = false }: DialogProps) {
  const dialog = useModal();
  const id = useId();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for the same, and the dialog raises `cancel` for it
    <dialog
      ref={dialog}
      role={alert ? 'alertdialog' : undefined}
      aria-labelledby={id}
      onCancel={(event) => ask(event, dialog.current, onClose)}
      onClick={(event) => !alert && event.target === dialog.current && onClose()}
      className={cx(
        'm-auto max-h-[calc(100dvh-2rem)] max-w-[calc(100vw-2rem)] rounded-md border border-line bg-raised text-sm text-text shadow-float open:flex',
        widths[size],
      )}
    >
      <Frame id={id} title={title} onClose={onClose} footer={footer}>
        {children}
      </Frame>
    </dialog>
  );
}

type SidePanelProps = Omit<DialogProps, 'alert'>;

/** A form over its list: a drawer at the right where there is room (960 px), the whole page where there is not. */
export function SidePanel({ title, onClose, children, footer, size = 'md' }: SidePanelProps) {
  const dialog = useModal();
  const id = useId();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => ask(event, dialog.current, onClose)}
      className={cx(
        'mr-0 ml-auto h-dvh w-full bg-raised text-sm text-text open:flex md:border-line md:border-l md:shadow-float',
        { sm: 'md:w-104', md: 'md:w-128', lg: 'md:w-176' }[size],
      )}
    >
      <Frame id={id} title={title} onClose={onClose} footer={footer}>
        {children}
      </Frame>
    </dialog>
  );
}

function ask(event: SyntheticEvent, dialog: HTMLDialogElement | null, onClose: () => void): void {
  // `cancel` bubbles in React's tree: a dialog opened from within this one is not ours to close.
  if (event.target !== dialog) return;
  event.preventDefault();
  onClose();
}

function Frame({ id, title, onClose, children, footer }: Omit<DialogProps, 'size' | 'alert'> & { readonly id: string }) {
  const t = useT();
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex min-h-12 items-center gap-2 border-line border-b py-2 pr-2 pl-4">
        <h2 id={id} tabIndex={-1} className="min-w-0 flex-1 text-base outline-none">
          {title}
        </h2>
        <IconButton label={t('ui.close')} icon={<X aria-hidden="true" className="size-4" />} onClick={onClose} />
      </header>
      <div data-part="body" className="min-h-0 flex-1 overflow-y-auto p-4">
        {children}
      </div>
      {footer && (
        <footer data-part="footer" className="flex flex-wrap justify-end gap-2 border-line border-t px-4 py-3">
          {footer}
        </footer>
      )}
    </div>
  );
}
