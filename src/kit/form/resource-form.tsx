import { useId } from 'react';
import { useNavigate } from 'react-router';
import type { ActionData, FamilyRef, Field, Fields } from '../../../catalogue/define.ts';
import { fieldText } from '../../../catalogue/text/shape.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { isTags, nameGiven, requireOperation, takesAway } from '../../lib/family.ts';
import type { FormValues } from '../../lib/form.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { toast } from '../../stores/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { SidePanel } from '../../ui/dialog.tsx';
import { useFamily, useLacking } from '../words.ts';
import { FormBody } from './form-body.tsx';
import { useLeave } from './leave.ts';
import { noParamValues } from './param-values.ts';
import type { Recheck } from './precondition.ts';
import type { FieldError, ResourceFormProps } from './types.ts';
import { type SubmitResult, useForm } from './use-form.ts';

export const nothing = (): readonly FieldError[] => [];

/** These parameters of an action, in this order; `needed` are required whatever the action says. */
export const fieldsOf = ({ params }: ActionData, shown: readonly string[], needed: readonly string[] = []): Fields =>
  Object.fromEntries(
    shown.flatMap((param): [string, Field][] => {
      const field = params[param];
      return field ? [[param, needed.includes(param) ? wanted(field) : field]] : [];
    }),
  );

/** The field as one that must say something. */
const wanted = ({ orEmpty: _, ...field }: Field): Field => ({ ...field, required: true });

/**
 * A form for an action of the catalogue, in a panel over the page it was called from. `recheck` is how what it changes is read
 * again before it is written; null for what is still to be made.
 */
export function ResourceForm(props: ResourceFormProps & { readonly recheck: Recheck | null }) {
  const {
    family,
    operation,
    initial,
    entered = {},
    fixed = {},
    derived = noParamValues,
    update = false,
    edits = update,
    check = nothing,
    recheck,
  } = props;
  const t = useT();
  const { module, text } = useFamily(family);
  const { name, data: action } = requireOperation(module, operation);
  const all = Object.keys(action.params).filter((param) => !Object.hasOwn(fixed, param));
  const { fields: chosen = all } = props;
  // No family names its tags: whatever can be made with some asks for them.
  const shown = [...chosen, ...all.filter((param) => isTags(action.params[param]) && !chosen.includes(param))];
  const fields = fieldsOf(action, shown, props.needed);
  const applies = (param: string, values: FormValues): boolean => props.applies?.(param, values) ?? true;
  const form = useForm({ module, name, action, fields, applies, initial, entered, fixed, derived, update, check, recheck });
  const leave = useLeave(family, form.isDirty && !form.isSubmitting, props.fallback);
  const done = useDone(family, update, props.done);
  const id = useId();

  const lacking = useLacking(family)(operation);
  const submit = async (): Promise<boolean> => {
    // Enter sends too.
    if (lacking !== undefined) return false;
    const performed = await form.submit();
    if (!performed) return false;
    leave.go();
    done(performed, form.values, nameGiven(module, form.values) || props.called);
    return true;
  };
  const words = text.actions[name];
  const idle = edits && !form.isDirty;
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
            variant={takesAway(action) ? 'danger' : 'primary'}
            pending={form.isSubmitting}
            title={t('kit.form.submitKeys')}
            disabledReason={lacking ?? (idle ? t('kit.form.nothingChanged') : undefined)}
          >
            {update ? t('kit.form.save') : (words?.title ?? t('kit.form.create'))}
          </Button>
        </>
      }
    >
      <FormBody {...props} id={id} name={name} action={action} text={text} form={form} idle={idle} onSubmit={submit} />
    </SidePanel>
  );
}

/** Says that it is done, and leads to it. */
function useDone(
  family: FamilyRef,
  update: boolean,
  words: ResourceFormProps['done'],
): (performed: SubmitResult, values: FormValues, name: string | undefined) => void {
  const t = useT();
  const { text } = useFamily(family);
  const formats = useFormats();
  const scope = useScope();
  const navigate = useNavigate();
  return (performed, values, name) => {
    const { id, task, requestId, kept } = performed;
    const called = name || (id ?? '');
    toast({
      meaning: task ? 'pending' : 'good',
      title: words
        ? words(performed, values)
        : task
          ? t('kit.form.started', { name: called })
          : t(update ? 'kit.form.doneUpdate' : 'kit.form.doneCreate', { name: called }),
      ...(requestId ? { requestId } : {}),
      ...(kept.length > 0
        ? { detail: t('kit.form.keptTheirs', { fields: formats.list(kept.map((path) => fieldText(text, '', path).label)) }) }
        : {}),
      ...(id && !update ? { action: { label: t('kit.form.open'), run: () => void navigate(paths.detail(family, id, scope)) } } : {}),
    });
  };
}
