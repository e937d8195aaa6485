import { useQueryClient } from '@tanstack/react-query';
import { use, useState } from 'react';
import { cidrOrNull } from '../../../catalogue/address.ts';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { proposeBlocks } from '../../../network/model/space.ts';
import type { VpcInSpace } from '../../../network/model/vpc-spaces.ts';
import { useT } from '../../i18n/index.ts';
import { useZones } from '../../kit/form/zones.ts';
import { usableIn } from '../../lib/addresses.ts';
import { requireOperation } from '../../lib/family.ts';
import { listsIn, useListWords } from '../../network-model/list-words.ts';
import { calledIn } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { toast } from '../../stores/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Select } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';
import { BroughtBlocks } from './brought-blocks.tsx';
import { Planned } from './planned.tsx';
import { createAll, nameOfPlanned, type PlannedSubnet, type Results, wantsWork } from './run.ts';

interface PlanProps {
  readonly network: Network;
  readonly one: VpcInSpace;
}

const most = 20;
const sizes = { smallest: 28, largest: 16, usual: 24 };

/** "Three /24 in three zones": proposed, named, made one after the other, each with what became of it. */
export function Plan({ network, one }: PlanProps) {
  const t = useT();
  const client = useQueryClient();
  const module = use(loadFamily('subnet'));
  const scope = network.known.get(one.vpc.id)?.scope;
  const zones = useZones(scope);
  const [plan, setPlan] = useState<readonly PlannedSubnet[] | null>(null);
  const [results, setResults] = useState<Results>(new Map());
  const [running, setRunning] = useState<AbortController | null>(null);
  if (!scope) return null;
  const start = async (rows: readonly PlannedSubnet[]): Promise<void> => {
    const control = new AbortController();
    setRunning(control);
    const { name } = requireOperation(module, 'create');
    const after = await createAll(
      { client, scope, module, action: name, vpc: one.vpc.id, signal: control.signal },
      rows,
      results,
      setResults,
    );
    setRunning(null);
    const n = rows.filter(({ cidr }) => after.get(cidr)?.state === 'done').length;
    if (n > 0) toast({ meaning: 'good', title: t('addresses.created', { n, name: calledIn(network, one.vpc.id) }) });
  };
  const left = plan?.filter(({ cidr }) => wantsWork(results.get(cidr))) ?? [];
  const unnamed = left.some(({ name }) => name.trim() === '');
  const failed = left.filter(({ cidr }) => results.get(cidr)?.state === 'failed').length;
  return (
    <section aria-label={t('addresses.plan')} className="flex flex-col gap-3">
      <div>
        <h4 className="font-medium">{t('addresses.plan')}</h4>
        <p className="text-muted text-xs">{t('addresses.planWhat')}</p>
      </div>
      {plan === null ? (
        <Wish network={network} one={one} zones={zones} onPlan={setPlan} />
      ) : (
        <>
          <Planned plan={plan} results={results} zones={zones} onChange={running ? undefined : setPlan} />
          <div className="flex flex-wrap gap-2">
            {left.length > 0 && (
              <Button
                variant="primary"
                pending={running !== null}
                disabledReason={
                  unnamed ? t('addresses.nameNeeded') : left.some(({ zone }) => zone === '') ? t('addresses.noZone') : undefined
                }
                onClick={() => void start(left)}
              >
                {failed > 0 && failed === left.length ? t('addresses.retry', { n: failed }) : t('addresses.create', { n: left.length })}
              </Button>
            )}
            {running && <Button onClick={() => running.abort()}>{t('addresses.stop')}</Button>}
            {!running && (
              <Button
                onClick={() => {
                  setPlan(null);
                  setResults(new Map());
                }}
              >
                {t('addresses.another')}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

interface WishProps extends PlanProps {
  readonly zones: readonly string[];
  readonly onPlan: (plan: readonly PlannedSubnet[]) => void;
}

/** How many, how large, in which zones. */
function Wish({ network, one, zones, onPlan }: WishProps) {
  const t = useT();
  const listWords = useListWords();
  const largest = Math.max(Math.min(...one.space.ranges.map(({ cidr }) => cidrOrNull(cidr)?.prefix ?? sizes.smallest)), sizes.largest);
  // What nobody has touched follows the VPC and its zones, which may be known after the form is drawn.
  const [typed, setCount] = useState<string | null>(null);
  const [picked, setPrefix] = useState<string | null>(null);
  const [without, setWithout] = useState<readonly string[]>([]);
  const count = typed ?? String(Math.min(3, Math.max(1, zones.length)));
  const prefix = picked ?? String(Math.max(largest, sizes.usual));
  const chosen = zones.filter((zone) => !without.includes(zone));
  const [begin, setBegin] = useState('');
  const n = /^\d{1,2}$/.test(count) && Number(count) >= 1 && Number(count) <= most ? Number(count) : null;
  const proposal = n === null ? null : proposeBlocks(network.model, one.vpc.id, Array<number>(n).fill(Number(prefix)));
  const blocks = proposal?.blocks ?? null;
  const unread = listsIn([proposal?.unsure ?? null]).map(listWords);
  const notRead = unread.length > 0 ? t('addresses.subnetsNotRead', { lists: unread.join(' ') }) : undefined;
  const reason =
    notRead ?? (n !== null && blocks === null ? t('addresses.doNotFit') : chosen.length === 0 ? t('addresses.noZone') : undefined);
  const nameFor = (at: number): Pick<PlannedSubnet, 'zone' | 'name'> => {
    const zone = chosen[at % chosen.length] ?? '';
    const letter = 'abcdefgh'[Number(zone.split('-').at(-1)) - 1] ?? String(at + 1);
    return { zone, name: nameOfPlanned(begin, letter, Math.floor(at / chosen.length)) };
  };
  const propose = (): void => onPlan((blocks ?? []).map((cidr, at): PlannedSubnet => ({ cidr, ...nameFor(at) })));
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <div className="w-28">
        <Field label={t('addresses.count')} required error={n === null ? t('addresses.badCount', { most }) : undefined}>
          {(ids) => <TextInput {...ids} inputMode="numeric" value={count} onChange={setCount} />}
        </Field>
      </div>
      <div className="w-64">
        <Field label={t('addresses.prefix')} required>
          {(ids) => (
            <Select
              {...ids}
              value={prefix}
              onChange={setPrefix}
              options={Array.from({ length: sizes.smallest - largest + 1 }, (_, at) => {
                const length = largest + at;
                return {
                  value: String(length),
                  label: t('addresses.prefixOption', { prefix: length, n: usableIn(`0.0.0.0/${length}`) }),
                };
              })}
            />
          )}
        </Field>
      </div>
      <div className="w-56">
        <Field label={t('addresses.namePrefix')}>
          {(ids) => <TextInput {...ids} placeholder="subnet" value={begin} onChange={setBegin} />}
        </Field>
      </div>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium">{t('addresses.zones')}</legend>
        <span className="flex min-h-8 flex-wrap items-center gap-x-4">
          {zones.map((zone) => (
            <Checkbox
              key={zone}
              checked={chosen.includes(zone)}
              onChange={(on) => setWithout(on ? without.filter((other) => other !== zone) : [...without, zone])}
              label={<code>{zone}</code>}
            />
          ))}
        </span>
      </fieldset>
      <BroughtBlocks one={one} zones={zones} disabledReason={notRead} onPlan={onPlan} nameFor={nameFor} />
      <Button className="mt-6" disabledReason={n === null ? t('addresses.badCount', { most }) : reason} onClick={propose}>
        {t('addresses.propose')}
      </Button>
    </div>
  );
}
