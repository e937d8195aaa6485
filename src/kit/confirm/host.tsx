import { Suspense } from 'react';
import { useT, withTexts } from '../../i18n/index.ts';
import { part } from '../../lib/part.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type Question, useConfirm } from './store.ts';

const ConfirmDialog = part(async () => (await withTexts(import('./confirm-dialog.tsx'), 'confirm')).ConfirmDialog);
/** Of accounts of today alone. */
const TagsDialog = part(async () => (await import('../tags/tags-dialog.tsx')).TagsDialog);

/** Where the questions of `confirm` and `askConfirm` appear. Mounted once, around the pages that ask. */
export function ConfirmHost() {
  const asked = useConfirm((state) => state.asked);
  if (!asked) return null;
  if (asked.kind === 'question') return <QuestionDialog {...asked} />;
  if (asked.kind === 'tags')
    return (
      <Suspense>
        <TagsDialog {...asked} />
      </Suspense>
    );
  return (
    <Suspense>
      <ConfirmDialog {...asked} />
    </Suspense>
  );
}

function QuestionDialog({ title, body, yes, no, danger = false, answer }: Question & { readonly answer: (yes: boolean) => void }) {
  const t = useT();
  return (
    <Dialog
      alert
      size="sm"
      title={title}
      onClose={() => answer(false)}
      footer={
        <>
          <Button onClick={() => answer(false)}>{no ?? t('ui.cancel')}</Button>
          <Button variant={danger ? 'danger' : 'primary'} onClick={() => answer(true)}>
            {yes}
          </Button>
        </>
      }
    >
      {body}
    </Dialog>
  );
}
