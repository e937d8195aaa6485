import { Play } from 'lucide-react';
import { type ReactNode, type SubmitEvent, useRef } from 'react';
import { type ActionData, isRead } from '../../../catalogue/define.ts';
import { type FamilyText, fieldText } from '../../../catalogue/text/shape.ts';
import { useT } from '../../i18n/index.ts';
import { confirm } from '../../kit/confirm/store.ts';
import { Control } from '../../kit/form/controls.tsx';
import type { ControlProps } from '../../kit/form/types.ts';
import { FormContext } from '../../kit/form/words.ts';
import { namedIn, type Params, refFamily } from '../../lib/family.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { Field as FieldFrame } from '../../ui/field.tsx';
import { Card } from '../../ui/parts.tsx';
import { FiltersControl } from './filters-control.tsx';
import type { Call } from './use-call.ts';

interface ParamsFormProps {
  /** Why it cannot be sent, in words. */
  readonly barred: string | undefined;
  readonly name: string;
  readonly action: ActionData;
  readonly text: FamilyText;
  readonly call: Call;
}

/** The parameters of the action, and the button that sends them. A write asks first. */
export function ParamsForm({ name, action, text, call, barred }: ParamsFormProps) {
  const t = useT();
  const body = useRef<HTMLFormElement>(null);
  const read = isRead(action);
  const title = text.actions[name]?.title ?? name;
  const destroys = action.kind === 'delete' || action.danger === 'destroys' || action.danger === 'interrupts';
  const run = async (): Promise<void> => {
    if (barred !== undefined) return;
    if (call.isSubmitting) return;
    if (!call.check()) {
      // After React has marked the fields.
      requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    if (!read) {
      const consequence = action.danger ? ` ${t(`explorer.danger.${action.danger}`)}` : '';
      const question = `${t('explorer.confirm', { name: [name, ...targets(action, call.params)].join(' ') })} ${text.actions[name]?.what ?? ''}${consequence}`;
      if (!(await confirm({ title: t('explorer.confirmTitle', { title }), body: question, yes: title, danger: destroys }))) return;
    }
    await call.send();
  };
  const fields = Object.entries(action.params);
  return (
    <Card title={t('explorer.params')}>
      <form
        ref={body}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void run();
        }}
      >
        <FormContext value={{ action: name, text, errorFor: call.errorFor, named: namedIn(action, call.params) }}>
          {fields.map(([param, field]) => {
            const words = fieldText(text, name, param);
            return (
              <FieldFrame
                key={param}
                label={words.label}
                name={param}
                help={words.help}
                required={field.required ?? false}
                error={call.errorFor(param)}
              >
                {(ids) => (
                  <ParamControl
                    ids={ids}
                    path={param}
                    field={field}
                    value={call.values[param]}
                    onChange={(value) => call.set(param, value)}
                    onBlur={() => call.touch(param)}
                  />
                )}
              </FieldFrame>
            );
          })}
        </FormContext>
        {fields.length === 0 && <p className="text-muted">{t('explorer.noParams')}</p>}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            type="submit"
            variant={destroys ? 'danger' : 'primary'}
            pending={call.isSubmitting}
            disabledReason={barred}
            icon={<Play aria-hidden="true" className="size-4" />}
          >
            {read ? t('explorer.run') : t('explorer.runWrite')}
          </Button>
          <span className="text-muted">{read ? t('explorer.readHint') : t('explorer.writeHint')}</span>
        </div>
      </form>
    </Card>
  );
}

/** The resources that a call names, so that the question says what it is about. */
const targets = (action: ActionData, params: Params): string[] =>
  Object.entries(params)
    .filter(([name]) => action.params[name] && refFamily(action.params[name]) !== undefined)
    .flatMap(([, value]) => (Array.isArray(value) ? value.map(String) : [String(value)]));

/** What the explorer needs beyond a form's controls: filters by rows, and a flag that may be left unsaid. */
function ParamControl(props: ControlProps): ReactNode {
  const t = useT();
  const { field, ids, value, onChange, onBlur } = props;
  if (field.kind === 'filters') return <FiltersControl {...props} field={field} />;
  if (field.kind !== 'flag' || field.required) return <Control {...props} />;
  const options = (['true', 'false'] as const).map((word) => ({ value: word, label: word }));
  return (
    <Select
      {...ids}
      clearable
      placeholder={t('explorer.notSent')}
      value={value === true || value === 'true' ? 'true' : value === false || value === 'false' ? 'false' : ''}
      options={options}
      onChange={(word: string) => onChange(word === '' ? undefined : word === 'true')}
      onBlur={onBlur}
    />
  );
}
