import {
  Fragment,
  type KeyboardEvent,
  lazy,
  type ReactElement,
  type ReactNode,
  type SubmitEvent,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useNavigate } from 'react-router';
import type { FamilyRef, Field, Fields } from '../../../catalogue/define.ts';
import { fieldText } from '../../../catalogue/text/shape.ts';
import type { Performed } from '../../api/mutate.ts';
import { useT } from '../../i18n/index.ts';
import { type Params, requireOperation } from '../../lib/family.ts';
import type { Values } from '../../lib/form.ts';
import { usePlace } from '../../lib/place.ts';
import { paths } from '../../paths.ts';
import { toast } from '../../stores/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { SidePanel } from '../../ui/dialog.tsx';
import { Field as FieldFrame } from '../../ui/field.tsx';
import { ErrorPlace } from '../error-place.tsx';
import { useFamily } from '../words.ts';
import { Control, FormContext } from './controls.tsx';
import { useLeave } from './leave.ts';
import type { FieldComponent, Objection } from './types.ts';
import { type Form, useForm } from './use-form.ts';

const CallView = lazy(async () => ({ default: (await import('../call-view.tsx')).CallView }));

export interface ResourceFormProps {
  readonly family: FamilyRef;
  /** The family's operation that is called: create, update, … */
  readonly operation: string;
  readonly initial: Values;
  /** Sent whatever is entered, and not shown: the id of what is edited. */
  readonly fixed?: Params;
  readonly update?: boolean;
  /** Sent besides, told by what is entered: the VPC of the chosen subnet. Name these in no `fields`. */
  readonly derived?: (values: Values) => Params;
  /** The parameters on the screen, in order; all of them when left out. Those that leave the screen are not sent. */
  readonly fields?: readonly string[];
  /** The family's own controls, by parameter. */
  readonly components?: Readonly<Record<string, FieldComponent>>;
  /** What only the family can tell is wrong. */
  readonly check?: (values: Values) => readonly Objection[];
  readonly title?: ReactNode;
  /** Which of several ways the form takes: above the fields, or right before the first of these. */
  readonly lead?: ReactNode;
  readonly leadBefore?: readonly string[];
  /** Under the fields: a price, a consequence of what is entered. */
  readonly note?: (entered: Entered) => ReactNode;
  /** Said when it is done; "Created …" or "Saved …" when left out. */
  readonly done?: (performed: Performed, values: Values) => string;
  /** Where to go when the form was opened by its address. */
  readonly fallback?: string;
}

/** What a form would send, and whether it could. */
export interface Entered {
  readonly values: Values;
  readonly params: Params;
  readonly valid: boolean;
}

const nothing = (): readonly Objection[] => [];

/**
 * A form for an action of the catalogue, in a panel over the page it was called from. Long because it only puts the parts
 * together.
 */
export function ResourceForm(props: ResourceFormProps) {
  const { family, operation, initial, fixed = {}, derived, update = false, check = nothing, components = {} } = props;
  const t = useT();
  const { module, text } = useFamily(family);
  const { name, data: action } = requireOperation(module, operation);
  const shown = props.fields ?? Object.keys(action.params).filter((param) => !Object.hasOwn(fixed, param));
  const fields: Fields = Object.fromEntries(
    shown.flatMap((param): [string, Field][] => (action.params[param] ? [[param, action.params[param]]] : [])),
  );
  const form = useForm({ module, name, action, fields, initial, fixed, derived, update, check });
  const leave = useLeave(family, form.changed && !form.pending, props.fallback);
  const done = useDone(family, update, props.done);
  const id = useId();
  const body = useFirstFocus();

  const submit = async (): Promise<void> => {
    const performed = await form.submit();
    if (!performed) {
      // After React has marked the fields.
      requestAnimationFrame(() => {
        const field = body.current?.querySelector<HTMLElement>('[aria-invalid=true]');
        if (field) field.focus();
        else body.current?.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' });
      });
      return;
    }
    leave.go();
    done(performed, form.values, form.values[module.data.name ?? ''] ?? initial[module.data.name ?? '']);
  };
  const words = text.actions[name];
  return (
    <SidePanel
      title={props.title ?? words?.title}
      onClose={leave.ask}
      footer={
        <>
          <Button onClick={leave.ask}>{t('ui.cancel')}</Button>
          <Button
            type="submit"
            form={id}
            variant="primary"
            pending={form.pending}
            title={t('kit.form.submitKeys')}
            disabledReason={update && !form.changed ? t('kit.form.nothingChanged') : undefined}
          >
            {update ? t('kit.form.save') : (words?.title ?? t('kit.form.create'))}
          </Button>
        </>
      }
    >
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
          if (!update || form.changed) void submit();
        }}
      >
        {words?.what && <p className="text-muted">{words.what}</p>}
        <FormContext value={{ action: name, text, problemAt: form.problemAt }}>
          {withLead(
            Object.entries(fields).map(([param, field]) => (
              <FormField key={param} param={param} field={field} form={form} words={fieldText(text, name, param)} own={components[param]} />
            )),
            props,
          )}
        </FormContext>
        {props.note?.({ values: form.values, params: form.params, valid: form.valid })}
        {form.error && <ErrorPlace live error={form.error} title={t('kit.form.failed')} />}
        <CallPreview name={name} action={action} params={form.params} />
      </form>
    </SidePanel>
  );
}

/** The lead keeps its place among its siblings, and with it the focus, while the fields after it change. */
function withLead(fields: readonly ReactElement[], { lead, leadBefore = [] }: ResourceFormProps): readonly ReactElement[] {
  if (!lead) return fields;
  const at = fields.findIndex(({ key }) => key !== null && leadBefore.includes(key));
  return fields.toSpliced(Math.max(0, at), 0, <Fragment key="lead">{lead}</Fragment>);
}

interface FormFieldProps {
  readonly param: string;
  readonly field: Field;
  readonly form: Form;
  readonly words: { readonly label: string; readonly help?: string };
  readonly own: FieldComponent | undefined;
}

function FormField({ param, field, form, words, own: Own }: FormFieldProps) {
  return (
    <FieldFrame label={words.label} name={param} help={words.help} required={field.required ?? false} error={form.problemAt(param)}>
      {(ids) => {
        const props = {
          ids,
          path: param,
          field,
          value: form.values[param],
          onChange: (value: unknown) => form.set(param, value),
          onLeave: () => form.leave(param),
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
function useFirstFocus() {
  const body = useRef<HTMLFormElement>(null);
  useEffect(() => {
    body.current?.querySelector<HTMLElement>('input, select, textarea, [role=switch]')?.focus();
  }, []);
  return body;
}

/** Says that it is done, and leads to it. */
function useDone(
  family: FamilyRef,
  update: boolean,
  words: ResourceFormProps['done'],
): (performed: Performed, values: Values, name: unknown) => void {
  const t = useT();
  const place = usePlace();
  const navigate = useNavigate();
  return (performed, values, name) => {
    const { id, task, requestId } = performed;
    const called = typeof name === 'string' && name !== '' ? name : (id ?? '');
    toast({
      meaning: task ? 'pending' : 'good',
      title: words
        ? words(performed, values)
        : task
          ? t('kit.form.started', { name: called })
          : t(update ? 'kit.form.doneUpdate' : 'kit.form.doneCreate', { name: called }),
      ...(requestId ? { requestId } : {}),
      ...(id && !update ? { action: { label: t('kit.form.open'), run: () => void navigate(paths.detail(family, id, place)) } } : {}),
    });
  };
}
