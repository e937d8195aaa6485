import { ArrowLeftRight, CornerDownRight, ListMinus, ListPlus, Plug, Unplug } from 'lucide-react';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import { type StandardActions, useActions, type Verb } from '../../kit/actions.tsx';
import { instanceOf, secondariesOf } from './columns.tsx';

const isBusy = (row: NetworkInterface): boolean => row.State !== 'AVAILABLE';

const busyReason = (t: Translate, row: NetworkInterface): string | null => (isBusy(row) ? t('eni.heldBusy') : null);

/** Why it cannot leave its instance now. */
function detachDisabledReason(t: Translate, row: NetworkInterface): string | null {
  const instance = instanceOf(row);
  if (instance === '') return t('eni.heldAlone');
  return row.Primary ? t('eni.heldPrimary', { instance }) : busyReason(t, row);
}

function deleteDisabledReason(t: Translate, row: NetworkInterface): string | null {
  const instance = instanceOf(row);
  if (row.Primary) return t('eni.heldPrimary', { instance });
  return instance === '' ? busyReason(t, row) : t('eni.heldAttached', { instance });
}

export function useEniActions(from: 'list' | 'detail'): StandardActions<NetworkInterface> {
  const t = useT();
  const busy = (row: NetworkInterface): string | null => busyReason(t, row);
  const leaving = (row: NetworkInterface): string | null => detachDisabledReason(t, row);
  const isAttached = (row: NetworkInterface): boolean => instanceOf(row) !== '';
  const verbs: readonly Verb<NetworkInterface>[] = [
    {
      operation: 'attach',
      label: t('eni.attach'),
      icon: <Plug aria-hidden="true" className="size-4" />,
      isVisible: (row) => !isAttached(row),
      disabledReason: busy,
    },
    {
      operation: 'detach',
      label: t('eni.detach'),
      icon: <Unplug aria-hidden="true" className="size-4" />,
      isVisible: isAttached,
      disabledReason: leaving,
      mode: 'confirm',
      params: (row) => ({ InstanceId: instanceOf(row) }),
      bulk: true,
    },
    {
      operation: 'migrate',
      label: t('eni.migrate'),
      icon: <ArrowLeftRight aria-hidden="true" className="size-4" />,
      isVisible: isAttached,
      disabledReason: leaving,
    },
    {
      operation: 'assignAddresses',
      label: t('eni.assign'),
      icon: <ListPlus aria-hidden="true" className="size-4" />,
      disabledReason: busy,
    },
    {
      operation: 'unassignAddresses',
      label: t('eni.unassign'),
      icon: <ListMinus aria-hidden="true" className="size-4" />,
      isVisible: (row) => secondariesOf(row).length > 0,
      disabledReason: busy,
    },
    {
      operation: 'migrateAddress',
      label: t('eni.migrateAddress'),
      icon: <CornerDownRight aria-hidden="true" className="size-4" />,
      isVisible: (row) => secondariesOf(row).length > 0,
      disabledReason: busy,
    },
  ];
  return useActions('eni', from, { disabledReason: (row) => deleteDisabledReason(t, row), verbs });
}
