import { useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { createContext, type ReactNode, use } from 'react';
import type { Family, Field } from '../../../catalogue/define.ts';
import { listedFamilies, loadFamily } from '../../../catalogue/lazy.ts';
import { isRegion, zonesOf } from '../../../catalogue/regions.ts';
import { type FamilyText, fieldText, valueText } from '../../../catalogue/text/shape.ts';
import { type ListData, useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { type AnyRow, idOf, nameOf, refOf } from '../../lib/family.ts';
import { blankOf, type Values } from '../../lib/form.ts';
import { usePlace } from '../../lib/place.ts';
import { tracked } from '../../lib/tracked.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Select, Switch } from '../../ui/choice.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Field as FieldFrame } from '../../ui/field.tsx';
import { TextArea, TextInput } from '../../ui/input.tsx';
import { Amount } from './amount.tsx';
import type { ControlProps } from './types.ts';

interface FormWords {
  /** "vpc:CreateSubnet" */
  readonly action: string;
  readonly text: FamilyText;
  /** The sentence about what is wrong at a path, if it is to be shown. */
  readonly problemAt: (path: string) => string | undefined;
}

/** The words of the form a control stands in. */
export const FormContext = createContext<FormWords | null>(null);

function useWords(): FormWords {
  const words = use(FormContext);
  if (!words) throw new Error('a control outside a form');
  return words;
}

/** Families without a list (the account, single actions of other services) have nothing to pick from. */
const listable = (family: Family): boolean => listedFamilies.includes(family);

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** The control that a field's kind asks for. Never asks what the field is called. */
export function Control(props: ControlProps): ReactNode {
  const { ids, field, value, onChange, onLeave } = props;
  const common = { ...ids, value: textOf(value), onChange, onBlur: onLeave };
  switch (field.kind) {
    case 'flag':
      return <Switch {...ids} checked={value === true || value === 'true'} onChange={onChange} />;
    case 'choice':
      return <ChoiceControl {...props} field={field} />;
    case 'ref':
      // Of a family that the console cannot list yet, the id is typed.
      return listable(field.family) ? (
        <RefControl {...props} family={field.family} prefix={field.prefix} />
      ) : (
        <TextInput {...common} mono />
      );
    case 'foreign':
      return field.of === 'zone' ? <ZoneControl {...props} /> : <TextInput {...common} mono />;
    case 'list':
      return <ListControl {...props} field={field} />;
    case 'struct':
      return <StructControl {...props} field={field} />;
    case 'integer':
    case 'decimal':
      return <Amount {...props} measure={field.kind === 'integer' ? field.measure : undefined} />;
    case 'cidr':
    case 'address':
      return <TextInput {...common} mono />;
    case 'secret':
      return <TextInput {...common} type="password" autoComplete="new-password" />;
    case 'filters':
    case 'open':
      return <TextArea {...common} mono />;
    default:
      return <TextInput {...common} />;
  }
}

function ChoiceControl({
  ids,
  path,
  field,
  value,
  onChange,
  onLeave,
}: ControlProps & { readonly field: Extract<Field, { kind: 'choice' }> }) {
  const t = useT();
  const { action, text } = useWords();
  const options = field.values.map((item) => ({ value: String(item), label: valueText(text, action, path, item) }));
  return (
    <Select
      {...ids}
      value={textOf(value)}
      onChange={onChange}
      onBlur={onLeave}
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

function RefControl({ ids, value, onChange, onLeave, family, prefix }: RefControlProps) {
  const t = useT();
  const place = usePlace();
  const list = useList(place, refOf(use(tracked(loadFamily(family))), prefix));
  const options = list.rows.map((row) => {
    const id = idOf(list.module, row);
    return { value: id, label: nameOf(list.module, row) || id, detail: id };
  });
  return (
    <Combobox
      {...ids}
      allowFree
      options={options}
      loading={list.loading}
      value={textOf(value)}
      onChange={onChange}
      onBlur={onLeave}
      placeholder={t('kit.form.pick')}
    />
  );
}

/** The APIs list no zones: the region's usual ones and those seen in lists are proposed, any other may be typed. */
function ZoneControl({ ids, value, onChange, onLeave }: ControlProps) {
  const t = useT();
  const place = usePlace();
  const client = useQueryClient();
  const known = isRegion(place.region) ? zonesOf(place.region) : [];
  const seen = client
    .getQueriesData<Partial<ListData>>({ queryKey: [place.account ?? '', place.region] })
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
      onBlur={onLeave}
      placeholder={t('kit.form.choose')}
    />
  );
}

/** Several values of one kind, a row each. */
function ListControl({ ids, path, field, value, onChange, onLeave }: ControlProps & { readonly field: Extract<Field, { kind: 'list' }> }) {
  const t = useT();
  const { action, text, problemAt } = useWords();
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const { label } = fieldText(text, action, path);
  const full = field.max !== undefined && rows.length >= field.max;
  const put = (index: number, next: unknown): void => onChange(rows.map((row, at) => (at === index ? next : row)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot carry the description and sit in a flow like this
    <div id={ids.id} role="group" aria-label={label} aria-describedby={ids['aria-describedby']} className="flex flex-col gap-2">
      {rows.map((row, index) => {
        const place = `${path}.${index}`;
        const problem = problemAt(place);
        const name = `${label} ${index + 1}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; its value is what is being typed
          <div key={index} className="flex flex-col gap-1">
            <div className="flex items-start gap-1">
              <div className="min-w-0 flex-1">
                <Control
                  ids={{
                    id: `${ids.id}-${index}`,
                    'aria-describedby': problem ? `${ids.id}-${index}-error` : undefined,
                    'aria-invalid': problem ? true : undefined,
                    'aria-required': undefined,
                    ...{ 'aria-label': name },
                  }}
                  path={place}
                  field={field.of}
                  value={row}
                  onChange={(next) => put(index, next)}
                  onLeave={onLeave}
                />
              </div>
              <IconButton
                label={t('kit.form.remove', { name })}
                icon={<X aria-hidden="true" className="size-4" />}
                onClick={() => onChange(rows.filter((_, at) => at !== index))}
              />
            </div>
            {problem && (
              <p id={`${ids.id}-${index}-error`} className="text-danger">
                {problem}
              </p>
            )}
          </div>
        );
      })}
      {!full && (
        <span>
          <Button size="sm" icon={<Plus aria-hidden="true" className="size-3.5" />} onClick={() => onChange([...rows, blankOf(field.of)])}>
            {t('kit.form.add')}
          </Button>
        </span>
      )}
    </div>
  );
}

function StructControl({ path, field, value, onChange, onLeave }: ControlProps & { readonly field: Extract<Field, { kind: 'struct' }> }) {
  const { action, text, problemAt } = useWords();
  const values: Values = typeof value === 'object' && value !== null ? (value as Values) : {};
  return (
    <div className="flex flex-col gap-3 rounded border border-line p-3">
      {Object.entries(field.fields).map(([name, inner]) => {
        const place = `${path}.${name}`;
        const words = fieldText(text, action, place);
        return (
          <FieldFrame
            key={name}
            label={words.label}
            name={name}
            help={words.help}
            required={inner.required ?? false}
            error={problemAt(place)}
          >
            {(ids) => (
              <Control
                ids={ids}
                path={place}
                field={inner}
                value={values[name]}
                onChange={(next) => onChange({ ...values, [name]: next })}
                onLeave={onLeave}
              />
            )}
          </FieldFrame>
        );
      })}
    </div>
  );
}
