/** Controls that pick one of several: a choice, a resource of another family, a zone. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { use } from 'react';
import type { Family, Field } from '../../../catalogue/define.ts';
import { listedFamilies, loadFamily } from '../../../catalogue/lazy.ts';
import { zonesOf } from '../../../catalogue/regions.ts';
import { valueText } from '../../../catalogue/text/shape.ts';
import { type ListData, useList } from '../../api/query.ts';
import { callOptions } from '../../api/single.ts';
import { useT } from '../../i18n/index.ts';
import { type AnyRow, idOf, nameOf, refOf } from '../../lib/family.ts';
import { useConsole, useScope } from '../../lib/scope.ts';
import { textOf } from '../../lib/text.ts';
import { Select } from '../../ui/choice.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { PickOne } from './pick-one.tsx';
import type { ControlProps } from './types.ts';
import { useWords } from './words.ts';

/** Families without a list (the account, single actions of other services) have nothing to pick from. */
export const listable = (family: Family): boolean => listedFamilies.includes(family);

export function ChoiceControl({
  ids,
  path,
  field,
  value,
  onChange,
  onBlur,
}: ControlProps & { readonly field: Extract<Field, { kind: 'choice' }> }) {
  const t = useT();
  const { action, text } = useWords();
  const options = field.values.map((item) => ({ value: String(item), label: valueText(text, action, path, item) }));
  return (
    <Select
      {...ids}
      value={textOf(value)}
      onChange={onChange}
      onBlur={onBlur}
      options={options}
      placeholder={t('kit.form.choose')}
      clearable={!field.required}
    />
  );
}

/** A resource of a family of the same place, found by name or id. Ids that no list holds may be typed. */
interface RefControlProps extends ControlProps {
  readonly family: Family;
  /** Narrows it to the family's kind whose ids start so. */
  readonly prefix?: string | undefined;
}

export function RefControl({ family, prefix, ...control }: RefControlProps) {
  const scope = useScope();
  const list = useList(scope, refOf(use(loadFamily(family)), prefix));
  const t = useT();
  const good = list.rows.map((row) => {
    const id = idOf(list.module, row);
    return { value: id, label: nameOf(list.module, row) || id, detail: id };
  });
  const odd = list.unreadable.flatMap(({ id, name }) =>
    id === '' ? [] : [{ value: id, label: name || id, detail: t('kit.unreadable.option', { id }) }],
  );
  const options = odd.length === 0 ? good : [...good, ...odd];
  return <PickOne {...control} allowFree options={options} loading={list.loading} />;
}

/**
 * The zones of the region as a real cloud lists them today, else the documents' usual ones; those seen in lists too. They are
 * proposals: any other may be typed.
 */
export function ZoneControl({ ids, value, onChange, onBlur }: ControlProps) {
  const t = useT();
  const scope = useScope();
  const client = useQueryClient();
  const { data } = useQuery({ ...callOptions(scope, 'cvm:DescribeZones', {}), enabled: useConsole()?.mode === 'real' });
  const told = data?.data.ZoneSet.filter(({ ZoneState }) => ZoneState !== 'UNAVAILABLE').map(({ Zone }) => Zone);
  const known = told ?? zonesOf(scope.region);
  const seen = client
    .getQueriesData<Partial<ListData>>({ queryKey: [scope.account ?? '', scope.region] })
    .flatMap(([, data]) => (data?.rows ?? []).map((row: AnyRow) => row.Zone ?? row.zone))
    .filter((zone): zone is string => typeof zone === 'string' && zone !== '');
  const options = [...new Set([...known, ...seen])].sort().map((zone) => ({ value: zone, label: zone }));
  return (
    <Combobox
      {...ids}
      allowFree
      mono
      options={options}
      value={textOf(value)}
      onChange={onChange}
      onBlur={onBlur}
      placeholder={t('kit.form.choose')}
    />
  );
}
