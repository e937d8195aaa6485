import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { SecurityGroup } from '../../../../catalogue/families/security-group/index.ts';
import { encode } from '../../../../catalogue/wire.ts';
import { type Plan, planFor } from '../../../../network/rule-sets/plan.ts';
import { type CallOfStep, callOf, resetCall, stages } from '../../../../network/rule-sets/plan-calls.ts';
import { directions, keepsCarried, knownSet, lostCarried } from '../../../../network/rule-sets/rule-set.ts';
import type { ApiError } from '../../../api/api-error.ts';
import { invalidate } from '../../../api/query.ts';
import { runOperation } from '../../../api/run.ts';
import { useT } from '../../../i18n/index.ts';
import { CallView } from '../../../kit/call-view.tsx';
import { ErrorPlace } from '../../../kit/error-place.tsx';
import { Comparison } from '../../../kit/rules/diff-list.tsx';
import type { ReviewProps } from '../../../kit/rules/kind.ts';
import { LostCarried } from '../../../kit/rules/lost-carried.tsx';
import { useBarred, useFamily } from '../../../kit/words.ts';
import { requireOperation } from '../../../lib/family.ts';
import { useScope } from '../../../lib/scope.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choice.tsx';
import { SidePanel } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/status.tsx';
import { apply, applyReset, type GroupWire, takesRulesOfToday } from './apply.ts';
import { useRuleLimits } from './limits.ts';
import { readGroupRules } from './read.ts';

/** How a call reaches the cloud, by the family's operations. */
function useWire(group: string): GroupWire {
  const scope = useScope();
  const { module } = useFamily('security-group');
  return useMemo(
    () => ({
      today: takesRulesOfToday(module),
      send: async ({ operation, params }: CallOfStep) => {
        const { name, data } = requireOperation(module, operation);
        const { requestId } = await runOperation(scope, module, name, encode(data, params));
        return { requestId };
      },
      read: () => readGroupRules(scope, group),
    }),
    [scope, module, group],
  );
}

/** What an apply would do, before it does: the rules, the packets, the calls. */
export function Review({
  group,
  base,
  wanted,
  known,
  onClose,
  onApplied,
  onConflict,
  onFailed,
}: ReviewProps & { readonly group: SecurityGroup }) {
  const t = useT();
  const scope = useScope();
  const client = useQueryClient();
  const id = group.SecurityGroupId;
  const wire = useWire(id);
  const { perDirection } = useRuleLimits();
  const [reset, setReset] = useState(false);
  const [sure, setSure] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const [error, setError] = useState<ApiError | null>(null);

  const { plans, refused } = useMemo((): { plans: Plan[]; refused: 'twice' | 'carried' | null } => {
    if (!directions.every((way) => keepsCarried(base[way], wanted[way]))) return { plans: [], refused: 'carried' };
    try {
      const options = { references: known.references, room: perDirection };
      return { plans: directions.flatMap((way) => planFor(way, base[way], wanted[way], options) ?? []), refused: null };
    } catch (thrown) {
      if (thrown instanceof RangeError) return { plans: [], refused: 'twice' };
      throw thrown;
    }
  }, [base, wanted, known.references, perDirection]);
  const steps = stages(base, plans);
  const whole = knownSet(wanted);
  const calls =
    reset && whole
      ? [resetCall(id, base.version, whole, wire.today)]
      : steps.map(({ step }, at) => callOf(id, versionAfter(base.version, at), step, wire.today));
  const crowded = plans.some(({ peak }) => peak > perDirection);

  const lost = directions.flatMap((way) => lostCarried(base[way], wanted[way]));
  const barred = useBarred('security-group');
  const reason =
    barred ??
    (refused !== null
      ? t(refused === 'twice' ? 'securityGroup.twice' : 'securityGroup.carriedRefused')
      : calls.length === 0
        ? t('kit.form.nothingChanged')
        : lost.length > 0 && !sure
          ? t('securityGroup.carriedConfirmFirst')
          : undefined);

  const start = async (): Promise<void> => {
    setError(null);
    setDone(0);
    const end = reset && whole ? await applyReset(id, base, whole, wire) : await apply(id, base, plans, wire, setDone);
    setDone(null);
    void invalidate(client, scope, ['security-group']);
    if (end.end === 'done') onApplied(end.rules);
    else if (end.end === 'conflict') onConflict(end.rules, end.left);
    else {
      setError(end.error);
      if (end.rules && end.done > 0) onFailed(end.rules);
    }
  };

  return (
    <SidePanel
      size="lg"
      title={<bdi>{t('securityGroup.reviewTitle', { name: group.SecurityGroupName || id })}</bdi>}
      onClose={() => done === null && onClose()}
      footer={
        <>
          {done !== null && <span role="status">{t('securityGroup.progress', { n: done, of: calls.length })}</span>}
          <Button onClick={() => done === null && onClose()}>{t('securityGroup.backToRules')}</Button>
          <Button variant={reset ? 'danger' : 'primary'} pending={done !== null} disabledReason={reason} onClick={() => void start()}>
            {t('securityGroup.apply', { n: calls.length })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {error && <ErrorPlace live error={error} title={t('securityGroup.applyFailed')} />}
        {refused && <Notice meaning="danger" title={t(refused === 'twice' ? 'securityGroup.twice' : 'securityGroup.carriedRefused')} />}
        <LostCarried lost={lost} label={t('securityGroup.carriedSure')} sure={sure} onSure={setSure} />
        <Comparison title={t('securityGroup.rulesChange')} before={base} after={wanted} known={known} />
        <section className="flex flex-col gap-2">
          <h3>{t('securityGroup.callsSent', { n: calls.length })}</h3>
          {!reset && plans.length > 0 && <p className="text-muted">{t('securityGroup.between')}</p>}
          {crowded && !reset && <Notice meaning="warning" title={t('securityGroup.crowded', { n: perDirection })} />}
          {reset && <Notice live meaning="danger" title={t('securityGroup.resetWarning')} />}
          <ol className="flex flex-col gap-1">
            {calls.map((call, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the calls of one plan never move
              <CallItem key={at} n={at + 1} call={call} />
            ))}
          </ol>
          {whole ? (
            <Checkbox checked={reset} onChange={setReset} label={t('securityGroup.resetInstead')} />
          ) : (
            <p className="text-muted">{t('securityGroup.resetCarried')}</p>
          )}
        </section>
      </div>
    </SidePanel>
  );
}

/** One call of the plan, written out when it is opened. */
function CallItem({ n, call: { operation, params } }: { readonly n: number; readonly call: CallOfStep }) {
  const t = useT();
  const { module, text } = useFamily('security-group');
  const [open, setOpen] = useState(false);
  const { name, data } = requireOperation(module, operation);
  return (
    <li>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="text-muted">{n}.</span> {text.actions[name]?.title} <code className="text-muted">{name.split(':')[1]}</code>{' '}
          <span className="text-muted">{t('rules.version', { version: params.SecurityGroupPolicySet.Version })}</span>
        </summary>
        {open && <CallView name={name} action={data} params={params} />}
      </details>
    </li>
  );
}

/** The version that a call of the plan will find, when nobody else is at work: each counts it up by one. */
const versionAfter = (version: string, calls: number): string => (/^\d+$/.test(version) ? String(Number(version) + calls) : version);
