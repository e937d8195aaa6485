import { lazy, Suspense, useMemo } from 'react';
import { wantedBy } from '../../lib/rules/draft.ts';
import type { ReadRule } from '../../lib/rules/files.ts';
import type { Direction, Versioned } from '../../lib/rules/model.ts';
import type { Reading } from '../../lib/tables/reading.ts';
import type { RuleOwner } from './kind.ts';
import type { Editor } from './use-editor.ts';
import type { Known } from './use-references.ts';

const MergeView = lazy(async () => ({ default: (await import('./merge-view.tsx')).MergeView }));
const Versions = lazy(async () => ({ default: (await import('./versions.tsx')).Versions }));
const MyAddressDialog = lazy(async () => ({ default: (await import('./import-dialog.tsx')).MyAddressDialog }));
const RulesImport = lazy(async () => ({ default: (await import('./import-dialog.tsx')).RulesImport }));

export type Open = 'review' | 'merge' | 'versions' | 'import' | 'address' | null;

interface DialogsProps {
  readonly open: Open;
  readonly onOpen: (open: Open) => void;
  readonly review: RuleOwner['review'];
  readonly editor: Editor;
  readonly known: Known;
  readonly direction: Direction;
  /** What was pasted into the table and needs a word first. */
  readonly pasted: string;
  readonly onRead: (rules: readonly ReadRule[], reading: Reading) => void;
  /** Told what the rules were before. */
  readonly onApplied: (before: Versioned) => void;
}

/** What opens over the rules. */
export function Dialogs({ open, onOpen, review, editor, known, direction, pasted, onRead, onApplied }: DialogsProps) {
  const { draft } = editor;
  const wanted = useMemo(() => wantedBy(draft), [draft]);
  return (
    <Suspense>
      {open === 'review' &&
        review({
          base: draft.base,
          wanted,
          known,
          onClose: () => onOpen(null),
          onApplied: (rules) => {
            onApplied(draft.base);
            editor.settled(rules);
            onOpen(null);
          },
          onConflict: (rules, left) => {
            editor.want(wanted, { version: draft.base.version, ...left });
            editor.heard(rules);
            onOpen('merge');
          },
          onFailed: (rules) => editor.want(wanted, rules),
        })}
      {open === 'merge' && (
        <MergeView
          draft={editor.draft}
          theirs={editor.live}
          known={known}
          onClose={() => onOpen(null)}
          onMerged={(merged) => {
            editor.replace(merged);
            onOpen(null);
          }}
        />
      )}
      {open === 'versions' && (
        <Versions
          history={editor.history}
          live={editor.live}
          known={known}
          onClose={() => onOpen(null)}
          onRestore={(rules) => {
            editor.want(rules);
            onOpen(null);
          }}
        />
      )}
      {open === 'address' && <MyAddressDialog onClose={() => onOpen(null)} />}
      {open === 'import' && (
        <RulesImport
          known={known}
          direction={direction}
          initial={pasted}
          onClose={() => onOpen(null)}
          onRead={(rules, reading) => {
            onRead(rules, reading);
            onOpen(null);
          }}
        />
      )}
    </Suspense>
  );
}
