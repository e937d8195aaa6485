/** What an elastic IP is bound to. The cloud of today has no `BindedResourceId`; three fields tell it together. */
import type { Address } from '../../../catalogue/families/eip/index.ts';
import { familyOfId } from '../../../catalogue/ids.ts';
import type { RowOf } from '../../../catalogue/row-of.ts';
import type { Translate } from '../../i18n/index.ts';

/** Of the resource, the instance or the interface, whichever is told first; '' where none is. */
export const boundTo = (row: Address): string => row.BindedResourceId || row.InstanceId || row.NetworkInterfaceId || '';

/** Unbound only where its state and every field that names something say so. */
export const isBound = (row: Address): boolean => row.AddressStatus !== 'UNBIND' || boundTo(row) !== '';

export const isGateway = (row: Address): boolean => familyOfId(boundTo(row)) === 'nat-gateway';

export const boundReason = (t: Translate, row: Address): string | null =>
  isBound(row) ? t('eip.disabledBound', { what: boundTo(row) || t('eip.boundUnknown') }) : null;

/** Why it cannot be bound now (2679). */
export function bindDisabledReason(t: Translate, row: Address): string | null {
  if (row.IsBlocked) return t('eip.disabledBlocked');
  if (row.IsArrears) return t('eip.disabledArrears');
  return boundReason(t, row);
}

/** Why it cannot be unbound now. A gateway gives its addresses up by actions of its own. */
export function unbindDisabledReason(t: Translate, row: Address): string | null {
  if (!isBound(row)) return t('eip.disabledNotBound');
  if (row.IsBlocked) return t('eip.disabledBlocked');
  return isGateway(row) ? t('eip.disabledGateway') : null;
}

/** Why the way of paying for it cannot be changed now. */
export function chargeDisabledReason(t: Translate, row: RowOf<'eip'>): string | null {
  if (row.IsArrears) return t('eip.disabledArrearsPay');
  if (row.InternetChargeType === 'BANDWIDTH_PACKAGE') return t('eip.disabledPackage');
  return isGateway(row) ? t('eip.disabledGatewayCharge') : null;
}
