/** What the parts of the rule editor share: the draft of the direction shown, what is chosen in it, and what can be done with it. */
import { createContext, type RefObject, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Draft, type DraftRow, faultOfRow, newRow, rowEdits, wantedBy } from '../../../network/rule-sets/draft.ts';
import {
  blankRule,
  directions,
  isCarried,
  type KnownRule,
  type Rule,
  type RuleSet,
  referencedIds,
  type VersionedRuleSet,
} from '../../../network/rule-sets/rule-set.ts';
import { type CellReaders, listedText } from '../../../network/rule-sets/text.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import { useT } from '../../i18n/index.ts';
import { isWhole } from '../../lib/tables/read.ts';
import type { TableReading } from '../../lib/tables/reading.ts';
import { type ReadRule, readRuleFile, toTable } from '../../lib/tables/rule-files.ts';
import { toast } from '../../stores/toasts.ts';
import { confirm } from '../confirm/store.ts';
import { type RuleOwner, useRuleKind } from './kind.ts';
import { type PacketAnswer, searchRules } from './search.tsx';
import { type RowAnalysis, useAnalysis } from './use-analysis.ts';
import { type Editor, useEditor } from './use-editor.ts';
import { type RuleReferences, useReferences } from './use-references.ts';

export const columns = ['action', 'service', 'remote', 'description'] as const satisfies readonly (keyof KnownRule)[];
export type RuleColumn = (typeof columns)[number];

/** The cell one is at. `edit` while it is written in; with a seed, that is typed over what was there. */
export interface ActiveCell {
  readonly id: string;
  readonly column: RuleColumn;
  readonly edit: { readonly seed: string | null } | null;
}

/** The panel or dialog that is open over the rules. */
type Panel = 'review' | 'merge' | 'versions' | 'import' | 'address' | null;

type Change = (rows: readonly DraftRow[]) => readonly DraftRow[];

export interface EditingState {
  readonly owner: RuleOwner;
  readonly editor: Editor;
  readonly direction: Direction;
  readonly show: (direction: Direction) => void;
  /** Every row of the direction, and those that the search leaves. */
  readonly rows: readonly DraftRow[];
  readonly shown: readonly DraftRow[];
  /** The rules of the direction that the draft began with. */
  readonly base: readonly Rule[];
  /** The rules of both directions as the draft has them. */
  readonly wanted: RuleSet;
  readonly known: RuleReferences;
  readonly analysis: RowAnalysis;
  /** Rules of both directions that are not finished. */
  readonly faults: number;
  readonly query: string;
  readonly search: (query: string) => void;
  /** What the rules answer, when the search is a packet. */
  readonly answer: PacketAnswer | null;
  readonly selected: ReadonlySet<string>;
  readonly select: (ids: ReadonlySet<string>) => void;
  readonly active: ActiveCell | null;
  readonly activate: (active: ActiveCell | null) => void;
  /** Analyses a rule in the place of a row's own while it is typed; null: the row's own again. */
  readonly typing: (id: string, rule: Rule | null) => void;
  readonly change: (edit: Change) => void;
  readonly add: (rule?: KnownRule) => void;
  /** Takes rows out; asks first where one of them cannot be written back. */
  readonly remove: (ids: ReadonlySet<string>) => Promise<void>;
  /** The rows as a text for spreadsheets. */
  readonly copied: (ids: ReadonlySet<string>) => string;
  readonly paste: (text: string) => void;
  readonly insert: (rules: readonly ReadRule[], reading: TableReading) => void;
  readonly panel: Panel;
  readonly open: (panel: Panel) => void;
  /** A text that was pasted into the table and needs a word first. */
  readonly pasted: string;
  /** The rules before the last apply, as long as it can be taken back. */
  readonly before: VersionedRuleSet | null;
  readonly setBefore: (before: VersionedRuleSet | null) => void;
}

export const EditingContext = createContext<EditingState | null>(null);

/** What the parts of the editor around share. */
export function useEditing(): EditingState {
  const editing = use(EditingContext);
  if (!editing) throw new Error('useEditing outside of an editor of rules');
  return editing;
}

/** The direction that the URL names, and how to show the other one. */
function useDirection(): readonly [Direction, (direction: Direction) => void] {
  const { way } = useRuleKind();
  const [search, setSearch] = useSearchParams();
  const show = (direction: Direction): void =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (direction === 'egress') next.set(way.name, way.egress);
        else next.delete(way.name);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return [search.get(way.name) === way.egress ? 'egress' : 'ingress', show];
}

/** The names that the rules use, of what is live and of the draft. */
function useKnown(live: RuleSet, wanted: RuleSet): RuleReferences {
  const { references } = useRuleKind();
  const groups = referencedIds([...live.ingress, ...live.egress, ...wanted.ingress, ...wanted.egress], 'group')
    .sort()
    .join(' ');
  return useReferences(
    useMemo(() => (groups === '' ? [] : groups.split(' ')), [groups]),
    references,
  );
}

/** How many rules of both directions are not finished. */
function useFaults({ rows, base }: Draft, cells: CellReaders): number {
  return useMemo(
    () => directions.flatMap((way) => rows[way].filter((row) => faultOfRow(row, base[way], cells) !== null)).length,
    [rows, base, cells],
  );
}

