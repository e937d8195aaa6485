import { ClipboardPaste, Download, History, Plus, Redo2, Undo2 } from 'lucide-react';
import { commonServices } from '../../../network/rule-sets/common-services.ts';
import { changesOf } from '../../../network/rule-sets/draft.ts';
import { blankRule, directions } from '../../../network/rule-sets/rule-set.ts';
import { useT } from '../../i18n/index.ts';
import { download } from '../../lib/download.ts';
import { ruleCsv, ruleJson } from '../../lib/tables/rule-files.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { SearchInput } from '../../ui/input.tsx';
import { Menu } from '../../ui/menu.tsx';
import { tabClass } from '../../ui/tabs.tsx';
import { useEditing } from './editing.ts';

const icon = { 'aria-hidden': true, className: 'size-4' } as const;

/** Over the grid: which direction, the search, and everything that is done with the whole list. */
export function RulesToolbar() {
  const t = useT();
  const { editor, query, search, add, open, faults } = useEditing();
  const changes = changesOf(editor.draft);
  const total = changes.ingress + changes.egress;
  const reason = faults > 0 ? t('rules.fixFirst', { n: faults }) : total === 0 ? t('kit.form.nothingChanged') : undefined;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <DirectionTabs changes={changes} />
      <SearchInput label={t('rules.search')} value={query} onChange={search} className="w-72 max-w-full" />
      <span className="flex-1" />
      <UndoButtons />
      <MoreMenu />
      <Menu
        label={t('rules.addCommon')}
        items={commonServices.map(({ name, service }) => ({ key: name, label: name, onSelect: () => add({ ...blankRule, service }) }))}
        trigger={(trigger) => <Button {...trigger}>{t('rules.addCommon')}</Button>}
      />
      <Button icon={<Plus {...icon} />} onClick={() => add()}>
        {t('rules.add')}
      </Button>
      <Button variant="primary" disabledReason={reason} onClick={() => open(editor.behind ? 'merge' : 'review')}>
        {total > 0 ? t('rules.reviewN', { n: total }) : t('rules.review')}
      </Button>
    </div>
  );
}

function DirectionTabs({ changes }: { readonly changes: ReturnType<typeof changesOf> }) {
  const t = useT();
  const { editor, direction, show } = useEditing();
  return (
    <nav aria-label={t('rules.direction')} className="flex">
      {directions.map((way) => (
        <button key={way} type="button" aria-pressed={way === direction} onClick={() => show(way)} className={tabClass(way === direction)}>
          {t(`rules.${way}`)}
          <span className="font-normal text-muted">{editor.draft.rows[way].length}</span>
          {changes[way] > 0 && <span className="font-normal text-accent">±{changes[way]}</span>}
        </button>
      ))}
    </nav>
  );
}

function UndoButtons() {
  const t = useT();
  const { draft, undo, redo } = useEditing().editor;
  return (
    <span className="flex gap-2">
      <IconButton
        label={t('rules.undo')}
        icon={<Undo2 {...icon} />}
        disabledReason={draft.past.length === 0 ? t('rules.nothingToUndo') : undefined}
        onClick={undo}
      />
      <IconButton
        label={t('rules.redo')}
        icon={<Redo2 {...icon} />}
        disabledReason={draft.future.length === 0 ? t('rules.nothingToRedo') : undefined}
        onClick={redo}
      />
    </span>
  );
}

function MoreMenu() {
  const t = useT();
  const { owner, editor, wanted, open } = useEditing();
  const saveCsv = (): void => download(`${owner.name}-rules.csv`, 'text/csv', ruleCsv(wanted));
  const saveJson = (): void => download(`${owner.name}-rules.json`, 'application/json', ruleJson(wanted));
  return (
    <Menu
      label={t('rules.more')}
      items={[
        { key: 'import', label: t('rules.import'), icon: ClipboardPaste, onSelect: () => open('import') },
        { key: 'csv', label: t('rules.exportCsv'), icon: Download, onSelect: saveCsv },
        { key: 'json', label: t('rules.exportJson'), icon: Download, onSelect: saveJson },
        { key: 'address', label: t('rules.setMyAddress'), separated: true, onSelect: () => open('address') },
        { key: 'versions', label: t('rules.versions'), icon: History, onSelect: () => open('versions') },
        ...(editor.dirty ? [{ key: 'discard', label: t('rules.discard'), danger: true, separated: true, onSelect: editor.reset }] : []),
      ]}
      trigger={(trigger) => <Button {...trigger}>{t('rules.more')}</Button>}
    />
  );
}
