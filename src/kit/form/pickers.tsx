/** Controls that pick one of several: a choice, a resource of another family, a zone. */
import { useQueryClient } from '@tanstack/react-query';
import { use, useEffect } from 'react';
import type { Family, Field } from '../../../catalogue/define.ts';
import { type FamilyModule, listedFamilies, loadFamily } from '../../../catalogue/lazy.ts';
import { valueText } from '../../../catalogue/text/shape.ts';
import { type ListData, useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { type AnyRow, idOf, nameOf, parentFields, refOf } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { textOf } from '../../lib/text.ts';
import { useLatest } from '../../lib/use-latest.ts';
import { Select } from '../../ui/choice.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { PickOne } from './pick-one.tsx';
import type { ControlProps } from './types.ts';
import { FormContext, useWords } from './words.ts';
import { useZones } from './zones.ts';

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

interface RefControlProps extends ControlProps {
  readonly family: Family;
  /** Narrows it to the family's kind whose ids start so. */
  readonly prefix?: string | undefined;
}

/**
 * A resource of a family, found by name or id: one of those within the VPC, subnet, … that the form names. One that was chosen
 * before in another no longer stands. Ids that no list holds may be typed.
 */
export function RefControl({ family, prefix, ...control }: RefControlProps) {
  const scope = useScope();
  const list = useList(scope, refOf(use(loadFamily(family)), prefix));
  const t = useT();
  const isWithin = useWithin(list.module);
  const good = list.rows.filter(isWithin).map((row) => {
    const id = idOf(list.module, row);
    return { value: id, label: nameOf(list.module, row) || id, detail: id };
  });
  const odd = list.unreadable.flatMap(({ id, name }) =>
    id === '' ? [] : [{ value: id, label: name || id, detail: t('kit.unreadable.option', { id }) }],
  );
  const chosen = list.rows.find((row) => idOf(list.module, row) === control.value);
  const isElsewhere = chosen !== undefined && !isWithin(chosen);
  const change = useLatest(control.onChange);
  useEffect(() => {
    if (isElsewhere) change.current('');
  }, [isElsewhere, change]);
  const options = odd.length === 0 ? good : [...good, ...odd];
  return <PickOne {...control} allowFree options={options} loading={list.loading} />;
}

/** Whether a row stands within whatever the form names of its parents; one that does not tell may. */
function useWithin(module: FamilyModule): (row: AnyRow) => boolean {
  const named = use(FormContext)?.named;
  const parents = [...parentFields(module)].flatMap(([family, fields]) => {
    const id = named?.get(family);
    return id === undefined ? [] : [{ fields, id }];
  });
  return (row) =>
    parents.every(({ fields, id }) => {
      const told = fields.map((field) => row[field]).filter((value) => typeof value === 'string' && value !== '');
      return told.length === 0 || told.includes(id);
    });
}

/** The zones of the region, and those seen in lists. They are proposals: any other may be typed. */
export function ZoneControl({ ids, value, onChange, onBlur }: ControlProps) {
  const t = useT();
  const scope = useScope();
  const client = useQueryClient();
  const known = useZones(scope);
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
