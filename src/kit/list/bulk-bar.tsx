import { Trash2, X } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import { Button, IconButton } from '../../ui/button.tsx';

interface BulkBarProps {
  readonly selected: number;
  /** How many of them the filters hide: nothing unseen is deleted unannounced. */
  readonly hidden: number;
  readonly onClear: () => void;
  readonly onDelete: () => void;
}

/** What can be done with the chosen rows. */
export function BulkBar({ selected, hidden, onClear, onDelete }: BulkBarProps) {
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
      <Button size="sm" icon={<Trash2 aria-hidden="true" className="size-3.5" />} onClick={onDelete}>
        {t('kit.deleteSelected')}
      </Button>
      <IconButton size="sm" label={t('kit.clearSelection')} icon={<X aria-hidden="true" className="size-4" />} onClick={onClear} />
    </section>
  );
}
