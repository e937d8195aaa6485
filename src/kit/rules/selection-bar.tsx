import { ArrowDown, ArrowUp, Copy, CopyPlus, Trash2, X } from 'lucide-react';
import type { Action } from '../../../network/rules/rule.ts';
import { useT } from '../../i18n/index.ts';
import { type DraftRow, rowEdits } from '../../lib/rules/draft.ts';
import { Button, IconButton } from '../../ui/button.tsx';

interface SelectionBarProps {
  readonly n: number;
  /** False while some rows are hidden. */
  readonly movable: boolean;
  readonly change: (edit: (rows: readonly DraftRow[], ids: ReadonlySet<string>) => readonly DraftRow[]) => void;
  /** Places of carried rules among the chosen, counted from 1: they are neither written nor moved. */
  readonly carried: readonly number[];
  readonly onRemove: () => void;
  readonly onCopy: () => void;
  readonly onClear: () => void;
}

const icon = { 'aria-hidden': true, className: 'size-4' } as const;

/** What can be done with the chosen rules. */
export function SelectionBar({ n, movable, carried, change, onRemove, onCopy, onClear }: SelectionBarProps) {
  const t = useT();
  const all = (action: Action) => () => change((rows, ids) => [...ids].reduce((now, id) => rowEdits.edit(now, id, { action }), rows));
  const locked = carried.length > 0 ? t('rules.carriedChosen', { n: carried.join(', ') }) : undefined;
  const still = locked ?? (movable ? undefined : t('rules.clearSearchFirst'));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a bar of buttons is no fieldset
    <div
      role="group"
      aria-label={t('kit.selection')}
      className="flex flex-wrap items-center gap-2 rounded border border-accent bg-accent-soft px-3 py-1"
    >
      <span className="font-medium">{t('kit.selected', { n })}</span>
      <Button size="sm" disabledReason={locked} onClick={all('ACCEPT')}>
        {t('rules.accept')}
      </Button>
      <Button size="sm" disabledReason={locked} onClick={all('DROP')}>
        {t('rules.drop')}
      </Button>
      <IconButton
        label={t('rules.moveUp')}
        icon={<ArrowUp {...icon} />}
        disabledReason={still}
        onClick={() => change((rows, ids) => rowEdits.moveBy(rows, ids, -1))}
      />
      <IconButton
        label={t('rules.moveDown')}
        icon={<ArrowDown {...icon} />}
        disabledReason={still}
        onClick={() => change((rows, ids) => rowEdits.moveBy(rows, ids, 1))}
      />
      <IconButton
        label={t('rules.duplicate')}
        icon={<CopyPlus {...icon} />}
        disabledReason={locked}
        onClick={() => change(rowEdits.duplicate)}
      />
      <IconButton label={t('rules.copyRules')} icon={<Copy {...icon} />} onClick={onCopy} />
      <IconButton label={t('rules.remove')} icon={<Trash2 {...icon} />} onClick={onRemove} />
      <span className="flex-1" />
      <IconButton label={t('kit.clearSelection')} icon={<X {...icon} />} onClick={onClear} />
    </div>
  );
}
