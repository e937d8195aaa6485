import { useT } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/status.tsx';
import type { Versioned } from './model.ts';
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
  return (
    <>
      {editor.dirty && editor.behind && (
        <Notice
          live
          meaning="warning"
          title={t('securityGroup.behind', { mine: draft.base.version, theirs: live.version })}
          actions={
            <Button size="sm" onClick={onMerge}>
              {t('securityGroup.mergeNow')}
            </Button>
          }
        >
          {t('securityGroup.behindBody')}
        </Notice>
      )}
      {before && !editor.dirty && (
        <Notice
          live
          meaning="good"
          title={t('securityGroup.applied', { version: live.version })}
          actions={
            <>
              <Button
                size="sm"
                onClick={() => {
                  editor.want(before);
                  onBefore(null);
                }}
              >
                {t('securityGroup.undoApplied')}
              </Button>
              <Button size="sm" variant="ghost" onClick={() => onBefore(null)}>
                {t('ui.dismiss')}
              </Button>
            </>
          }
        />
      )}
      {!editor.kept && <Notice meaning="warning" title={t('securityGroup.notKept')} />}
    </>
  );
}
