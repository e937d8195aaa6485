/**
 * The pages of a family that are like every other family's: its list, its list within another resource, its resource's page
 * and its plain forms follow from the catalogue. A family says its columns and what is its own.
 */

import { type ComponentType, type ReactNode, useCallback, useMemo } from 'react';
import type { Family, FamilyRef, Field, Fields } from '../../catalogue/define.ts';
import type { AnyRow, FieldOf, OperationOf, RowOf, VerbOf } from '../../catalogue/row-of.ts';
import { type ListState, useList } from '../api/query.ts';
import { type Translate, useT } from '../i18n/index.ts';
import { refFamily, requireOperation, rowFields } from '../lib/family.ts';
import { isPart, lazyPage, part } from '../lib/part.tsx';
import { useScope } from '../lib/scope.ts';
import { type ComposedForm, isComposed } from '../paths.ts';
import { type ActionOptions, type StandardActions, useActions } from './actions.tsx';
import type { Parent } from './contained.tsx';
import type { EmptyStateWords, ListProps, StandardDetail, UseDetail } from './detail/standard-detail.tsx';
import { type Exact, exactly, withoutWrapper } from './exactly.ts';
import { familyPages, type OfOne, type VariantPages } from './family-pages.tsx';
import type { CreateFormOptions } from './form/create-form.tsx';
import type { EditFormOptions } from './form/edit-form.tsx';
import type { VerbFormOptions } from './form/verb-form.tsx';
import type { Column } from './list/column.ts';
import { type ColumnSpec, type ColumnSpecs, useColumns } from './list/columns.tsx';
import { ListPage, type ListPageOptions } from './list/list-page.tsx';
import { useNames } from './ref.tsx';
import type { FamilyModulePages } from './route.ts';
import { useFamily, useUnspoken } from './words.ts';

/** What columns are made of: words, names of referred resources, and the resource within which the list stands, if any. */
export interface ColumnTools<F extends FamilyRef> {
  readonly t: Translate;
  readonly label: (field: FieldOf<F>) => string;
  /** The name of a resource by family and id; '' while it is not known. */
  readonly names: (family: Family, id: string) => string;
  readonly within: Parent | null;
}

/** Where actions are offered: in a list of these rows, or on the page of one, which then is the only row. */
export interface ActionPlace<R extends AnyRow> {
  readonly t: Translate;
  readonly from: 'list' | 'detail';
  readonly within: Parent | null;
  readonly rows: readonly R[];
  readonly complete: boolean;
}

/** What a form says of itself beside its family, its operation and the resource. */
type CreateSpec<F extends FamilyRef> = CreateFormOptions<F, OperationOf<F> & 'create'>;
type EditSpec<F extends FamilyRef> = EditFormOptions<F, OperationOf<F> & 'update'>;

interface StandardFamily<F extends FamilyRef> extends Pick<VariantPages<F>, 'forms'> {
  /**
   * The columns after the name: fields, or columns of the family's own. The one that refers to the resource within which the
   * list stands is left out there. A function is pure: it is called again when the words or names change.
   */
  readonly columns?: ColumnSpecs<F> | ((tools: ColumnTools<F>) => Exact<ColumnSpecs<F>>);
  /** Instead, a hook, where columns tell of other lists. Keep what it gives stable: searching leans on it. */
  readonly useColumns?: (tools: ColumnTools<F>, list: ListState<RowOf<F>>) => Exact<ColumnSpecs<F>>;
  /** Families whose names the lists show; those that the columns' fields refer to when left out. Keep it stable. */
  readonly names?: readonly Family[];
  /** Verbs beside create, edit and delete, and what holds these. */
  readonly actions?: (t: Translate) => Exact<ActionOptions<F>>;
  /** Instead, a hook, where they hang on other lists or on where they are offered. */
  readonly useActions?: (place: ActionPlace<RowOf<F>>) => Exact<ActionOptions<F>>;
  /** A short fact beside the name. */
  readonly mark?: (row: RowOf<F>, t: Translate) => ReactNode;
  /** A hook: what else stands on the list's page. */
  readonly useListPage?: () => Exact<ListPageOptions>;
  /** Instead of "No … yet" in a list within another resource. */
  readonly none?: EmptyStateWords;
  readonly detail?: StandardDetail<F>;
  /** Instead, a hook of the family's own, which comes with the page. */
  readonly loadDetail?: () => Promise<UseDetail<F>>;
  /** `true` is the form as it follows from the catalogue; an object says what it has besides. Left out: there is none. */
  readonly Create?: true | ComponentType | CreateSpec<F>;
  readonly Edit?: true | OfOne | EditSpec<F>;
  /** The forms of the family's other operations on one resource: a component, or what `VerbForm` is told. */
  readonly verbs?: { readonly [O in VerbOf<F> & OperationOf<F>]?: OfOne | VerbFormOptions<F, O> } & {
    readonly [O in ComposedForm<F>]?: OfOne;
  };
}

const noColumns: readonly never[] = [];

/** The field of a row that a column shows; undefined for a column of the family's own. */
const fieldOf = (fields: Fields, spec: ColumnSpec<FamilyRef>): Field | undefined =>
  fields[typeof spec === 'string' ? spec : 'field' in spec ? (spec.field ?? '') : ''];