/** Everything that the parts of one editor share. Kept by the editor's component, handed on by `EditingContext`. */
export function useNewEditing(owner: RuleOwner, asked: VersionedRuleSet): EditingState {
  const { cells, silent } = useRuleKind();
  const editor = useEditor(owner, asked);
  const { draft } = editor;
  const [direction, showDirection] = useDirection();
  const rows = draft.rows[direction];
  const base = draft.base[direction];
  const wanted = useMemo(() => wantedBy(draft), [draft]);
  const known = useKnown(editor.live, wanted);
  const { analysis, typing } = useAnalysis({ direction, rows, references: known.references, base, cells, silent });
  const [chosen, select] = useState<ReadonlySet<string>>(new Set());
  const [active, activate] = useState<ActiveCell | null>(null);
  const [query, search] = useState('');
  const [panel, open] = useState<Panel>(null);
  const [pasted, setPasted] = useState('');
  const [before, setBefore] = useState<VersionedRuleSet | null>(null);
  const { shown, answer } = useMemo(
    () => searchRules(rows, query, known, (row) => faultOfRow(row, base, cells) === null),
    [rows, query, known, base, cells],
  );
  const selected = useMemo(() => new Set(rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id)), [rows, chosen]);
  const state = {
    ...{ owner, editor, direction, rows, shown, base, wanted, known, analysis, query, search, answer },
    ...{ selected, select, active, activate, typing, panel, pasted, before, setBefore },
    faults: useFaults(draft, cells),
    show: (way: Direction): void => {
      select(new Set());
      activate(null);
      showDirection(way);
    },
    open: (next: Panel, text = ''): void => {
      setPasted(text);
      open(next);
    },
  };
  return { ...state, ...useRuleEdits(state) };
}

type State = Omit<EditingState, 'change' | 'add' | 'remove' | 'copied' | 'paste' | 'insert' | 'open'> & {
  readonly open: (panel: Panel, pasted?: string) => void;
};

/** What can be done with the rows of the direction shown. */
function useRuleEdits(state: State): Pick<EditingState, 'change' | 'add' | 'remove' | 'copied' | 'paste' | 'insert'> {
  const t = useT();
  const { cells, references } = useRuleKind();
  const { editor, direction, rows, active, activate, select, search, known } = state;
  const { change: changeOf } = editor;
  const change = useCallback((edit: Change) => changeOf(direction, edit), [changeOf, direction]);
  /** The place after the active row; `none` where no row is active. */
  const afterActive = (all: readonly DraftRow[], none: number): number => (active ? all.findIndex(({ id }) => id === active.id) + 1 : none);

  const add = (rule: KnownRule = blankRule): void => {
    const row = newRow(rule);
    change((all) => all.toSpliced(afterActive(all, 0), 0, row));
    search('');
    activate({ id: row.id, column: rule === blankRule ? 'service' : 'remote', edit: { seed: null } });
  };
  const remove = async (ids: ReadonlySet<string>): Promise<void> => {
    const locked = rows.flatMap(({ id, rule }) => (ids.has(id) && isCarried(rule) ? [listedText(rule)] : []));
    const isSure =
      locked.length === 0 ||
      (await confirm({
        title: t('rules.deleteCarried', { n: locked.length }),
        body: `${t('rules.deleteCarriedBody')} ${locked.join('; ')}`,
        yes: t('rules.deleteCarriedYes'),
        danger: true,
      }));
    if (!isSure) return;
    change((all) => rowEdits.remove(all, ids));
    select(new Set());
  };
  const insert = (read: readonly ReadRule[], { sorted, split, leftOut }: TableReading): void => {
    for (const way of directions) {
      const own = read.flatMap((one) => (one.direction === way ? [one.rule] : []));
      if (own.length === 0) continue;
      changeOf(way, (all) => rowEdits.insert(all, way === direction ? afterActive(all, all.length) : all.length, own));
    }
    const remarks = [
      ...(sorted === 'by-column' ? [t('tables.sortedBy')] : []),
      ...(split > 0 ? [t('tables.splitCells', { n: split })] : []),
      ...(leftOut.length > 0 ? [t('tables.left', { n: leftOut.length })] : []),
    ];
    toast({ meaning: 'good', title: t('rules.pasted', { n: read.length }), ...(remarks.length > 0 ? { detail: remarks.join(' ') } : {}) });
  };
  const paste = (text: string): void => {
    const outcome = readRuleFile(text, {}, { names: known.names, cells, references, direction });
    if (outcome.kind === 'reading' && isWhole(outcome.reading) && outcome.reading.leftOut.length === 0)
      insert(outcome.reading.rules, outcome.reading);
    else state.open('import', text);
  };
  const copied = (ids: ReadonlySet<string>): string =>
    toTable(
      direction,
      rows.filter(({ id }) => ids.has(id)).map(({ rule }) => rule),
    );
  return { change, add, remove, copied, paste, insert };
}

/** Ctrl or ⌘ with Z and Y, wherever on the page one is; in a text they are the text's own. */
export function useUndoKeys(page: RefObject<HTMLElement | null>, { undo, redo }: Editor): void {
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

/** A rule that the URL proposes: put into the draft once, where it is wanted, and taken out of the URL. */
export function useGivenRule(direction: Direction, change: Editor['change']): void {
  const [search, setSearch] = useSearchParams();
  const { given } = useRuleKind();
  const taken = useRef(false);
  useEffect(() => {
    const found = given.read(search);
    if (!found || taken.current) return;
    taken.current = true;
    change(direction, (rows) => rows.toSpliced(found.before ?? rows.length, 0, newRow(found.rule)));
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        for (const name of given.names) next.delete(name);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  }, [search, setSearch, direction, change, given]);
}
