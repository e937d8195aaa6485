import { type ReactNode, useId, useState } from 'react';
import type { FamilyRef } from '../../../catalogue/define.ts';
import type { OperationOf, ParamOf } from '../../../catalogue/row-of.ts';
import type { WriteResult } from '../../api/mutate.ts';
import { useT } from '../../i18n/index.ts';
import { requireOperation } from '../../lib/family.ts';
import { type FormValues, firstValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/parts.tsx';
import { Notice } from '../../ui/status.tsx';
import { useFamily, useLacking } from '../words.ts';
import { FormBody } from './form-body.tsx';
import { noParamValues } from './param-values.ts';
import { fieldsOf, nothing } from './resource-form.tsx';
import type { ResourceFormProps, ValuesOf } from './types.ts';
import { useForm } from './use-form.ts';

interface ActionFormProps<F extends FamilyRef, O extends OperationOf<F>>
  extends Pick<ResourceFormProps<ParamOf<F, O>>, 'fields' | 'needed' | 'components' | 'check' | 'note' | 'derived'> {
  readonly family: F;
  readonly operation: O;
  readonly initial?: Partial<ValuesOf<ParamOf<F, O>>>;
  /** What came of the last call, under the form: it stays until the next one. */
  readonly outcome: (performed: WriteResult, sent: ValuesOf<ParamOf<F, O>>) => ReactNode;
  /** Told once of each call that succeeded. */
  readonly done?: (performed: WriteResult, sent: ValuesOf<ParamOf<F, O>>) => void;
}

interface Outcome {
  readonly performed: WriteResult;
  readonly values: FormValues;
}

/** An action that has no resource of this console to stand over: a form of the page itself, and what came of it. */
export function ActionForm<F extends FamilyRef, O extends OperationOf<F>>(given: ActionFormProps<F, O>) {
  const { family, operation, initial, check = nothing, derived = noParamValues, outcome, done, ...props } = given;
  // The form has a value for each of the action's parameters that is on the screen.
  type Values = ValuesOf<ParamOf<F, O>>;
  const t = useT();
  const { module, text } = useFamily(family);
  const { name, data: action } = requireOperation(module, operation);
  const fields = fieldsOf(action, props.fields ?? Object.keys(action.params), props.needed);
  const form = useForm({
    module,
    name,
    action,
    fields,
    initial: firstValues(action.params, initial),
    fixed: {},
    derived,
    update: false,
    check,
    recheck: null,
  });
  const [sent, setSent] = useState<Outcome | null>(null);
  const lacking = useLacking(family)(operation);
  const id = useId();
  const submit = async (): Promise<boolean> => {
    // Enter sends too.
    if (lacking !== undefined) return false;
    setSent(null);
    const performed = await form.submit();
    if (performed) {
      setSent({ performed, values: form.values });
      done?.(performed, form.values as Values);
    }
    return performed !== null;
  };
  const title = text.actions[name]?.title ?? t('kit.form.create');
  return (
    <Card title={title}>
      <div className="flex max-w-2xl flex-col gap-5">
        <FormBody {...props} calm id={id} family={family} name={name} action={action} text={text} form={form} onSubmit={submit} />
        {lacking !== undefined && <Notice meaning="neutral" title={lacking} />}
        <div>
          <Button
            type="submit"
            form={id}
            variant="primary"
            pending={form.isSubmitting}
            title={t('kit.form.submitKeys')}
            disabledReason={lacking}
          >
            {title}
          </Button>
        </div>
        {sent && <div role="status">{outcome(sent.performed, sent.values as Values)}</div>}
      </div>
    </Card>
  );
}
