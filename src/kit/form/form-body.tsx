import { Fragment, type KeyboardEvent, type ReactElement, type SubmitEvent, Suspense, useEffect, useRef, useState } from 'react';
import type { ActionData, Field } from '../../../catalogue/define.ts';
import { type FamilyText, fieldText } from '../../../catalogue/text/shape.ts';
import { useT } from '../../i18n/index.ts';
import { namedIn } from '../../lib/family.ts';
import { part } from '../../lib/part.tsx';
import { Field as FieldFrame } from '../../ui/field.tsx';
import { Notice } from '../../ui/status.tsx';
import { ErrorPlace } from '../error-place.tsx';
import { StoppedView } from './clash-view.tsx';
import { Control } from './controls.tsx';
import { useSpokenName } from './spoken-name.ts';
import type { FieldComponent, ResourceFormProps } from './types.ts';
import type { Form } from './use-form.ts';
import { FormContext } from './words.ts';

const CallView = part(async () => (await import('../call-view.tsx')).CallView);

interface FormBodyProps extends Pick<ResourceFormProps, 'family' | 'components' | 'lead' | 'leadBefore' | 'note' | 'words'> {
  /** Of the form element: its button stands outside. */
  readonly id: string;
  /** "vpc:CreateSubnet" */
  readonly name: string;
  readonly action: ActionData;
  readonly text: FamilyText;
  readonly form: Form;
  /** There is nothing to send yet. */
  readonly idle?: boolean;
  /** False: it was not sent, or refused. */
  readonly onSubmit: () => Promise<boolean>;
  /** A page's own form does not take the focus from its heading. */
  readonly calm?: boolean;
}

/** The fields of a form, what it warns of, what was refused, and the call it makes. */
export function FormBody(props: FormBodyProps) {
  const { id, family, name, action, text, form, idle = false, calm = false, components = {} } = props;
  const t = useT();
  const body = useFirstFocus(!calm);
  // No field shows what is wrong: one drawn by the family's own part may have no place for it.
  const [unseen, setUnseen] = useState(false);
  const submit = async (): Promise<void> => {
    setUnseen(false);
    if (await props.onSubmit()) return;
    // After React has marked the fields.
    requestAnimationFrame(() => {
      const field = body.current?.querySelector<HTMLElement>('[aria-invalid=true]');
      const place = body.current?.querySelector('[role=alert], [id$="-error"]:not(:empty)');
      if (field) field.focus();
      else if (place) place.scrollIntoView({ block: 'nearest' });
      else setUnseen(true);
    });
  };
  const spokenName = useSpokenName(family, name);
  const what = text.actions[name]?.what;
  return (
    <form
      id={id}
      ref={body}
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        if (!idle) void submit();
      }}
    >
      {what && <p className="text-muted">{what}</p>}
      <FormContext value={{ action: name, text, spokenName, errorFor: form.errorFor, named: namedIn(action, form.params) }}>
        {withLead(
          Object.entries(form.fields).map(([param, field]) => (
            <FormField
              key={param}
              param={param}
              spoken={spokenName(param)}
              field={field}
              form={form}
              words={{ ...fieldText(text, name, param), ...props.words?.[param] }}
              own={components[param]}
            />
          )),
          props,
        )}
      </FormContext>
      {props.note?.({ values: form.values, params: form.params, isValid: form.isValid })}
      <StoppedView form={form} name={name} text={text} secret={(path) => action.params[path]?.kind === 'secret'} />
      {unseen && <UnseenProblems form={form} name={name} text={text} />}
      {form.serverError && <ErrorPlace live error={form.serverError} title={t('kit.form.failed')} />}
      <CallPreview name={name} action={action} params={form.params} />
    </form>
  );
}

/** What stops the form and no field tells: a press of its button never does nothing without a word. */
function UnseenProblems({ form, name, text }: Pick<FormBodyProps, 'form' | 'name' | 'text'>) {
  const t = useT();
  if (form.problems.size === 0) return null;
  return (
    <Notice live meaning="danger" title={t('kit.form.notSent')}>
      <ul>
        {[...form.problems].map(([path, words]) => (
          <li key={path}>
            {fieldText(text, name, path).label}: {words}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The lead keeps its place among its siblings, and with it the focus, while the fields after it change. */
function withLead(
  fields: readonly ReactElement[],
  { lead, leadBefore = [] }: Pick<ResourceFormProps, 'lead' | 'leadBefore'>,
): readonly ReactElement[] {
  if (!lead) return fields;
  const at = fields.findIndex(({ key }) => key !== null && leadBefore.includes(key));
  return fields.toSpliced(Math.max(0, at), 0, <Fragment key="lead">{lead}</Fragment>);
}

interface FormFieldProps {
  readonly param: string;
  /** How the account's API calls it. */
  readonly spoken: string | undefined;
  readonly field: Field;
  readonly form: Form;
  readonly words: { readonly label: string; readonly help?: string };
  readonly own: FieldComponent | undefined;
}

function FormField({ param, spoken, field, form, words, own: Own }: FormFieldProps) {
  return (
    <FieldFrame label={words.label} name={spoken} help={words.help} required={field.required ?? false} error={form.errorFor(param)}>
      {(ids) => {
        const props = {
          ids,
          path: param,
          field,
          value: form.values[param],
          onChange: (value: unknown) => form.set(param, value),
          onBlur: () => form.touch(param),
        };
        return Own ? <Own {...props} values={form.values} set={form.set} /> : <Control {...props} />;
      }}
    </FieldFrame>
  );
}

type CallPreviewProps = Parameters<typeof CallView>[0];

/** The call as it stands with what is entered so far. */
function CallPreview(props: CallPreviewProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="text-muted">{t('kit.call.show')}</summary>
      <div className="pt-2">
        <Suspense>{open && <CallView {...props} />}</Suspense>
      </div>
    </details>
  );
}

/** The panel opens with the focus in its first field, not on its cross. */
function useFirstFocus(wanted: boolean) {
  const body = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (wanted) body.current?.querySelector<HTMLElement>('input, select, textarea, [role=switch]')?.focus();
  }, [wanted]);
  return body;
}
