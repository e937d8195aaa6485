import { useRef } from 'react';
import type { VersionedRuleSet } from '../../../network/rule-sets/rule-set.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/status.tsx';
import { Dialogs } from './dialogs.tsx';
import { EditingContext, useGivenRule, useNewEditing, useUndoKeys } from './editing.ts';
import { Grid } from './grid.tsx';
import { Inspector } from './inspector.tsx';
import { type RuleKind, RuleKindContext, type RuleOwner } from './kind.ts';
import { Notices } from './notices.tsx';
import { AnswerBanner } from './search.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { RulesToolbar } from './toolbar.tsx';

interface RulesEditorProps {
  readonly kind: RuleKind;
  readonly owner: RuleOwner;
  /** The rules as the page has read them; a new object only when they were read again. */
  readonly asked: VersionedRuleSet;
  readonly refresh: () => void;
}

/** The table in which rules are changed: for security groups and network ACLs, by what `kind` says of them. */
export const RulesEditor = ({ kind, ...props }: RulesEditorProps) => (
  <RuleKindContext value={kind}>
    <Editor key={props.owner.id} {...props} />
  </RuleKindContext>
);

function Editor({ owner, asked, refresh }: Omit<RulesEditorProps, 'kind'>) {
  const t = useT();
  const editing = useNewEditing(owner, asked);
  const { editor, direction, rows, wanted, answer, add } = editing;
  const page = useRef<HTMLDivElement>(null);
  useUndoKeys(page, editor);
  useGivenRule(direction, editor.change);
  return (
    <EditingContext value={editing}>
      <div ref={page} className="flex min-w-0 flex-col gap-3">
        <Notices />
        <RulesToolbar />
        <SelectionBar />
        {owner.remarks?.(wanted, direction)}
        {answer && <AnswerBanner answer={answer} />}
        {rows.length === 0 ? (
          <Notice
            meaning="neutral"
            title={t('rules.noRules')}
            actions={
              <Button size="sm" onClick={() => add()}>
                {t('rules.add')}
              </Button>
            }
          />
        ) : (
          <Grid key={direction} />
        )}
        <Inspector />
        <Dialogs refresh={refresh} />
      </div>
    </EditingContext>
  );
}
