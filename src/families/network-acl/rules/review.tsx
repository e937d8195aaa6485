import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { NetworkAcl } from '../../../../catalogue/families/network-acl/index.ts';
import { validate } from '../../../../catalogue/validate.ts';
import { encode } from '../../../../catalogue/wire.ts';
import { entriesOf, replaceCall } from '../../../../network/rule-sets/acl-entries.ts';
import { aclStepsOf } from '../../../../network/rule-sets/acl-steps.ts';
import { directions, lostCarried, type RuleSet } from '../../../../network/rule-sets/rule-set.ts';
import { ApiError } from '../../../api/api-error.ts';
import { invalidate } from '../../../api/query.ts';
import { readRowAgain } from '../../../api/read-again.ts';
import { runOperation } from '../../../api/run.ts';
import { type SpokenCall, useSpeaking } from '../../../api/spoken-call.ts';
import { type Translate, useT } from '../../../i18n/index.ts';
import { CallView } from '../../../kit/call-view.tsx';
import { ErrorPlace } from '../../../kit/error-place.tsx';
import { Comparison } from '../../../kit/rules/diff-list.tsx';
import type { ReviewProps } from '../../../kit/rules/kind.ts';
import { LostCarried } from '../../../kit/rules/lost-carried.tsx';
import { useBarred, useFamily } from '../../../kit/words.ts';
import { requireOperation } from '../../../lib/family.ts';
import { useScope } from '../../../lib/scope.ts';
import { Button } from '../../../ui/button.tsx';
import { SidePanel } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/status.tsx';
import { type AclWire, apply } from './apply.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { Answers } from './remarks.tsx';

/** How a call reaches the cloud, and how what stands is read. */
function useWire(acl: NetworkAcl, isJoined: boolean): AclWire {
  const scope = useScope();
  const client = useQueryClient();
  const { module } = useFamily('network-acl');
  return useMemo(
    () => ({
      isJoined,
      send: async (written, wanted) => {
        const { name, data } = requireOperation(module, 'replaceEntries');
        const [first = {}, ...more] = written.map((direction) => encode(data, { ...replaceCall(acl, direction, wanted[direction]) }));
        const { requestId } = await runOperation(scope, module, name, [first, ...more]);
        return { requestId };
      },
      read: async () => {
        const row = (await readRowAgain(client, scope, module, acl.networkAclId)) as NetworkAcl | null;
        if (row) return entriesOf(row);
        throw new ApiError({ code: 'InvalidNetworkAclID.NotFound', message: acl.networkAclId, outcome: 'not-done' }, 0);
      },
    }),
    [scope, client, module, acl, isJoined],
  );
}

/** The place of what is wrong with a call as it would be sent. */
const problemOf = ({ action, params }: SpokenCall): string | undefined => validate(action, params)[0]?.path;

function refusedWords(t: Translate, refusal: Refusal): string {
  const direction = t(`rules.${refusal.direction}`);
  switch (refusal.kind) {
    case 'empty':
      return `${direction}: ${t('networkAcl.edit.none')}`;
    case 'gone':
      return `${direction}: ${t('networkAcl.carriedGone')}`;
    case 'carried':
      return `${direction}: ${t('networkAcl.carriedRefused', { n: refusal.rule + 1 })}`;
    case 'wrong':
      return `${direction}: ${t('networkAcl.ruleRefused', { n: refusal.rule + 1 })}`;
  }
}

/** What an apply would do, before it does: the rules, the packets, the answers, the calls. */
export function Review({ acl, base, wanted, known, onClose, onApplied, onConflict, onFailed }: ReviewProps & { readonly acl: NetworkAcl }) {
  const t = useT();
  const scope = useScope();
  const client = useQueryClient();
  const { module } = useFamily('network-acl');
  const [sure, setSure] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const { name, data } = requireOperation(module, 'replaceEntries');
  const speak = useSpeaking(scope, name, data);
  const wire = useWire(acl, speak.joins);
  const calls = aclStepsOf(base, wanted, speak.joins).map((ways) => ways.map((way) => replaceCall(acl, way, wanted[way])));
  const refusal = refusalOf(acl, (call) => problemOf(speak([encode(data, { ...call })])), base, wanted);
  const lost = directions.flatMap((way) => lostCarried(base[way], wanted[way]));
  const barred = useBarred('network-acl');
  const reason =
    barred !== undefined
      ? barred
      : refusal
        ? refusedWords(t, refusal)
        : calls.length === 0
          ? t('kit.form.nothingChanged')
          : lost.length > 0 && !sure
            ? t('networkAcl.confirmFirst')
            : undefined;

  const start = async (): Promise<void> => {
    setError(null);
    setDone(0);
    const end = await apply(base, wanted, wire, setDone);
    setDone(null);
    void invalidate(client, scope, ['network-acl']);
    if (end.end === 'done') onApplied(end.rules);
    else if (end.end === 'conflict') onConflict(end.rules, end.left);
    else {
      setError(end.error);
      if (end.rules && end.done > 0) onFailed(end.rules);
    }
  };
  const close = (): void => {
    if (done === null) onClose();
  };
  return (
    <SidePanel
      size="lg"
      title={<bdi>{t('networkAcl.reviewTitle', { name: acl.networkAclName || acl.networkAclId })}</bdi>}
      onClose={close}
      footer={
        <>
          {done !== null && <span role="status">{t('networkAcl.progress', { n: done, of: calls.length })}</span>}
          <Button onClick={close}>{t('networkAcl.backToRules')}</Button>
          <Button variant="primary" pending={done !== null} disabledReason={reason} onClick={() => void start()}>
            {t('networkAcl.apply', { n: calls.length })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {error && <ErrorPlace live error={error} title={t('networkAcl.applyFailed')} />}
        {refusal && <Notice meaning="danger" title={refusedWords(t, refusal)} />}
        <LostCarried lost={lost} label={t('networkAcl.carriedSure')} sure={sure} onSure={setSure} />
        <Consequences acl={acl} base={base} wanted={wanted} />
        <Comparison title={t('networkAcl.rulesChange')} before={base} after={wanted} known={known} />
        <section className="flex flex-col gap-2">
          <h3>{t('networkAcl.callsSent', { n: calls.length })}</h3>
          <p className="text-muted">{t('networkAcl.callsBody')}</p>
          {calls.map(([first, ...more]) => (
            <CallView key={first?.ruleDirection} name={name} action={data} params={[{ ...first }, ...more.map((call) => ({ ...call }))]} />
          ))}
        </section>
      </div>
    </SidePanel>
  );
}

/** Whom it concerns, and whose answers are lost. */
function Consequences({ acl, base, wanted }: { readonly acl: NetworkAcl; readonly base: RuleSet; readonly wanted: RuleSet }) {
  const t = useT();
  return (
    <div className="flex flex-col gap-3">
      <p>{t('networkAcl.edit.subnets', { n: acl.subnetNum })}</p>
      <Answers live={base} wanted={wanted} />
    </div>
  );
}
