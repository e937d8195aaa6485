import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/status.tsx';
import { useEditing } from './editing.ts';
import { useRuleKind } from './kind.ts';

/** What one should know before going on: others were here, it is applied, nothing is kept. */
export function Notices() {
  const t = useT();
  const { editor, before, setBefore, open } = useEditing();
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
            <Button size="sm" onClick={() => open('merge')}>
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
                  setBefore(null);
                }}
              >
                {t('rules.undoApplied')}
              </Button>
              <Button size="sm" variant="ghost" onClick={() => setBefore(null)}>
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
