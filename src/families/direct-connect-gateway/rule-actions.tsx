import { useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import type { OperationOf } from '../../../catalogue/row-of.ts';
import { toApiError } from '../../api/api-error.ts';
import { perform } from '../../api/mutate.ts';
import { invalidate } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { confirm } from '../../kit/confirm/store.ts';
import { useOpenForm } from '../../kit/form-origin.ts';
import { refusalLine } from '../../kit/refusal-line.ts';
import { useFamily } from '../../kit/words.ts';
import { type AnyRow, type Params, requireOperation } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { textOf } from '../../lib/text.ts';
import { paths } from '../../paths.ts';
import { toast } from '../../stores/toasts.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { type Gateway, type GatewayRuleKind, identityOf, nameOfRule, ofGateway, old, readNatRules } from './rules.ts';

/**
 * Asks, does it, and says how it went: for what has no id that a deletion could be asked for by. `still` reads again whether
 * it stands as it was shown: what somebody changed meanwhile is not deleted unseen.
 */
export function useAsked() {
  const t = useT();
  const scope = useScope();
  const client = useQueryClient();
  const { module, text } = useFamily('direct-connect-gateway');
  return async (
    operation: OperationOf<'direct-connect-gateway'>,
    params: Params,
    label: string,
    still: () => Promise<boolean>,
  ): Promise<void> => {
    const { name } = requireOperation(module, operation);
    const words = text.actions[name];
    const yes = await confirm({
      title: `${words?.title ?? ''}: ${label}?`,
      ...(words?.what ? { body: words.what } : {}),
      yes: words?.title ?? '',
      danger: true,
    });
    if (!yes) return;
    try {
      if (!(await still())) {
        toast({ meaning: 'warning', title: t('directConnectGateway.changedMeanwhile', { rule: label }) });
        void invalidate(client, scope, ['direct-connect-gateway']);
        return;
      }
      const { task, requestId } = await perform(client, scope, { module, name, params, label });
      toast({
        meaning: task ? 'pending' : 'good',
        title: task ? t('kit.form.started', { name: label }) : t('kit.run.doneToast', { verb: words?.title ?? '', what: label }),
        ...(requestId ? { requestId } : {}),
      });
    } catch (thrown) {
      const error = toApiError(thrown);
      toast({
        meaning: 'danger',
        title: t('kit.run.failedOne', { name: label }),
        detail: await refusalLine(error),
        ...(error.requestId ? { requestId: error.requestId } : {}),
      });
    }
  };
}

/** What can be done with a translation. It has no id: its present values name it, here as in the calls. */
export function useRuleActions(gateway: Gateway, kind: GatewayRuleKind, onChosen: () => void): (rule: AnyRow) => readonly MenuItem[] {
  const t = useT();
  const scope = useScope();
  const open = useOpenForm();
  const asked = useAsked();
  const { module } = useFamily('direct-connect-gateway');
  return (rule) => {
    const present = Object.fromEntries(
      kind.fields.flatMap((field) => [
        [old(field), String(rule[field])],
        [field, String(rule[field])],
      ]),
    );
    const prefill = { ...present, description: String(rule.description ?? '') };
    const edit = paths.verb('direct-connect-gateway', gateway.directConnectGatewayId, `update${kind.key}`, scope, prefill);
    return [
      {
        key: 'edit',
        label: t('kit.edit'),
        icon: Pencil,
        onSelect: () => {
          onChosen();
          open(edit);
        },
      },
      {
        key: 'delete',
        label: t('kit.delete'),
        danger: true,
        separated: true,
        icon: Trash2,
        onSelect: () => {
          onChosen();
          const still = async (): Promise<boolean> => {
            const now = await readNatRules(scope, module, `list${kind.key}s`, ofGateway(gateway));
            return now.some((one) => [...kind.fields, 'description'].every((field) => textOf(one[field]) === textOf(rule[field])));
          };
          void asked(`delete${kind.key}`, { ...ofGateway(gateway), [kind.set]: [identityOf(kind, rule)] }, nameOfRule(kind, rule), still);
        },
      },
    ];
  };
}
