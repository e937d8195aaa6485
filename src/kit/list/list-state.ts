/** The state of one list on the screen: what its toolbar, its table and all else of it share. */
import { createContext, type ReactNode, use, useMemo } from 'react';
import type { FamilyRef } from '../../../catalogue/define.ts';
import { isRecord } from '../../../catalogue/values.ts';
import type { ListState } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { coverSecrets } from '../../lib/covered.ts';
import type { FileColumn } from '../../lib/export.ts';
import { type AnyRow, idOf, requireOperation, rowFields } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { unreadableOf } from '../../lib/unreadable.ts';
import { usePrinting } from '../../lib/use-printing.ts';
import { rememberColumns, rememberPageSize } from '../../stores/preferences.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { useFamily } from '../words.ts';
import type { BulkAction } from './bulk-bar.tsx';
import { type Column, fileColumns } from './column.ts';
import { useNamedColumns } from './named-columns.tsx';
import { exportColumns, safeColumns } from './safe.ts';
import { useSelection } from './selection.ts';
import { useRows } from './use-rows.ts';
import { useView } from './use-view.ts';

/** What stands in the place of rows when the cloud has none. */
interface EmptyWords {
  readonly title: string;
  readonly body?: ReactNode;
  readonly action?: ReactNode;
}

export interface ResourceListProps<R extends AnyRow> {
  readonly family: FamilyRef;
  readonly list: ListState<R>;
  /** After the name, which the kit makes. A stable array. */
  readonly columns: readonly Column<R>[];
  /** A short fact beside a row's name. Stable. */
  mark?(row: R): ReactNode;
  rowActions?(row: R): readonly MenuItem[];
  /** Asks for the deletion of the chosen rows. */
  onDelete?(rows: readonly R[]): unknown;
  /** Instead of "Delete", where this family's deletion has another name. */
  readonly deleteLabel?: string;
  /** Why none of them can be deleted, by this person or by anybody. */
  readonly deleteBarred?: string | undefined;
  /** What else can be done with the chosen rows. With neither, nothing can be chosen. */
  readonly bulk?: readonly BulkAction<R>[];
  readonly empty: EmptyWords;
  /** Tells lists of one family apart in what is remembered (a VPC's subnets, all subnets). */
  readonly variant?: string;
  /** Buttons beside the search, where no page heading has them. */
  readonly beside?: ReactNode;
}

const noActions: readonly never[] = [];

/** Made where the list stands; its parts read it. */
export function useListState({ bulk = noActions, columns: own, mark, ...props }: ResourceListProps<AnyRow>) {
  const { family, list, variant } = props;
  const { module, text } = useFamily(family);
  const columns = useNamedColumns(family, own, mark);
  const { view, typed, type, change } = useView();
  const memory = variant ? `${family}.${variant}` : family;
  const { rows: good, unreadable } = list;
  const all = useMemo(() => (unreadable.length === 0 ? good : [...good, ...unreadable.map(({ row }) => row)]), [good, unreadable]);
  const data = useMemo(() => safeColumns(columns), [columns]);
  const shown = useRows(all, columns, data, view, memory);
  const { inView } = shown;
  const known = useMemo(() => new Set(good.map((row) => idOf(module, row))), [good, module]);
  // What cannot be read cannot be chosen.
  const viewIds = useMemo(() => inView.flatMap((row) => (unreadableOf(row) ? [] : [idOf(module, row)])), [inView, module]);
  const selection = useSelection(known, viewIds);
  return {
    ...props,
    ...shown,
    bulk,
    module,
    text,
    view,
    typed,
    type,
    change,
    /** Good rows and those that cannot be read. */
    all,
    /** The columns, made safe for any row. */
    data,
    viewIds,
    selection,
    /** With neither a deletion nor anything else to do, nothing can be chosen. */
    selectable: props.onDelete !== undefined || bulk.length > 0,
    /** All rows are drawn, in sight or not. */
    printing: usePrinting(),
    showColumns: (ids: readonly string[]): void => {
      rememberColumns(memory, ids);
      change({ columns: ids });
    },
    showPages: (size: number): void => {
      rememberPageSize(memory, size);
      change({ size });
    },
  };
}

type State = ReturnType<typeof useListState>;

export const ListContext = createContext<State | null>(null);

/** The state of the list that the component is part of. */
export function useThisList(): State {
  const state = use(ListContext);
  if (!state) throw new Error('this part stands in no list');
  return state;
}

/** Writes the chosen rows, or all that are found, to a file. */
export function useExport(): (as: 'csv' | 'json') => Promise<void> {
  const t = useT();
  const scope = useScope();
  const { family, module, found, shown, selection } = useThisList();
  return (as) => {
    const rows = selection.ids.size > 0 ? found.filter((row) => selection.ids.has(idOf(module, row))) : found;
    // A file lies around longer than a page: secrets do not get into one.
    const fields = rowFields(requireOperation(module, 'list').data);
    const raws = rows.map((row) => {
      const raw = unreadableOf(row)?.raw ?? row;
      return isRecord(raw) ? coverSecrets(fields, raw, '') : raw;
    });
    const bare = rows.map((row) => (unreadableOf(row) ? row : coverSecrets(fields, row, '')));
    return exportRows(`${family}-${scope.region}`, as, bare, raws, exportColumns(fileColumns(shown), t('kit.unreadable.value')));
  };
}

async function exportRows(
  stem: string,
  as: 'csv' | 'json',
  rows: readonly AnyRow[],
  raws: readonly unknown[],
  columns: readonly FileColumn<AnyRow>[],
): Promise<void> {
  const [{ download }, { toCsv, toJson }] = await Promise.all([import('../../lib/download.ts'), import('../../lib/export.ts')]);
  if (as === 'json') download(`${stem}.json`, 'application/json', toJson(raws));
  else download(`${stem}.csv`, 'text/csv', toCsv(rows, columns));
}
