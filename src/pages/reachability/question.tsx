import { ArrowLeftRight } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { useMachines } from '../../kit/machines.tsx';
import { useTyped } from '../../lib/use-typed.ts';
import { endOf, optionOf, optionsFor } from '../../network-model/paths/ends.ts';
import { hasPorts, portOf, protocols, type ReachabilityQuery } from '../../network-model/paths/question.ts';
import type { Network } from '../../network-model/use-network.ts';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';

interface QuestionProps {
  readonly network: Network;
  readonly asked: ReachabilityQuery;
  readonly onChange: (change: Partial<ReachabilityQuery>) => void;
}

/** Both ends, protocol and port. Whatever is chosen is asked at once. */
export function Question({ network, asked, onChange }: QuestionProps) {
  const t = useT();
  const [port, typePort] = useTyped(asked.port, (next) => onChange({ port: next.trim() }));
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        <End label={t('reachability.from')} name="from" network={network} value={asked.from} onChange={(from) => onChange({ from })} />
      </div>
      <IconButton
        label={t('reachability.swap')}
        icon={<ArrowLeftRight aria-hidden="true" className="size-4" />}
        className="sm:mt-6"
        onClick={() => onChange({ from: asked.to, to: asked.from })}
      />
      <div className="min-w-0 flex-1 basis-72">
        <End label={t('reachability.to')} name="to" network={network} value={asked.to} onChange={(to) => onChange({ to })} />
      </div>
      <div className="w-28">
        <Field label={t('reachability.protocol')} required>
          {(ids) => (
            <Select
              {...ids}
              value={asked.protocol}
              onChange={(protocol) => onChange({ protocol })}
              options={protocols.map((value) => ({ value, label: value }))}
            />
          )}
        </Field>
      </div>
      {hasPorts(asked.protocol) && (
        <div className="w-36">
          <Field
            label={t('reachability.port')}
            required
            error={asked.port !== '' && portOf(asked.port) === null ? t('reachability.badPort') : undefined}
          >
            {(ids) => <TextInput {...ids} mono inputMode="numeric" value={port} onChange={typePort} />}
          </Field>
        </div>
      )}
    </div>
  );
}

interface EndProps {
  readonly label: string;
  readonly name: string;
  readonly network: Network;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One end: found by name, id or address, or an address typed as it is. */
function End({ label, network, value, onChange }: EndProps) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const words = {
    internet: t('reachability.internet'),
    internetDetail: t('reachability.internetDetail'),
    internet6: t('reachability.internet6'),
    internetDetail6: t('reachability.internetDetail6'),
    machineName: useMachines().nameOf,
  };
  const { model, known } = network;
  const found = optionsFor(search, model, known, words);
  const chosen = optionOf(value, model, known, words);
  const bad = value !== '' && network.complete && endOf(value, model) === null;
  return (
    <Field label={label} required error={bad ? t('reachability.badEnd', { text: value }) : undefined}>
      {(ids) => (
        <Combobox
          {...ids}
          allowFree
          value={value}
          onChange={(next) => onChange(next.trim())}
          onSearch={setTyped}
          options={chosen && !found.some((option) => option.value === chosen.value) ? [chosen, ...found] : found}
          loading={!network.complete}
          placeholder={t('reachability.endPlaceholder')}
        />
      )}
    </Field>
  );
}
