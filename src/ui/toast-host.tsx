import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/index.ts';
import { dismissToast, type Toast, useToasts } from '../stores/toasts.ts';
import { Button, IconButton } from './button.tsx';
import { Code } from './copy.tsx';
import { StatusIcon } from './status.tsx';

/** Where toasts appear: bottom right, above dialogs too, read out as they come. */
export function ToastHost() {
  const t = useT();
  const toasts = useToasts((state) => state.toasts);
  const host = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element?.showPopover) return;
    // The top layer is a stack: shown anew with each toast, it comes above a dialog opened meanwhile.
    if (element.matches(':popover-open')) element.hidePopover();
    if (toasts.length > 0) element.showPopover();
  }, [toasts]);
  return (
    <section
      ref={host}
      popover="manual"
      aria-label={t('ui.notifications')}
      aria-live="polite"
      className="bottom-4 left-4 w-96 max-w-[calc(100vw-2rem)] flex-col gap-2 open:flex"
    >
      {toasts.map((item) => (
        <ToastCard key={item.id} item={item} />
      ))}
    </section>
  );
}

function ToastCard({ item }: { readonly item: Toast }) {
  const t = useT();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (item.stay === null || held) return;
    const timer = setTimeout(() => dismissToast(item.id), item.stay);
    return () => clearTimeout(timer);
  }, [item, held]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that someone is reading
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="flex gap-2.5 rounded-md border border-line bg-raised py-2 pr-2 pl-3 text-sm text-text shadow-float"
    >
      <StatusIcon meaning={item.meaning} className="mt-1" />
      <div className="flex min-w-0 flex-1 flex-col gap-1 py-0.5">
        <p className="font-medium">{item.title}</p>
        {item.detail && <p className="text-muted">{item.detail}</p>}
        {item.requestId && (
          <p className="text-muted text-xs">
            RequestId <Code copy>{item.requestId}</Code>
          </p>
        )}
        {item.action && (
          <div className="mt-1">
            <Button
              size="sm"
              onClick={() => {
                dismissToast(item.id);
                item.action?.run();
              }}
            >
              {item.action.label}
            </Button>
          </div>
        )}
      </div>
      <IconButton
        size="sm"
        label={t('ui.dismiss')}
        icon={<X aria-hidden="true" className="size-4" />}
        onClick={() => dismissToast(item.id)}
      />
    </div>
  );
}
