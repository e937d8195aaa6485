import { ClipboardPaste, Download, History, Plus, Redo2, Undo2 } from 'lucide-react';
import { useT } from '../../../i18n/index.ts';
import { download } from '../../../lib/export.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { SearchInput } from '../../../ui/input.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { tabClass } from '../../../ui/tabs.tsx';
import { commonServices } from './common.ts';
import type { Open } from './dialogs.tsx';
import { changesOf, wantedBy } from './draft.ts';
import { toCsv, toJson } from './files.ts';
import { blankRule, type Direction, directions, type Rule } from './model.ts';
import type { Editor } from './use-editor.ts';

interface ToolbarProps {
  readonly editor: Editor;
  /** Of the group: files are called after it. */
  readonly name: string;
  readonly direction: Direction;
  readonly onDirection: (direction: Direction) => void;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onAdd: (rule?: Rule) => void;
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
  const reason = faults > 0 ? t('securityGroup.fixFirst', { n: faults }) : total === 0 ? t('kit.form.nothingChanged') : undefined;
  const file = (as: 'csv' | 'json'): void => {
    const wanted = wantedBy(draft);
    download(`${name}-rules.${as}`, as === 'csv' ? 'text/csv' : 'application/json', as === 'csv' ? toCsv(wanted) : toJson(wanted));
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <nav aria-label={t('securityGroup.direction')} className="flex">
        {directions.map((way) => (
          <button
            key={way}
            type="button"
            aria-pressed={way === direction}
            onClick={() => onDirection(way)}
            className={tabClass(way === direction)}
          >
            {t(`securityGroup.${way}`)}
            <span className="font-normal text-muted">{draft.rows[way].length}</span>
            {counts[way] > 0 && <span className="font-normal text-accent">±{counts[way]}</span>}
          </button>
        ))}
      </nav>
      <SearchInput label={t('securityGroup.search')} value={query} onChange={onQuery} className="w-72 max-w-full" />
      <span className="flex-1" />
      <span className="flex gap-2">
        <IconButton
          label={t('securityGroup.undo')}
          icon={<Undo2 aria-hidden="true" className="size-4" />}
          disabledReason={draft.past.length === 0 ? t('securityGroup.nothingToUndo') : undefined}
          onClick={editor.undo}
        />
        <IconButton
          label={t('securityGroup.redo')}
          icon={<Redo2 aria-hidden="true" className="size-4" />}
          disabledReason={draft.future.length === 0 ? t('securityGroup.nothingToRedo') : undefined}
          onClick={editor.redo}
        />
      </span>
      <Menu
        label={t('securityGroup.more')}
        items={[
          {
            key: 'import',
            label: t('securityGroup.import'),
            icon: <ClipboardPaste aria-hidden="true" className="size-4" />,
            onSelect: () => onOpen('import'),
          },
          {
            key: 'csv',
            label: t('securityGroup.exportCsv'),
            icon: <Download aria-hidden="true" className="size-4" />,
            onSelect: () => file('csv'),
          },
          {
            key: 'json',
            label: t('securityGroup.exportJson'),
            icon: <Download aria-hidden="true" className="size-4" />,
            onSelect: () => file('json'),
          },
          { key: 'address', label: t('securityGroup.setMyAddress'), separated: true, onSelect: () => onOpen('address') },
          {
            key: 'versions',
            label: t('securityGroup.versions'),
            icon: <History aria-hidden="true" className="size-4" />,
            onSelect: () => onOpen('versions'),
          },
          ...(editor.dirty
            ? [{ key: 'discard', label: t('securityGroup.discard'), danger: true, separated: true, onSelect: editor.reset }]
            : []),
        ]}
        trigger={(trigger) => <Button {...trigger}>{t('securityGroup.more')}</Button>}
      />
      <Menu
        label={t('securityGroup.addCommon')}
        items={commonServices.map(({ name, service }) => ({ key: name, label: name, onSelect: () => onAdd({ ...blankRule, service }) }))}
        trigger={(trigger) => <Button {...trigger}>{t('securityGroup.addCommon')}</Button>}
      />
      <Button icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => onAdd()}>
        {t('securityGroup.add')}
      </Button>
      <Button variant="primary" disabledReason={reason} onClick={() => onOpen(editor.behind ? 'merge' : 'review')}>
        {total > 0 ? t('securityGroup.reviewN', { n: total }) : t('securityGroup.review')}
      </Button>
    </div>
  );
}
