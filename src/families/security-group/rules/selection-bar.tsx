import { ArrowDown, ArrowUp, Copy, CopyPlus, Trash2, X } from 'lucide-react';
import { useT } from '../../../i18n/index.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { type DraftRow, rowEdits } from './draft.ts';
import type { Rule } from './model.ts';

interface SelectionBarProps {
  readonly n: number;
  /** False while some rows are hidden. */
  readonly movable: boolean;
  readonly change: (edit: (rows: readonly DraftRow[], ids: ReadonlySet<string>) => readonly DraftRow[]) => void;
  readonly onCopy: () => void;
  readonly onClear: () => void;
}

const icon = { 'aria-hidden': true, className: 'size-4' } as const;

/** What can be done with the chosen rules. */
export function SelectionBar({ n, movable, change, onCopy, onClear }: SelectionBarProps) {
  const t = useT();
  const all = (action: Rule['action']) => () =>
    change((rows, ids) => [...ids].reduce((now, id) => rowEdits.edit(now, id, { action }), rows));
  const held = movable ? undefined : t('securityGroup.clearSearchFirst');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a bar of buttons is no fieldset
    <div
      role="group"
      aria-label={t('kit.selection')}
      className="flex flex-wrap items-center gap-2 rounded border border-accent bg-accent-soft px-3 py-1"
    >
      <span className="font-medium">{t('kit.selected', { n })}</span>
      <Button size="sm" onClick={all('ACCEPT')}>
        {t('securityGroup.accept')}
      </Button>
      <Button size="sm" onClick={all('DROP')}>
        {t('securityGroup.drop')}
      </Button>
      <IconButton
        label={t('securityGroup.moveUp')}
        icon={<ArrowUp {...icon} />}
        disabledReason={held}
        onClick={() => change((rows, ids) => rowEdits.moveBy(rows, ids, -1))}
      />
      <IconButton
        label={t('securityGroup.moveDown')}
        icon={<ArrowDown {...icon} />}
        disabledReason={held}
        onClick={() => change((rows, ids) => rowEdits.moveBy(rows, ids, 1))}
      />
      <IconButton label={t('securityGroup.duplicate')} icon={<CopyPlus {...icon} />} onClick={() => change(rowEdits.duplicate)} />
      <IconButton label={t('securityGroup.copyRules')} icon={<Copy {...icon} />} onClick={onCopy} />
      <IconButton label={t('securityGroup.remove')} icon={<Trash2 {...icon} />} onClick={() => change(rowEdits.remove)} />
      <span className="flex-1" />
      <IconButton label={t('kit.clearSelection')} icon={<X {...icon} />} onClick={onClear} />
    </div>
  );
}
