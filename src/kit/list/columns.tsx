/** Columns of a list that follow from the catalogue alone: the kind of a field says how it is sorted, drawn and narrowed. */
import { type ReactNode, use, useMemo } from 'react';
import type { Family, FamilyRef, Field } from '../../../catalogue/define.ts';
import { loadOnce } from '../../../catalogue/load-once.ts';
import type { FieldOf, RowOf } from '../../../catalogue/row-of.ts';
import { valueText } from '../../../catalogue/text/shape.ts';
import { readCloudTime, useFormats, useT } from '../../i18n/index.ts';
import { type AnyRow, operation, rowFields, tellsTags } from '../../lib/family.ts';
import { useDialect } from '../../lib/scope.ts';
import type { Value } from '../../lib/table.ts';
import { textOf } from '../../lib/text.ts';
import { CloudTime } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { RefLink } from '../ref.tsx';
import { useFamily } from '../words.ts';
import type { Column } from './column.ts';

/** Rows of accounts of today alone tell tags. */
const loadIpv6Order = loadOnce(async () => (await import('../../lib/ipv6-order.ts')).ipv6Order);
const loadTagColumn = loadOnce(async () => (await import('../tags/tag-list.tsx')).tagColumn);

/** A field with something of it said otherwise. */
interface FieldColumn<F extends FamilyRef> extends Partial<Column<RowOf<F>>> {
  readonly field: FieldOf<F>;
}

/** A number that follows from a row: how many routes it has. Null while that is not known, or where it says nothing. */
interface CountColumn<R> extends Omit<Column<R>, 'value'> {
  count(row: R): number | null;
}

/**
 * A column by its field's name alone, or with something of it said otherwise; a count; or a whole column of the family's own.
 * By the family, not its row: the compiler's messages then say "eip" instead of the row's fields.
 */
export type ColumnSpec<F extends FamilyRef> = FieldOf<F> | FieldColumn<F> | CountColumn<RowOf<F>> | Column<RowOf<F>>;
export type ColumnSpecs<F extends FamilyRef> = readonly ColumnSpec<F>[];

/**
 * The columns of a family's list. Keep `specs` stable (module level or useMemo): searching leans on it.
 * `names` tells the names of referred resources, by family and id, for search and filters.
 */
export function useColumns<F extends FamilyRef>(
  family: F,
  specs: ColumnSpecs<F>,
  names?: (family: Family, id: string) => string,
): readonly Column<RowOf<F>>[] {
  const t = useT();
  const formats = useFormats();
  const { module, text, label } = useFamily<FamilyRef>(family);
  const tags = tellsTags(module) ? use(loadTagColumn()) : null;
  const ipv6 = useDialect() === 'today' ? use(loadIpv6Order()) : null;
  return useMemo(() => {
    const list = operation(module, 'list');
    const fields = list ? rowFields(list.data) : {};
    const blocks6 = Object.entries(fields).flatMap(([name, field]) =>
      field.kind === 'text' && field.format === 'ipv6-block'
        ? [{ ...ofText(name, label(name)), sortAs: 'cidr' as const, mono: true, width: 176 }]
        : [],
    );
    const tools: Tools = {
      yes: t('kit.yes'),
      no: t('kit.no'),
      idOf: (what) => t('kit.idOf', { what }),
      number: formats.number,
      words: (name, value) => valueText(text, list?.name ?? '', name, value),
      meaning: (name, value) => module.data.states?.[name]?.[value],
      isState: (name) => module.data.states?.[name] !== undefined,
      names,
    };
    const columns = specs.map((spec): Column<RowOf<F>> => {
      if (typeof spec !== 'string' && 'count' in spec) return ofCount(spec, tools.number);
      if (typeof spec !== 'string' && !('field' in spec)) return ofNamed(spec, tools);
      const name = typeof spec === 'string' ? spec : spec.field;
      const field = fields[name] ?? { kind: 'text' };
      const own: Partial<Column<RowOf<F>>> = typeof spec === 'string' ? {} : spec;
      return { ...ofKind(name, field, label(name), tools), ...own, id: own.id ?? name };
    });
    // Where they are seen at once; a list that fills its page keeps its own columns in view.
    const shown = columns.filter(({ defaultHidden }) => !defaultHidden).length;
    const all = columns.toSpliced(shown > 6 ? columns.length : 2, 0, ...blocks6, ...(tags ? [tags(label('TagSet'), t)] : []));
    return ipv6 ? all.map((column) => (column.sortAs === 'cidr' ? { ...column, ipv6 } : column)) : all;
  }, [t, formats, module, text, label, specs, names, tags, ipv6]);
}

interface Tools {
  readonly yes: string;
  readonly no: string;
  /** The heading of the ids of what a column names. */
  readonly idOf: (what: string) => string;
  readonly number: (value: number) => string;
  readonly words: (field: string, value: string) => string;
  readonly meaning: (field: string, value: string) => 'good' | 'pending' | 'warning' | 'danger' | undefined;
  /** Whether the values of a field are states, of whatever kind the field is. */
  readonly isState: (field: string) => boolean;
  readonly names: ((family: Family, id: string) => string) | undefined;
}

