import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { faultOfRow, newRow, rowEdits, wantedBy } from '../../lib/rules/draft.ts';
import { type ReadRule, readRules, toTable } from '../../lib/rules/files.ts';
import { blankRule, type Direction, directions, idsNamed, isCarried, type KnownRule, type Versioned } from '../../lib/rules/model.ts';
import { listedText } from '../../lib/rules/words.ts';
import { isWhole } from '../../lib/tables/read.ts';
import type { Reading } from '../../lib/tables/reading.ts';
import { toast } from '../../stores/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/status.tsx';
import { confirm } from '../confirm/store.ts';
import { Dialogs, type Open } from './dialogs.tsx';
import { type Active, Grid } from './grid.tsx';
import { Inspector } from './inspector.tsx';
import { type RuleKind, RuleKindContext, type RuleOwner, useRuleKind } from './kind.ts';
import { Notices } from './notices.tsx';
import { AnswerBanner, searched } from './search.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { Toolbar } from './toolbar.tsx';
import { useAnalysis } from './use-analysis.ts';
import { useEditor } from './use-editor.ts';
import { useGivenRule } from './use-given.ts';
import { useReferences } from './use-references.ts';

export interface RulesEditorProps {
  readonly kind: RuleKind;
  readonly owner: RuleOwner;
  /** The rules as the page has read them; a new object only when they were read again. */
  readonly asked: Versioned;
  readonly refresh: () => void;
}

/** The table in which rules are changed: for security groups and network ACLs, by what `kind` says of them. */
export const RulesEditor = ({ kind, ...props }: RulesEditorProps) => (
  <RuleKindContext value={kind}>
    <Editing key={props.owner.id} {...props} />
  </RuleKindContext>
);

