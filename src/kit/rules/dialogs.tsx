import { Suspense } from 'react';
import { part } from '../../lib/part.tsx';
import { useEditing } from './editing.ts';

const MergeView = part(async () => (await import('./merge-view.tsx')).MergeView);
const Versions = part(async () => (await import('./versions.tsx')).Versions);
const MyAddressDialog = part(async () => (await import('./import-dialog.tsx')).MyAddressDialog);
const RulesImport = part(async () => (await import('./import-dialog.tsx')).RulesImport);

/** What opens over the rules. */
export function Dialogs({ refresh }: { readonly refresh: () => void }) {
  const { owner, editor, wanted, known, direction, panel, open, pasted, insert, setBefore } = useEditing();
  const { draft } = editor;
  const close = (): void => open(null);
  return (
    <Suspense>
      {panel === 'review' &&
        owner.review({
          base: draft.base,
          wanted,
          known,
          onClose: close,
          onApplied: (rules) => {
            setBefore(draft.base);
            refresh();
            editor.settled(rules);
            close();
          },
          onConflict: (rules, left) => {
            editor.want(wanted, { version: draft.base.version, ...left });
            editor.heard(rules);
            open('merge');
          },
          onFailed: (rules) => editor.want(wanted, rules),
        })}
      {panel === 'merge' && (
        <MergeView
          draft={editor.draft}
          theirs={editor.live}
          known={known}
          onClose={close}
          onMerged={(merged) => {
            editor.replace(merged);
            close();
          }}
        />
      )}
      {panel === 'versions' && (
        <Versions
          history={editor.history}
          live={editor.live}
          known={known}
          onClose={close}
          onRestore={(rules) => {
            editor.want(rules);
            close();
          }}
        />
      )}
      {panel === 'address' && <MyAddressDialog onClose={close} />}
      {panel === 'import' && (
        <RulesImport
          known={known}
          direction={direction}
          initial={pasted}
          onClose={close}
          onRead={(rules, reading) => {
            insert(rules, reading);
            close();
          }}
        />
      )}
    </Suspense>
  );
}