function ofCount<R>({ count, ...own }: CountColumn<R>, number: Tools['number']): Column<R> {
  const render = (row: R): ReactNode => {
    const n = count(row);
    return n === null ? <span className="text-muted">–</span> : number(n);
  };
  return { value: count, render, sortAs: 'number', align: 'end', width: 96, ...own };
}

/** A family's own column of ids: its cells say the names, and in a file those stand beside the ids. */
function ofNamed<R>(column: Column<R>, { idOf }: Tools): Column<R> {
  const { header, value, nameOfRef } = column;
  if (!nameOfRef) return column;
  const exportAs = [
    { header, value: nameOfRef },
    { header: idOf(header), value },
  ];
  return { searchText: nameOfRef, cellText: (row) => nameOfRef(row) || value(row), exportAs, ...column };
}

/** ISO 8601 in UTC, to the second; a text that is no time stays as it came. */
function isoTime(text: string): string {
  const date = readCloudTime(text);
  return date ? date.toISOString().replace(/\.000Z$/, 'Z') : text;
}

const ofText = (name: string, header: string) => ({ id: name, header, value: (row: AnyRow): Value => textOf(row[name]) });

function ofState(name: string, header: string, tools: Tools): Column<AnyRow> {
  return {
    ...ofText(name, header),
    facet: (value) => tools.words(name, value),
    searchText: (row) => tools.words(name, textOf(row[name])),
    render: (row) => {
      const value = textOf(row[name]);
      if (value === '') return null;
      const words = tools.words(name, value);
      // A state that the catalogue does not know stands as it came, and means nothing.
      return tools.isState(name) ? <Status meaning={tools.meaning(name, value) ?? 'neutral'}>{words}</Status> : words;
    },
    width: 132,
  };
}

function ofRef(name: string, family: Family, header: string, tools: Tools): Column<AnyRow> {
  const nameOf = (id: string): string => (id === '' ? '' : (tools.names?.(family, id) ?? ''));
  return {
    ...ofText(name, header),
    searchText: (row) => nameOf(textOf(row[name])),
    cellText: (row) => nameOf(textOf(row[name])) || textOf(row[name]),
    render: (row) =>
      row[name] !== undefined &&
      row[name] !== '' &&
      row[name] !== null && <RefLink family={family} id={textOf(row[name])} name={nameOf(textOf(row[name]))} />,
    facet: (id) => nameOf(id) || id,
    exportAs: [
      { header, value: (row) => nameOf(textOf(row[name])) },
      { header: tools.idOf(header), value: (row) => textOf(row[name]) },
    ],
    width: 144,
  };
}

function ofKind(name: string, field: Field, header: string, tools: Tools): Column<AnyRow> {
  const plain = ofText(name, header);
  // Some states are numbers.
  if (tools.isState(name)) return ofState(name, header, tools);
  switch (field.kind) {
    case 'flag':
      return {
        ...plain,
        // What the cloud does not tell is neither yes nor no.
        value: (row) => (row[name] === undefined || row[name] === null ? null : row[name] === true),
        render: (row) => (typeof row[name] === 'boolean' ? (row[name] ? tools.yes : tools.no) : textOf(row[name])),
        facet: (value) => (value === 'true' ? tools.yes : value === 'false' ? tools.no : value),
        width: 96,
      };
    case 'choice':
      return ofState(name, header, tools);
    case 'integer':
    case 'decimal':
      return {
        ...plain,
        value: (row) => (row[name] === undefined || row[name] === null || row[name] === '' ? null : Number(row[name])),
        render: (row) => {
          if (row[name] === undefined || row[name] === null || row[name] === '') return null;
          return tools.number(Number(row[name]));
        },
        sortAs: 'number',
        align: 'end',
        width: 96,
      };
    case 'time':
      return {
        ...plain,
        render: (row) => <CloudTime value={textOf(row[name])} />,
        exportAs: [{ header, value: (row) => isoTime(textOf(row[name])) }],
        sortAs: 'time',
        width: 160,
      };
    case 'cidr':
      return { ...plain, sortAs: 'cidr', mono: true, width: 136 };
    case 'address':
      return { ...plain, sortAs: 'cidr', mono: true, width: 128 };
    case 'ref':
      return ofRef(name, field.family, header, tools);
    case 'foreign':
      return { ...plain, mono: true, width: 128 };
    case 'list':
      return {
        ...plain,
        value: (row) =>
          Array.isArray(row[name]) ? row[name].map((item) => (typeof item === 'object' ? '' : textOf(item))).join(', ') : '',
        mono: field.of.kind === 'address' || field.of.kind === 'cidr' || field.of.kind === 'ref',
        width: 176,
      };
    default:
      return plain;
  }
}
