import { X } from 'lucide-react';
import { useT } from '../i18n/index.ts';
import { IconButton } from '../ui/button.tsx';
import { useModal } from '../ui/modal.ts';
import { Brand } from './brand.tsx';
import { Nav } from './nav.tsx';

/** The navigation of narrow screens: a drawer from the left. */
export function NavDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const dialog = useModal();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, by `cancel`
    <dialog
      ref={dialog}
      aria-label={t('shell.navigation')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
      className="m-0 h-dvh w-72 max-w-[calc(100vw-3rem)] overflow-y-auto border-line border-r bg-surface text-sm text-text shadow-float"
    >
      <Nav
        onFollow={onClose}
        head={
          <>
            <Brand />
            <IconButton label={t('ui.close')} icon={<X aria-hidden="true" className="size-4" />} onClick={onClose} />
          </>
        }
      />
    </dialog>
  );
}
