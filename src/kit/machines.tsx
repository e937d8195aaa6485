/** What lists, forms and pages say of an instance beside its id: its name and state, where the cloud of today tells them. */
import { useQuery } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import { loadText } from '../../catalogue/text/load.ts';
import { valueText } from '../../catalogue/text/shape.ts';
import { toApiError } from '../api/api-error.ts';
import { type Machine, machinesOptions } from '../api/instances.ts';
import { useLanguage, useT } from '../i18n/index.ts';
import { useDialect, useScope } from '../lib/scope.ts';
import { Code } from '../ui/copy.tsx';
import { Notice } from '../ui/status.tsx';

export interface Machines {
  /** '' while it is not known. */
  readonly nameOf: (id: string) => string;
  /** In words where the state is one that people must know of: '' for a machine that runs, or is not known. */
  readonly stateOf: (id: string) => string;
  /** Why names cannot be read: the code of the refusal. */
  readonly refusal: string | null;
}

const none: ReadonlyMap<string, Machine> = new Map();

/** Names and states of the scope's machines. Under the documents' dialect nothing is asked: it has no such action. */
export function useMachines(): Machines {
  const scope = useScope();
  const isToday = useDialect() === 'today';
  const language = useLanguage();
  // The words come with the catalogue's, and only where they are needed.
  const words = isToday ? use(loadText(language, 'account')) : null;
  const { data = none, error } = useQuery({ ...machinesOptions(scope), enabled: isToday });
  const refusal = error ? toApiError(error).code : null;
  return useMemo(
    () => ({
      nameOf: (id) => data.get(id)?.InstanceName ?? '',
      stateOf: (id) => {
        const state = data.get(id)?.InstanceState ?? '';
        return words && state !== 'RUNNING' ? valueText(words, 'cvm:DescribeInstances', 'InstanceState', state) : '';
      },
      refusal,
    }),
    [data, refusal, words],
  );
}

/** Says once, above a list or in a form, why instances stand there by their ids alone. */
export function MachinesRefused() {
  const t = useT();
  const { refusal } = useMachines();
  return refusal === null ? null : <Notice meaning="neutral" title={t('kit.machine.refused', { code: refusal })} />;
}

/** The same on a page of its own: the id can be copied. */
export function MachineInFull({ id }: { readonly id: string }) {
  const { nameOf, stateOf } = useMachines();
  const [name, state] = [nameOf(id), stateOf(id)];
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {name !== '' && name !== id && <bdi>{name}</bdi>}
      <Code copy>{id}</Code>
      {state !== '' && <span className="text-muted text-xs">{state}</span>}
    </span>
  );
}

/** An instance by its name and id; what keeps it from working is said beside it. */
export function MachineCell({ id, machines }: { readonly id: string; readonly machines: Machines }) {
  const name = machines.nameOf(id);
  const state = machines.stateOf(id);
  return (
    <span title={[name, id, state].filter((part) => part !== '').join(' · ')}>
      {name !== '' && name !== id ? <span className="font-sans">{name} </span> : null}
      <span className={name === '' || name === id ? '' : 'text-muted text-xs'}>{id || '–'}</span>
      {state !== '' && <span className="ml-1.5 font-sans text-muted text-xs">{state}</span>}
    </span>
  );
}
