import { ArrowDown, ArrowUp, Copy, CopyPlus, Trash2, X } from 'lucide-react';
import { type DraftRow, rowEdits } from '../../../network/rule-sets/draft.ts';
import { isCarried } from '../../../network/rule-sets/rule-set.ts';
import type { Action } from '../../../network/rules/rule.ts';
import { useT } from '../../i18n/index.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useEditing } from './editing.ts';

const icon = { 'aria-hidden': true, className: 'size-4' } as const;

/** What can be done with the chosen rules; nothing while none is chosen. */
export function SelectionBar() {
  const t = useT();
  const { rows, shown, selected, select, change: changeRows, remove, copied } = useEditing();
  if (selected.size === 0) return null;
  const change = (edit: (all: readonly DraftRow[], ids: ReadonlySet<string>) => readonly DraftRow[]): void =>
    changeRows((all) => edit(all, selected));
  const all = (action: Action) => () => change((now, ids) => [...ids].reduce((next, id) => rowEdits.edit(next, id, { action }), now));
  // Places of carried rules among the chosen: they are neither written nor moved.
  const carried = rows.flatMap(({ id, rule }, place) => (selected.has(id) && isCarried(rule) ? [place + 1] : []));
  const locked = carried.length > 0 ? t('rules.carriedChosen', { n: carried.join(', ') }) : undefined;
  const still = locked ?? (shown.length === rows.length ? undefined : t('rules.clearSearchFirst'));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a bar of buttons is no fieldset
    <div
      role="group"
      aria-label={t('kit.selection')}
      className="flex flex-wrap items-center gap-2 rounded border border-accent bg-accent-soft px-3 py-1"
    >
      <span className="font-medium">{t('kit.selected', { n: selected.size })}</span>
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
        onClick={() => change((now, ids) => rowEdits.moveBy(now, ids, -1))}
      />
      <IconButton
        label={t('rules.moveDown')}
        icon={<ArrowDown {...icon} />}
        disabledReason={still}
        onClick={() => change((now, ids) => rowEdits.moveBy(now, ids, 1))}
      />
      <IconButton
        label={t('rules.duplicate')}
        icon={<CopyPlus {...icon} />}
        disabledReason={locked}
        onClick={() => change(rowEdits.duplicate)}
      />
      <IconButton
        label={t('rules.copyRules')}
        icon={<Copy {...icon} />}
        onClick={() => void navigator.clipboard?.writeText(copied(selected))}
      />
      <IconButton label={t('rules.remove')} icon={<Trash2 {...icon} />} onClick={() => void remove(selected)} />
      <span className="flex-1" />
      <IconButton label={t('kit.clearSelection')} icon={<X {...icon} />} onClick={() => select(new Set())} />
    </div>
  );
}
