import { ClipboardPaste, Download, History, Plus, Redo2, Undo2 } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import { download } from '../../lib/export.ts';
import { commonServices } from '../../lib/rules/common.ts';
import { changesOf, wantedBy } from '../../lib/rules/draft.ts';
import { toCsv, toJson } from '../../lib/rules/files.ts';
import { blankRule, type Direction, directions, type KnownRule } from '../../lib/rules/model.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { SearchInput } from '../../ui/input.tsx';
import { Menu } from '../../ui/menu.tsx';
import { tabClass } from '../../ui/tabs.tsx';
import type { Open } from './dialogs.tsx';
import type { Editor } from './use-editor.ts';

interface ToolbarProps {
  readonly editor: Editor;
  /** Of the group: files are called after it. */
  readonly name: string;
  readonly direction: Direction;
  readonly onDirection: (direction: Direction) => void;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onAdd: (rule?: KnownRule) => void;
  readonly onOpen: (open: Open) => void;
  /** Rules that are not finished. */
  readonly faults: number;
}

/** Over the grid: which direction, the search, and everything that is done with the whole list. Long because it is all buttons. */
export function Toolbar({ editor, name, direction, onDirection, query, onQuery, onAdd, onOpen, faults }: ToolbarProps) {
  const t = useT();
  const { draft } = editor;
  const counts = changesOf(draft);
  const total = counts.ingress + counts.egress;
  const reason = faults > 0 ? t('rules.fixFirst', { n: faults }) : total === 0 ? t('kit.form.nothingChanged') : undefined;
  const file = (as: 'csv' | 'json'): void => {
    const wanted = wantedBy(draft);
    download(`${name}-rules.${as}`, as === 'csv' ? 'text/csv' : 'application/json', as === 'csv' ? toCsv(wanted) : toJson(wanted));
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <nav aria-label={t('rules.direction')} className="flex">
        {directions.map((way) => (
          <button
            key={way}
            type="button"
            aria-pressed={way === direction}
            onClick={() => onDirection(way)}
            className={tabClass(way === direction)}
          >
            {t(`rules.${way}`)}
            <span className="font-normal text-muted">{draft.rows[way].length}</span>
            {counts[way] > 0 && <span className="font-normal text-accent">±{counts[way]}</span>}
          </button>
        ))}
      </nav>
      <SearchInput label={t('rules.search')} value={query} onChange={onQuery} className="w-72 max-w-full" />
      <span className="flex-1" />
      <span className="flex gap-2">
        <IconButton
          label={t('rules.undo')}
          icon={<Undo2 aria-hidden="true" className="size-4" />}
          disabledReason={draft.past.length === 0 ? t('rules.nothingToUndo') : undefined}
          onClick={editor.undo}
        />
        <IconButton
          label={t('rules.redo')}
          icon={<Redo2 aria-hidden="true" className="size-4" />}
          disabledReason={draft.future.length === 0 ? t('rules.nothingToRedo') : undefined}
          onClick={editor.redo}
        />
      </span>
      <Menu
        label={t('rules.more')}
        items={[
          {
            key: 'import',
            label: t('rules.import'),
            icon: <ClipboardPaste aria-hidden="true" className="size-4" />,
            onSelect: () => onOpen('import'),
          },
          {
            key: 'csv',
            label: t('rules.exportCsv'),
            icon: <Download aria-hidden="true" className="size-4" />,
            onSelect: () => file('csv'),
          },
          {
            key: 'json',
            label: t('rules.exportJson'),
            icon: <Download aria-hidden="true" className="size-4" />,
            onSelect: () => file('json'),
          },
          { key: 'address', label: t('rules.setMyAddress'), separated: true, onSelect: () => onOpen('address') },
          {
            key: 'versions',
            label: t('rules.versions'),
            icon: <History aria-hidden="true" className="size-4" />,
            onSelect: () => onOpen('versions'),
          },
          ...(editor.dirty ? [{ key: 'discard', label: t('rules.discard'), danger: true, separated: true, onSelect: editor.reset }] : []),
        ]}
        trigger={(trigger) => <Button {...trigger}>{t('rules.more')}</Button>}
      />
      <Menu
        label={t('rules.addCommon')}
        items={commonServices.map(({ name, service }) => ({ key: name, label: name, onSelect: () => onAdd({ ...blankRule, service }) }))}
        trigger={(trigger) => <Button {...trigger}>{t('rules.addCommon')}</Button>}
      />
      <Button icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => onAdd()}>
        {t('rules.add')}
      </Button>
      <Button variant="primary" disabledReason={reason} onClick={() => onOpen(editor.behind ? 'merge' : 'review')}>
        {total > 0 ? t('rules.reviewN', { n: total }) : t('rules.review')}
      </Button>
    </div>
  );
}