function useStandardColumns<F extends FamilyRef>(
  family: F,
  own: StandardFamily<F>,
  list: ListState<RowOf<F>>,
  within: Parent | null,
): readonly Column<RowOf<F>>[] {
  const t = useT();
  const { columns = noColumns, useColumns: useOwn, names: named } = own;
  const { module, label } = useFamily<FamilyRef>(family);
  const fields = useMemo(() => rowFields(requireOperation(module, 'list').data), [module]);
  const referred = useMemo(() => {
    if (named) return named;
    const told = typeof columns === 'function' ? [] : columns.map((spec) => refFamily(fieldOf(fields, spec) ?? { kind: 'text' }));
    return [...new Set(told)].flatMap((other) => (other && other !== module.data.family ? [other] : []));
  }, [named, columns, fields, module]);
  const names = useNames(referred);
  const { family: inFamily, id = '' } = within ?? {};
  const tools = useMemo(
    (): ColumnTools<F> => ({ t, label, names, within: inFamily ? { family: inFamily, id } : null }),
    [t, label, names, inFamily, id],
  );
  const ofOther = useOwn?.(tools, list);
  const specs = useMemo(() => {
    const all = ofOther ? withoutWrapper(ofOther) : typeof columns === 'function' ? withoutWrapper(columns(tools)) : columns;
    if (!inFamily) return all;
    const others = all.filter((spec) => refFamily(fieldOf(fields, spec) ?? { kind: 'text' }) !== inFamily);
    // Of two ends, as a peering has, either may be the one.
    return all.length - others.length > 1 ? all : others;
  }, [fields, columns, ofOther, tools, inFamily]);
  return useColumns(family, specs, names);
}

/** A mark that does not change from one rendering to the next. */
function useMark<R extends AnyRow>(mark: ((row: R, t: Translate) => ReactNode) | undefined): { mark?: (row: R) => ReactNode } {
  const t = useT();
  const drawn = useCallback((row: R) => mark?.(row, t), [mark, t]);
  return mark ? { mark: drawn } : {};
}

const nothing = () => exactly<ListPageOptions>({});

const StandardCreate = part(async () => (await import('./form/create-form.tsx')).CreateForm);
const StandardEdit = part(async () => (await import('./form/edit-form.tsx')).EditForm);
const LackingPanel = part(async () => (await import('./form/lacking-panel.tsx')).LackingPanel);
const StandardVerb = part(async () => (await import('./form/verb-form.tsx')).VerbForm);

/**
 * The component that a family hands in, or the standard one with what the family says of it. The casts are there because the
 * standard forms are parts, which keep no type of a family: `StandardFamily` has checked what is said.
 */
function createForm(family: FamilyRef, own: true | object | undefined): ComponentType | undefined {
  if (own === undefined || typeof own === 'function') return own as ComponentType | undefined;
  return Object.assign(() => <StandardCreate family={family} {...(own === true ? {} : own)} />, { preload: StandardCreate.preload });
}

function editForm(family: FamilyRef, own: true | object | undefined): OfOne | undefined {
  if (own === undefined || typeof own === 'function') return own as OfOne | undefined;
  const Edit: OfOne = ({ id }) => <StandardEdit family={family} id={id} {...(own === true ? {} : own)} />;
  return Object.assign(Edit, { preload: StandardEdit.preload });
}

function verbForm(family: FamilyRef, operation: string, own: object): OfOne {
  const spec = own as VerbFormOptions<FamilyRef, OperationOf<FamilyRef>>;
  const Form: OfOne =
    typeof own === 'function'
      ? (own as OfOne)
      : ({ id }) => <StandardVerb family={family} operation={operation as OperationOf<FamilyRef>} id={id} {...spec} />;
  if (isComposed(operation)) return Form;
  function Verb({ id }: { readonly id: string }) {
    const reason = useUnspoken(family)(operation);
    return reason === undefined ? <Form id={id} /> : <LackingPanel family={family} id={id} reason={reason} />;
  }
  return Object.assign(Verb, { preload: isPart(own) ? own.preload : StandardVerb.preload });
}

/** The pages of a family, as `src/families/<family>/index.tsx` exports them. */
export function standardFamily<F extends FamilyRef>(
  family: F,
  own: StandardFamily<F>,
): FamilyModulePages & Required<Pick<FamilyModulePages, 'Contained'>> & { readonly variant: VariantPages } {
  const { actions, useActions: useOwnActions, useListPage = nothing, detail = {}, loadDetail, Create, Edit } = own;
  type R = RowOf<F>;
  const hasForm = (operation: string): boolean => Object.hasOwn(own.verbs ?? {}, operation);
  const useFamilyActions = (place: Omit<ActionPlace<R>, 't'>): StandardActions<R> => {
    const t = useT();
    const said = useOwnActions?.({ t, ...place }) ?? actions?.(t);
    return useActions(family, place.from, said && withoutWrapper(said), hasForm);
  };
  const useListProps = (list: ListState<R>, within: Parent | null): ListProps<F> => ({
    ...useMark(own.mark),
    family,
    list,
    columns: useStandardColumns(family, own, list, within),
    actions: useFamilyActions({ from: 'list', within, rows: list.rows, complete: list.complete }),
  });
  const useDetailActions = (rows: readonly R[]) => useFamilyActions({ from: 'detail', within: null, rows, complete: rows.length > 0 });

  const List = () => <ListPage {...useListProps(useList(useScope(), family), null)} {...withoutWrapper(useListPage())} />;

  const Contained = part(async () => {
    const { standardContained } = await import('./detail/standard-detail.tsx');
    return standardContained(family, useListProps, own.none);
  });

  const Detail = lazyPage(async () => {
    const [kit, loaded] = await Promise.all([import('./detail/standard-detail.tsx'), loadDetail?.()]);
    return kit.standardDetail(family, loaded ?? kit.fromStandard(detail), useDetailActions);
  });

  const variant: VariantPages = {
    List,
    Detail,
    Create: createForm(family, Create),
    Edit: editForm(family, Edit),
    verbs: Object.fromEntries(Object.entries(own.verbs ?? {}).map(([name, verb]) => [name, verbForm(family, name, verb as object)])),
    forms: own.forms,
  };
  return { Pages: familyPages(variant), Contained, variant };
}
