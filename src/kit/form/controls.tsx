import { X } from 'lucide-react';
import { type ReactNode, Suspense } from 'react';
import type { Field } from '../../../catalogue/define.ts';
import { fieldText } from '../../../catalogue/text/shape.ts';
import { useT } from '../../i18n/index.ts';
import { isTags } from '../../lib/family.ts';
import { blankOf, type FormValues } from '../../lib/form.ts';
import { part } from '../../lib/part.tsx';
import { textOf } from '../../lib/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Switch } from '../../ui/choice.tsx';
import { Field as FieldFrame } from '../../ui/field.tsx';
import { NumberInput, TextArea, TextInput } from '../../ui/input.tsx';
import { AddRow, FieldGroup } from './group.tsx';
import { ChoiceControl, listable, RefControl, ZoneControl } from './pickers.tsx';
import type { ControlProps } from './types.ts';
import { useWords } from './words.ts';

/** The control that a field's kind asks for. Never asks what the field is called. */
export function Control(props: ControlProps): ReactNode {
  const { ids, field, value, onChange, onBlur } = props;
  const common = { ...ids, value: textOf(value), onChange, onBlur: onBlur };
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
      if (isTags(field)) return <TagsOf {...props} />;
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

/** Only accounts of today have some. */
const TagsControl = part(async () => (await import('../tags/tags-control.tsx')).TagsControl);

function TagsOf(props: ControlProps) {
  const { action, text } = useWords();
  return (
    <Suspense>
      <TagsControl {...props} label={fieldText(text, action, props.path).label} />
    </Suspense>
  );
}

/** Several values of one kind, a row each. */
function ListControl({ ids, path, field, value, onChange, onBlur }: ControlProps & { readonly field: Extract<Field, { kind: 'list' }> }) {
  const t = useT();
  const { action, text, errorFor } = useWords();
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const { label } = fieldText(text, action, path);
  const full = field.max !== undefined && rows.length >= field.max;
  const put = (index: number, next: unknown): void => onChange(rows.map((row, at) => (at === index ? next : row)));
  return (
    <FieldGroup ids={ids} label={label}>
      {rows.map((row, index) => {
        const place = `${path}.${index}`;
        const problem = errorFor(place);
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
                  onBlur={onBlur}
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
      {!full && <AddRow label={t('kit.form.add')} onClick={() => onChange([...rows, blankOf(field.of)])} />}
    </FieldGroup>
  );
}

function StructControl({ path, field, value, onChange, onBlur }: ControlProps & { readonly field: Extract<Field, { kind: 'struct' }> }) {
  const { action, text, errorFor, spokenName } = useWords();
  const values: FormValues = typeof value === 'object' && value !== null ? (value as FormValues) : {};
  return (
    <div className="flex flex-col gap-3 rounded border border-line p-3">
      {Object.entries(field.fields).map(([name, inner]) => {
        const place = `${path}.${name}`;
        const words = fieldText(text, action, place);
        return (
          <FieldFrame
            key={name}
            label={words.label}
            name={spokenName ? spokenName(place) : name}
            help={words.help}
            required={inner.required ?? false}
            error={errorFor(place)}
          >
            {(ids) => (
              <Control
                ids={ids}
                path={place}
                field={inner}
                value={values[name]}
                onChange={(next) => onChange({ ...values, [name]: next })}
                onBlur={onBlur}
              />
            )}
          </FieldFrame>
        );
      })}
    </div>
  );
}

/** A number with its unit, in words where the unit is a word. A bare count and a port have none. */
function Amount({ ids, value, onChange, onBlur, measure }: ControlProps & { readonly measure: string | undefined }) {
  const t = useT();
  const words: Readonly<Record<string, string>> = { seconds: t('kit.unit.seconds'), months: t('kit.unit.months'), Mbps: 'Mbps', KB: 'KB' };
  const unit = measure === undefined ? undefined : words[measure];
  return <NumberInput {...ids} value={textOf(value)} onChange={onChange} onBlur={onBlur} {...(unit === undefined ? {} : { unit })} />;
}
