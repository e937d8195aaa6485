import { Trash2, X } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import type { Icon } from '../../ui/menu.tsx';

/** Something that can be done with several rows at once. */
export interface BulkAction<R> {
  readonly key: string;
  readonly label: string;
  readonly icon?: Icon | undefined;
  /** Why it can be done with none of them. */
  disabledReason?(rows: readonly R[]): string | undefined;
  run(rows: readonly R[]): void;
}

interface BarAction extends Pick<BulkAction<never>, 'key' | 'label' | 'icon'> {
  readonly disabledReason?: string | undefined;
  readonly run: () => void;
}

interface BulkBarProps {
  readonly selected: number;
  /** How many of them the filters hide: nothing unseen is deleted unannounced. */
  readonly hidden: number;
  readonly onClear: () => void;
  readonly actions: readonly BarAction[];
  readonly onDelete: (() => void) | undefined;
  /** Instead of "Delete". */
  readonly deleteLabel?: string | undefined;
  /** Why none can be deleted. */
  readonly deleteBarred?: string | undefined;
}

/** What can be done with the chosen rows. */
export function BulkBar({ selected, hidden, actions, onClear, onDelete, deleteLabel, deleteBarred }: BulkBarProps) {
  const t = useT();
  return (
    <section
      aria-label={t('kit.selection')}
      className="flex flex-wrap items-center gap-3 rounded border border-accent bg-accent-soft px-3 py-1"
    >
      <span aria-live="polite" className="font-medium">
        {t('kit.selected', { n: selected })}
        {hidden > 0 && <span className="font-normal text-muted"> {t('kit.selectedHidden', { n: hidden })}</span>}
      </span>
      {actions.map(({ key, label, icon: Icon, disabledReason, run }) => (
        <Button
          key={key}
          size="sm"
          disabledReason={disabledReason}
          icon={Icon && <Icon aria-hidden="true" className="size-4" />}
          onClick={run}
        >
          {label}
        </Button>
      ))}
      {onDelete && (
        <Button
          size="sm"
          variant="danger"
          icon={<Trash2 aria-hidden="true" className="size-3.5" />}
          disabledReason={deleteBarred}
          onClick={onDelete}
        >
          {deleteLabel === undefined ? t('kit.deleteSelected') : `${deleteLabel}…`}
        </Button>
      )}
      <IconButton size="sm" label={t('kit.clearSelection')} icon={<X aria-hidden="true" className="size-4" />} onClick={onClear} />
    </section>
  );
}
