import { Braces } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useT } from '../i18n/index.ts';
import { part } from '../lib/part.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { CallViewProps } from './call-view.tsx';

const CallView = part(async () => (await import('./call-view.tsx')).CallView);

/** "Show the call": the request that produced this page. */
export function CallButton(props: CallViewProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Braces aria-hidden="true" className="size-4 text-muted" />} onClick={() => setOpen(true)}>
        <span className="max-sm:sr-only">{t('kit.call.show')}</span>
      </Button>
      {open && (
        <Dialog title={t('kit.call.title')} onClose={() => setOpen(false)}>
          <Suspense>
            <CallView {...props} />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}
