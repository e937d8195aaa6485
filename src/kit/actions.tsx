import { Pencil, Trash2 } from 'lucide-react';
import { Suspense } from 'react';
import { useNavigate } from 'react-router';
import type { FamilyRef } from '../../catalogue/define.ts';
import type { OperationOf, ParamOf, RowOf } from '../../catalogue/row-of.ts';
import { useT } from '../i18n/index.ts';
import { type AnyRow, idOf, operation, requireOperation, takesAway, tellsTags } from '../lib/family.ts';
import { part } from '../lib/part.tsx';
import { useScope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import type { Icon, MenuItem } from '../ui/menu.tsx';
import type { UsersOf } from './confirm/blockers.ts';
import { askConfirm, askTags } from './confirm/store.ts';
import type { ParamValues } from './form/param-values.ts';
import { useOpenForm } from './form-origin.ts';
import type { BulkAction } from './list/bulk-bar.tsx';
import { useBarred, useFamily, useLacking } from './words.ts';

/**
 * Something a family offers beside create, edit and delete: an operation of the catalogue, and when it makes sense. Where the
 * family's `verbs` have a form for it, it opens that; else it is asked about, for one row or many. What reads a row is a method,
 * as in `Column`.
 */
export interface Verb<F extends FamilyRef> {
  /** The family's operation: "associate", "resize". */
  readonly operation: OperationOf<F>;
  readonly icon?: Icon | undefined;
  /** On the button; the action's own title when left out. */
  readonly label?: string;
  /** False leaves it out for this row: it can never make sense for it. */
  isVisible?(row: RowOf<F>): boolean;
  /** Why it cannot be done now, in words; null when it can. */
  disabledReason?(row: RowOf<F>): string | null;
  /** Where it is asked about: the operation for this row, where members of the family are served by different actions. */
  operationFor?(row: RowOf<F>): OperationOf<F>;
  /** Where it is asked about: parameters that the row does not tell under the action's own names. */
  params?(row: RowOf<F>): ParamValues<ParamOf<F, OperationOf<F>>>;
  /** Where it is asked about: it is also offered for the chosen rows of a list. */
  readonly bulk?: boolean;
}

export interface ActionOptions<F extends FamilyRef> {
  /** Why a row cannot be deleted, where only the family knows. */
  disabledReason?(row: RowOf<F>): string | null;
  readonly verbs?: readonly Verb<F>[];
  /** What its menu has before the verbs: ways to other pages and other families' forms. */
  links?(row: RowOf<F>): readonly MenuItem[];
  /** The operation that deletes this row, where that is not always `delete`. */
  operationFor?(row: RowOf<F>): OperationOf<F>;
  /** Instead of "Delete", where this family's deletion has another name: "Release", "Unlink". */
  readonly deleteLabel?: string;
  /** What deleting needs that the row does not tell under the action's own names. */
  params?(row: RowOf<F>): ParamValues<ParamOf<F, OperationOf<F>>>;
  /** What goes along when a row is deleted, or happens to others: in words, or null. */
  consequence?(row: RowOf<F>): string | null;
  /** Who uses a row and so stands in the way of its deletion, where no list of the cloud tells. */
  readonly usersOf?: UsersOf;
}

export interface StandardActions<R extends AnyRow> {
  /** Why none of its rows can be deleted by the person, or by anybody. */
  readonly barred: string | undefined;
  /** Everything that can be done with one row: the family's verbs, edit, delete. For its menu, or its page's. */
  of(row: R): readonly MenuItem[];
  remove(rows: readonly R[]): Promise<readonly string[]>;
  /** Instead of "Delete". */
  readonly deleteLabel: string | undefined;
  /** What can be done with several rows at once, besides deleting them. */
  readonly bulk: readonly BulkAction<R>[];
}

/** Whether an operation on one resource has a form. */
type HasForm = (operation: string) => boolean;

const noForms: HasForm = () => false;

/** Why nothing can be done with any of the rows: the reason of the first; undefined where it can be done with one. */
function reasonForAll<R>(rows: readonly R[], reasonOf: ((row: R) => string | null) | undefined): string | undefined {
  const reasons = reasonOf ? rows.map(reasonOf) : [];
  return rows.length > 0 && reasons.length === rows.length && reasons.every((reason) => reason !== null)
    ? (reasons[0] ?? undefined)
    : undefined;
}

/** Verbs as a menu has them: each opens its form, or asks for a confirmation. */
function useVerbItems<F extends FamilyRef>(family: F, from: 'list' | 'detail', hasForm: HasForm) {
  const scope = useScope();
  const { module, text } = useFamily(family);
  const lacking = useLacking(family);
  const barred = useBarred(family);
  const open = useOpenForm(from);
  const title = (verb: Verb<F>): string => verb.label ?? text.actions[requireOperation(module, verb.operation).name]?.title ?? '';
  const item = (verb: Verb<F>, row: RowOf<F>, confirm: () => void): MenuItem => ({
    key: verb.operation,
    label: title(verb),
    icon: verb.icon,
    danger: takesAway(requireOperation(module, verb.operation).data),
    disabledReason: lacking(verb.operation) ?? verb.disabledReason?.(row) ?? undefined,
    onSelect: () =>
      hasForm(verb.operation) ? open(paths.verb<FamilyRef, string, never>(family, idOf(module, row), verb.operation, scope)) : confirm(),
  });
  /** Verbs for several rows at once. */
  const bulk = (verbs: readonly Verb<F>[], run: (verb: Verb<F>, rows: readonly RowOf<F>[]) => void): BulkAction<RowOf<F>>[] =>
    verbs
      .filter((verb) => verb.bulk && (lacking(verb.operation) ?? barred) === barred)
      .map((verb) => ({
        key: verb.operation,
        label: title(verb),
        icon: verb.icon,
        disabledReason: (rows) => barred ?? reasonForAll(rows, verb.disabledReason && ((row) => verb.disabledReason?.(row) ?? null)),
        run: (rows) => run(verb, rows),
      }));
  return { item, bulk };
}

/** Tags are edited on one and on many; only accounts of today have them. */
function useTags<R extends AnyRow>(family: FamilyRef): { of(row: R): readonly MenuItem[]; readonly bulk: readonly BulkAction<R>[] } {
  const t = useT();
  const scope = useScope();
  const { module } = useFamily(family);
  const disabledReason = useBarred(family);
  if (!tellsTags(module)) return noTags;
  const run = (rows: readonly R[]): void => askTags({ scope, family, rows });
  const common = { key: 'tags', label: t('tags.edit'), icon: TagsIcon };
  if (module.data.tags?.type === undefined)
    return { of: () => [{ ...common, disabledReason: t('tags.unknownType'), onSelect: () => {} }], bulk: [] };
  return {
    of: (row) => [{ ...common, disabledReason, onSelect: () => run([row]) }],
    bulk: [{ ...common, disabledReason: () => disabledReason, run }],
  };
}

const LazyIcon = part(async () => (await import('./tags/tag-list.tsx')).TagsIcon);

const TagsIcon: Icon = () => (
  <Suspense>
    <LazyIcon />
  </Suspense>
);

const noTags = { of: () => [], bulk: [] };

/** What every family offers for its resources, from the operations that the catalogue gives it, and its own verbs. */
export function useActions<F extends FamilyRef>(
  family: F,
  from: 'list' | 'detail',
  { verbs: all = [], links, ...deletion }: ActionOptions<F> = {},
  hasForm = noForms,
): StandardActions<RowOf<F>> {
  type R = RowOf<F>;
  const t = useT();
  const scope = useScope();
  const navigate = useNavigate();
  const { module } = useFamily(family);
  const { operations } = module.data;
  // What only today's API has is in the module where that is spoken.
  const verbs = all.filter((verb) => operation(module, verb.operation));
  const lacking = useLacking<FamilyRef>(family);
  const open = useOpenForm(from);
  const verbItems = useVerbItems(family, from, hasForm);
  const id = (row: R): string => idOf(module, row);
  const ask = (verb: Verb<F> | null, rows: readonly R[]): Promise<readonly string[]> =>
    askConfirm({ scope, family, rows, ...(verb ?? deletion) });
  const remove = (rows: readonly R[]): Promise<readonly string[]> => ask(null, rows);
  const deleteItem = (row: R, separated: boolean): MenuItem => ({
    key: 'delete',
    label: deletion.deleteLabel ?? t('kit.delete'),
    danger: true,
    separated,
    icon: Trash2,
    disabledReason: lacking('delete'),
    onSelect: () => {
      void remove([row]).then((gone) => {
        if (from === 'detail' && gone.includes(id(row))) void navigate(paths.list(family, scope), { replace: true });
      });
    },
  });
  const tags = useTags<R>(family);
  return {
    barred: useBarred(family),
    remove,
    deleteLabel: deletion.deleteLabel,
    bulk: [...verbItems.bulk(verbs, (verb, rows) => void ask(verb, rows)), ...tags.bulk],
    of: (row) => {
      const shown = verbs.filter((verb) => verb.isVisible?.(row) ?? true);
      const items = [...(links?.(row) ?? []), ...shown.map((verb) => verbItems.item(verb, row, () => void ask(verb, [row])))];
      items.push(...tags.of(row));
      if (operations.update) {
        items.push({
          key: 'edit',
          label: t('kit.edit'),
          separated: items.length > 0,
          icon: Pencil,
          disabledReason: lacking('update'),
          onSelect: () => open(paths.edit<FamilyRef>(family, id(row), scope)),
        });
      }
      if (operations.delete) items.push(deleteItem(row, items.length > 0));
      return items;
    },
  };
}
