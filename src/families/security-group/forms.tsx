import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type StartingSet, startingSets } from '../../../network/rule-sets/common-services.ts';
import { toApiError } from '../../api/api-error.ts';
import type { WriteResult } from '../../api/mutate.ts';
import { invalidate } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import type { ValuesOf } from '../../kit/form/types.ts';
import { RuleTable } from '../../kit/rules/rule-table.tsx';
import { useFamily } from '../../kit/words.ts';
import { nameGiven } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { toast } from '../../stores/toasts.ts';
import { RadioCards } from '../../ui/choice.tsx';
import { addRules } from './rules/add-rules.ts';

const names = Object.keys(startingSets) as StartingSet[];

/** A group, and the rules that it begins with. */
export function CreateSecurityGroup() {
  const t = useT();
  const scope = useScope();
  const client = useQueryClient();
  const { module } = useFamily('security-group');
  const [start, setStart] = useState<StartingSet>('empty');
  const set = startingSets[start];

  /** The group is made; its rules are calls of their own, and whoever waits for nothing else is told how they went. */
  const begin = async (id: string, name: string): Promise<void> => {
    try {
      const end = await addRules(scope, module, id, set);
      if (end.end === 'done') toast({ meaning: 'good', title: t('securityGroup.rulesAdded', { name }) });
      else
        toast({
          meaning: 'warning',
          title: t('securityGroup.rulesNotAdded', { name }),
          ...(end.end === 'failed' ? { detail: end.error.code } : {}),
        });
    } catch (error) {
      toast({ meaning: 'warning', title: t('securityGroup.rulesNotAdded', { name }), detail: toApiError(error).code });
    }
    void invalidate(client, scope, ['security-group']);
  };
  const done = ({ id }: WriteResult, values: ValuesOf<'GroupName'>): string => {
    const name = nameGiven(module, values) || (id ?? '');
    if (id !== null && start !== 'empty') void begin(id, name);
    return t('kit.form.doneCreate', { name });
  };
  return (
    <CreateForm
      family="security-group"
      fields={['GroupName', 'GroupDescription', 'ProjectId']}
      done={done}
      note={() => (
        <div className="flex flex-col gap-3">
          <h3>{t('securityGroup.startWith')}</h3>
          <RadioCards
            label={t('securityGroup.startWith')}
            value={start}
            onChange={setStart}
            options={names.map((name) => ({
              value: name,
              label: t(`securityGroup.start.${name}`),
              detail: t(`securityGroup.startWhat.${name}`),
            }))}
          />
          {set.ingress.length > 0 && (
            <div className="rounded border border-line">
              <RuleTable direction="ingress" rules={set.ingress} />
            </div>
          )}
        </div>
      )}
    />
  );
}
