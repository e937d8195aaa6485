import { useQueries, useQuery } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import { Link } from 'react-router';
import type { Family, FamilyRef } from '../../catalogue/define.ts';
import { type FamilyModule, listedFamilies, loadFamily } from '../../catalogue/lazy.ts';
import { type ListData, listOptions, useOne } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
import { type AnyRow, idOf, nameOf, operation, refOf, rowFields } from '../lib/family.ts';
import { useScope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { linkClass } from '../ui/button.tsx';
import { Code, Copy } from '../ui/copy.tsx';
import { cx } from '../ui/cx.ts';
import { Spinner } from '../ui/spinner.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { PlainValue } from './plain-value.tsx';
import { useFamily } from './words.ts';

interface RefLinkProps {
  readonly family: Family;
  readonly id: string;
  /** Shows the id after the name, with copy: where there is room. */
  readonly full?: boolean;
  /** The resource's name, where the caller knows it: cells of long lists then need not look it up. '' for none. */
  readonly name?: string;
}

/** An id of any family: a link with the resource's name where a list has brought it, and more of it on hover. */
export function RefLink(props: RefLinkProps) {
  // Families without a list have no pages of members to lead to.
  if (!listedFamilies.includes(props.family)) return <Code copy={props.full ?? false}>{props.id}</Code>;
  return props.name === undefined ? <Named {...props} /> : <Known {...props} name={props.name} />;
}

const Named = (props: RefLinkProps) => <Known {...props} name={useKnownName(props.family, props.id)} />;

function Known({ family, id, full = false, name }: RefLinkProps & { readonly name: string }) {
  const scope = useScope();
  return (
    // Where there is little room the id stands below the name, whole.
    <span className={cx('inline-flex min-w-0 max-w-full items-center gap-x-1.5', full && 'max-sm:flex-wrap')}>
      <Tooltip content={<HoverCard family={family} id={id} />}>
        <Link to={paths.detail(family, id, scope)} className={cx(linkClass, 'truncate', !name && 'font-mono')}>
          <bdi>{name || id}</bdi>
        </Link>
      </Tooltip>
      {full && (
        <span className="inline-flex items-center">
          {name && <Code muted>{id}</Code>}
          <Copy text={id} />
        </span>
      )}
    </span>
  );
}

/** The resource's name, if a list in the cache holds it: never asks the cloud. */
export function useKnownName(family: Family, id: string): string {
  const scope = useScope();
  const module = use(loadFamily(useRefOf(family, id)));
  const { data } = useQuery({
    ...listOptions(scope, module),
    enabled: false,
    select: (list: ListData) => {
      const row = list.rows.find((candidate) => idOf(module, candidate) === id);
      return row ? nameOf(module, row) : (list.unreadable.find((odd) => odd.id === id)?.name ?? '');
    },
  });
  return data ?? '';
}

/** The family, or its kind, that an id belongs to. Suspends. */
function useRefOf(family: Family, id: string): FamilyRef {
  return refOf(use(loadFamily(family)), id);
}

const shownFields = 6;

function HoverCard({ family: base, id }: { readonly family: Family; readonly id: string }) {
  const t = useT();
  const scope = useScope();
  const family = useRefOf(base, id);
  const { module, label, text } = useFamily(family);
  const { row, missing, loading, unreadable, error } = useOne(scope, family, id);
  if (loading) return <Spinner label={t('ui.loading')} />;
  if (unreadable) return t('kit.unreadable.option', { id });
  // That it could not be asked for does not say that it is gone.
  if (!row && !missing) return error ? `${id} · ${error.code}` : id;
  if (!row) return t('kit.gone', { what: text.one, id });
  const list = operation(module, 'list');
  const fields = Object.entries(list ? rowFields(list.data) : {}).filter(
    ([name, field]) => name !== module.data.id && name !== module.data.name && field.kind !== 'ref' && field.kind !== 'list',
  );
  return (
    <span className="flex flex-col gap-0.5 py-1">
      <span className="font-semibold text-sm">
        <bdi>{nameOf(module, row) || id}</bdi>
      </span>
      <code className="text-muted">{id}</code>
      {fields.slice(0, shownFields).map(([name, field]) => (
        <span key={name} className="flex justify-between gap-4">
          <span className="text-muted">{label(name)}</span>
          <PlainValue field={field} name={name} value={row[name]} family={family} />
        </span>
      ))}
    </span>
  );
}

/**
 * Names of resources by family and id, for columns that show many: asks for these families' whole lists, once, and says ''
 * until they are here. Keep `families` stable.
 */
export function useNames(families: readonly FamilyRef[]): (family: Family, id: string) => string {
  const scope = useScope();
  const modules = useModules(families);
  const lists = useQueries({ queries: modules.map((module) => listOptions(scope, module)), combine: together });
  return useMemo(() => {
    // By id alone within a family: ids of its kinds differ by their prefixes.
    const names = new Map(modules.map(({ data }) => [data.family, new Map<string, string>()]));
    for (const [at, module] of modules.entries()) {
      for (const row of lists[at] ?? []) names.get(module.data.family)?.set(idOf(module, row), nameOf(module, row));
    }
    return (family, id) => names.get(family)?.get(id) ?? '';
  }, [modules, lists]);
}

const none: readonly AnyRow[] = [];
const all = new WeakMap<ListData, readonly AnyRow[]>();

/** Those that cannot be read have names too. The same array for the same list: what hangs on it is not made anew. */
function everyRow(data: ListData): readonly AnyRow[] {
  if (data.unreadable.length === 0) return data.rows;
  const known = all.get(data) ?? [...data.rows, ...data.unreadable.map(({ row }) => row)];
  all.set(data, known);
  return known;
}

const together = (results: readonly { readonly data: ListData | undefined }[]): readonly (readonly AnyRow[])[] =>
  results.map(({ data }) => (data ? everyRow(data) : none));

const loaded = new WeakMap<readonly FamilyRef[], readonly FamilyModule[]>();

/**
 * Each is waited for by itself: what a page has brought along is there at once, and nothing is shown in its place. All are
 * asked for at every rendering, known or not: React tells the promises of a component by their order.
 */
function useModules(families: readonly FamilyRef[]): readonly FamilyModule[] {
  const modules = families.map((family) => use(loadFamily(family)));
  const known = loaded.get(families);
  if (known) return known;
  loaded.set(families, modules);
  return modules;
}
