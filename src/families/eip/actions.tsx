import { Link2, Unlink } from 'lucide-react';
import type { Address } from '../../../catalogue/families/eip/index.ts';
import { familyOfId } from '../../../catalogue/ids.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import { type StandardActions, useActions, type Verb } from '../../kit/actions.tsx';
import { boundTo, isBound } from './bound.ts';

const isGateway = (row: Address): boolean => familyOfId(boundTo(row)) === 'nat-gateway';

const boundReason = (t: Translate, row: Address): string | null =>
  isBound(row) ? t('eip.heldBound', { what: boundTo(row) || t('eip.boundUnknown') }) : null;

/** Why it cannot be bound now (2679). */
export function bindDisabledReason(t: Translate, row: Address): string | null {
  if (row.IsBlocked) return t('eip.heldBlocked');
  if (row.IsArrears) return t('eip.heldArrears');
  return boundReason(t, row);
}

/** Why it cannot be unbound now. A gateway gives its addresses up by actions of its own. */
export function unbindDisabledReason(t: Translate, row: Address): string | null {
  if (!isBound(row)) return t('eip.heldNotBound');
  if (row.IsBlocked) return t('eip.heldBlocked');
  return isGateway(row) ? t('eip.heldGateway') : null;
}

export function useEipActions(from: 'list' | 'detail'): StandardActions<Address> {
  const t = useT();
  const verbs: readonly Verb<Address>[] = [
    {
      operation: 'associate',
      label: t('eip.bind'),
      icon: <Link2 aria-hidden="true" className="size-4" />,
      isVisible: (row) => !isBound(row),
      disabledReason: (row) => bindDisabledReason(t, row),
    },
    {
      operation: 'disassociate',
      label: t('eip.unbind'),
      icon: <Unlink aria-hidden="true" className="size-4" />,
      isVisible: isBound,
      disabledReason: (row) => unbindDisabledReason(t, row),
      bulk: true,
    },
  ];
  return useActions('eip', from, {
    disabledReason: (row) => (isGateway(row) ? t('eip.heldGateway') : boundReason(t, row)),
    verbs,
    deleteLabel: t('eip.release'),
  });
}
