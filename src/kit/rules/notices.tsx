import { useT } from '../../i18n/index.ts';
import type { Versioned } from '../../lib/rules/model.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/status.tsx';
import { useRuleKind } from './kind.ts';
import type { Editor } from './use-editor.ts';

interface NoticesProps {
  readonly editor: Editor;
  /** The rules before the last apply, as long as it can be taken back. */
  readonly before: Versioned | null;
  readonly onBefore: (before: Versioned | null) => void;
  readonly onMerge: () => void;
}

/** What one should know before going on: others were here, it is applied, nothing is kept. */
export function Notices({ editor, before, onBefore, onMerge }: NoticesProps) {
  const t = useT();
  const { draft, live } = editor;
  const { versioned } = useRuleKind();
  return (
    <>
      {editor.dirty && editor.behind && (
        <Notice
          live
          meaning="warning"
          title={versioned ? t('rules.behind', { mine: draft.base.version, theirs: live.version }) : t('rules.behindPlain')}
          actions={
            <Button size="sm" onClick={onMerge}>
              {t('rules.mergeNow')}
            </Button>
          }
        >
          {t('rules.behindBody')}
        </Notice>
      )}
      {before && !editor.dirty && (
        <Notice
          live
          meaning="good"
          title={versioned ? t('rules.applied', { version: live.version }) : t('rules.appliedPlain')}
          actions={
            <>
              <Button
                size="sm"
                onClick={() => {
                  editor.want(before);
                  onBefore(null);
                }}
              >
                {t('rules.undoApplied')}
              </Button>
              <Button size="sm" variant="ghost" onClick={() => onBefore(null)}>
                {t('ui.dismiss')}
              </Button>
            </>
          }
        />
      )}
      {editor.dropped && <Notice meaning="warning" title={t('rules.droppedDraft')} />}
      {!editor.kept && <Notice meaning="warning" title={t('rules.notKept')} />}
    </>
  );
}
