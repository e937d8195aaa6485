import { X } from 'lucide-react';
import { use } from 'react';
import type { Field } from '../../../catalogue/define.ts';
import { fieldText } from '../../../catalogue/text/shape.ts';
import { useT } from '../../i18n/index.ts';
import { AddRow, FieldGroup } from '../../kit/form/group.tsx';
import type { ControlProps } from '../../kit/form/types.ts';
import { FormContext } from '../../kit/form/words.ts';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { TextInput } from '../../ui/input.tsx';
import type { FilterRow } from './params.ts';

/** Filters of API 3.0: a row each, the values with commas between them. */
export function FiltersControl({
  ids,
  path,
  field,
  value,
  onChange,
  onBlur,
}: ControlProps & { readonly field: Extract<Field, { kind: 'filters' }> }) {
  const t = useT();
  const words = use(FormContext);
  const rows: readonly FilterRow[] = Array.isArray(value) ? value : [];
  const options = Object.keys(field.keys).map((key) => ({
    value: key,
    label: words ? fieldText(words.text, words.action, `${path}.${key}`).label : key,
    detail: key,
  }));
  const put = (index: number, next: FilterRow): void => onChange(rows.map((row, at) => (at === index ? next : row)));
  const full = rows.length >= (field.max ?? 10);
  return (
    <FieldGroup ids={ids} label={path}>
      {rows.map((row, index) => {
        const name = `${path} ${index + 1}`;
        const problem = words?.errorFor(`${path}.${index}.Name`) ?? words?.errorFor(`${path}.${index}.Values`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; its value is what is being typed
          <div key={index} className="flex flex-col gap-1">
            <div className="flex items-start gap-1">
              <div className="grid min-w-0 flex-1 gap-1 sm:grid-cols-2">
                <Select
                  aria-label={`${name} Name`}
                  value={row.Name ?? ''}
                  options={options}
                  placeholder={t('kit.form.choose')}
                  onChange={(key) => put(index, { ...row, Name: key })}
                  onBlur={onBlur}
                />
                <TextInput
                  mono
                  aria-label={`${name} Values`}
                  aria-invalid={problem ? true : undefined}
                  placeholder={t('explorer.filterValues')}
                  value={(row.Values ?? []).join(',')}
                  onChange={(text) => put(index, { ...row, Values: text === '' ? [] : text.split(',') })}
                  onBlur={onBlur}
                />
              </div>
              <IconButton
                label={t('kit.form.remove', { name })}
                icon={<X aria-hidden="true" className="size-4" />}
                onClick={() => onChange(rows.filter((_, at) => at !== index))}
              />
            </div>
            {problem && <p className="text-danger">{problem}</p>}
          </div>
        );
      })}
      {!full && <AddRow label={t('kit.form.add')} onClick={() => onChange([...rows, { Name: '', Values: [] }])} />}
    </FieldGroup>
  );
}