/** Everything of the editor put together. Long because it only hands things on. */
function Editing({ owner, asked, refresh }: Omit<RulesEditorProps, 'kind'>) {
  const t = useT();
  const { cells, way: parameter, references, silent } = useRuleKind();
  const { name } = owner;
  const editor = useEditor(owner, asked);
  const { draft, change, live } = editor;
  const [search, setSearch] = useSearchParams();
  const direction: Direction = search.get(parameter.name) === parameter.egress ? 'egress' : 'ingress';
  const rows = draft.rows[direction];
  const base = draft.base[direction];
  const wanted = useMemo(() => wantedBy(draft), [draft]);
  const groupsNamed = idsNamed([...live.ingress, ...live.egress, ...wanted.ingress, ...wanted.egress], 'group')
    .sort()
    .join(' ');
  const known = useReferences(
    useMemo(() => (groupsNamed === '' ? [] : groupsNamed.split(' ')), [groupsNamed]),
    references,
  );
  const { analysis, typing } = useAnalysis({ direction, rows, references: known.references, base, cells, silent });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<Active | null>(null);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<Open>(null);
  const [before, setBefore] = useState<Versioned | null>(null);
  const [pasted, setPasted] = useState('');

  const page = useRef<HTMLDivElement>(null);
  useUndoKeys(page, editor.undo, editor.redo);
  useGivenRule(direction, change);

  const { shown, answer } = useMemo(
    () => searched(rows, query, known, (row) => faultOfRow(row, base, cells) === null),
    [rows, query, known, base, cells],
  );
  const chosen = useMemo(() => new Set(rows.filter((row) => selected.has(row.id)).map((row) => row.id)), [rows, selected]);
  const faults = directions.flatMap((way) => draft.rows[way].filter((row) => faultOfRow(row, draft.base[way], cells) !== null)).length;

  const add = (rule: KnownRule = blankRule): void => {
    const row = newRow(rule);
    change(direction, (all) => all.toSpliced(active ? all.findIndex(({ id: at }) => at === active.id) + 1 : 0, 0, row));
    setQuery('');
    setActive({ id: row.id, column: rule === blankRule ? 'service' : 'far', edit: { seed: null } });
  };
  const remove = async (ids: ReadonlySet<string>): Promise<void> => {
    const locked = rows.flatMap(({ id: at, rule }) => (ids.has(at) && isCarried(rule) ? [listedText(rule)] : []));
    const sure =
      locked.length === 0 ||
      (await confirm({
        title: t('rules.deleteCarried', { n: locked.length }),
        body: `${t('rules.deleteCarriedBody')} ${locked.join('; ')}`,
        yes: t('rules.deleteCarriedYes'),
        danger: true,
      }));
    if (!sure) return;
    change(direction, (all) => rowEdits.remove(all, ids));
    setSelected(new Set());
  };
  const put = (read: readonly ReadRule[], { sorted, split, leftOut }: Reading): void => {
    const after = active?.id ?? null;
    for (const way of directions) {
      const own = read.flatMap((one) => (one.direction === way ? [one.rule] : []));
      if (own.length === 0) continue;
      change(way, (all) =>
        rowEdits.insert(all, way === direction && after ? all.findIndex((row) => row.id === after) + 1 : all.length, own),
      );
    }
    const remarks = [
      ...(sorted === 'by-column' ? [t('tables.sortedBy')] : []),
      ...(split > 0 ? [t('tables.splitCells', { n: split })] : []),
      ...(leftOut.length > 0 ? [t('tables.left', { n: leftOut.length })] : []),
    ];
    toast({ meaning: 'good', title: t('rules.pasted', { n: read.length }), ...(remarks.length > 0 ? { detail: remarks.join(' ') } : {}) });
  };
  const paste = (text: string): void => {
    const outcome = readRules(text, {}, { names: known.names, cells, references, direction });
    if (outcome.kind === 'reading' && isWhole(outcome.reading) && outcome.reading.leftOut.length === 0) {
      put(outcome.reading.rules, outcome.reading);
      return;
    }
    setPasted(text);
    setOpen('import');
  };
  const show = (way: Direction): void => {
    setSelected(new Set());
    setActive(null);
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (way === 'egress') next.set(parameter.name, parameter.egress);
        else next.delete(parameter.name);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return (
    <div ref={page} className="flex min-w-0 flex-col gap-3">
      <Notices editor={editor} before={before} onMerge={() => setOpen('merge')} onBefore={setBefore} />
      <Toolbar
        editor={editor}
        name={name}
        direction={direction}
        onDirection={show}
        query={query}
        onQuery={setQuery}
        onAdd={add}
        onOpen={(next) => {
          setPasted('');
          setOpen(next);
        }}
        faults={faults}
      />
      {chosen.size > 0 && (
        <SelectionBar
          n={chosen.size}
          movable={shown.length === rows.length}
          carried={rows.flatMap(({ id: at, rule }, place) => (chosen.has(at) && isCarried(rule) ? [place + 1] : []))}
          change={(edit) => change(direction, (all) => edit(all, chosen))}
          onRemove={() => void remove(chosen)}
          onCopy={() =>
            void navigator.clipboard?.writeText(
              toTable(
                direction,
                rows.filter((row) => chosen.has(row.id)).map(({ rule }) => rule),
              ),
            )
          }
          onClear={() => setSelected(new Set())}
        />
      )}
      {owner.remarks?.(wanted, direction)}
      {answer && <AnswerBanner packet={answer.packet} answer={answer} rows={rows} direction={direction} known={known} />}
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
        <Grid
          key={direction}
          direction={direction}
          base={draft.base}
          rows={rows}
          shown={shown}
          hit={answer?.id ?? null}
          known={known}
          analysis={analysis}
          selected={chosen}
          onSelect={setSelected}
          active={active}
          onActive={setActive}
          typing={typing}
          change={(edit) => change(direction, edit)}
          onPaste={paste}
          onAdd={() => add()}
          onRemove={(ids) => void remove(ids)}
        />
      )}
      <Inspector rows={rows} base={base} active={active} analysis={analysis} interfaces={owner.interfaces} version={draft.base.version} />
      <Dialogs
        open={open}
        onOpen={setOpen}
        review={owner.review}
        editor={editor}
        known={known}
        direction={direction}
        pasted={pasted}
        onRead={put}
        onApplied={(was) => {
          setBefore(was);
          refresh();
        }}
      />
    </div>
  );
}

/** Ctrl or ⌘ with Z and Y, wherever on the page one is; in a text they are the text's own. */
function useUndoKeys(page: RefObject<HTMLElement | null>, undo: () => void, redo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
      const { target } = event;
      const elsewhere = target instanceof Node && target !== document.body && !page.current?.contains(target);
      const inText = target instanceof HTMLInputElement && (target.type === 'text' || target.type === 'search');
      if (elsewhere || inText) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [page, undo, redo]);
}
