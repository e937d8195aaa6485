import { useList } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
import type { FieldControlProps } from '../kit/form/types.ts';
import { MachinesRefused, useMachines } from '../kit/machines.tsx';
import { instancesOf, type KnownInstance } from '../lib/instances.ts';
import { useScope } from '../lib/scope.ts';
import { Combobox } from '../ui/combobox.tsx';

/** The instances of this place as the interfaces tell them, and whether all interfaces are here. */
export function useInstances(): { readonly instances: readonly KnownInstance[]; readonly complete: boolean } {
  const list = useList(useScope(), 'eni');
  return { instances: instancesOf(list.rows), complete: list.complete };
}

interface InstanceControlProps extends FieldControlProps {
  /** Which of the known instances are offered; any other id may be typed. */
  readonly offered?: (instance: KnownInstance) => boolean;
}

/** An instance: those that have interfaces here, by id or address, or a typed id; by name where the cloud tells it. */
export function InstanceControl({ ids, value, onChange, onBlur, offered }: InstanceControlProps) {
  const t = useT();
  const { instances, complete } = useInstances();
  const { nameOf, stateOf } = useMachines();
  return (
    <div className="flex flex-col gap-1.5">
      <Combobox
        {...ids}
        allowFree
        mono
        loading={!complete}
        options={(offered ? instances.filter(offered) : instances).map(({ id, address }) => {
          const name = nameOf(id);
          return name === '' || name === id
            ? { value: id, label: id, detail: address }
            : { value: id, label: name, detail: [id, address, stateOf(id)].filter((part) => part !== '').join(' · ') };
        })}
        value={typeof value === 'string' ? value : ''}
        onChange={onChange}
        onBlur={onBlur}
        placeholder={t('kit.form.pickInstance')}
      />
      <MachinesRefused />
    </div>
  );
}
