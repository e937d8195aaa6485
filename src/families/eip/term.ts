/** What of an elastic IP's payment goes together, as the forms of today's accounts check it before it is sent. */
import type { Translate } from '../../i18n/index.ts';
import type { FieldError, ValuesOf } from '../../kit/form/types.ts';
import type { AnyRow } from '../../lib/family.ts';
import { isBlank } from '../../lib/form.ts';

/** Parameters of which only accounts of today have any. */
export type TermValues = Partial<
  ValuesOf<'InternetChargeType' | 'AddressChargePrepaid' | 'BandwidthPackageId' | 'AddressType' | 'AnycastZone'>
>;

/** What belongs to one kind or one way of paying is asked for, and sent, with that alone. */
export function applies(param: string, { InternetChargeType, AddressType }: TermValues): boolean {
  if (param === 'AddressChargePrepaid') return InternetChargeType === 'BANDWIDTH_PREPAID_BY_MONTH';
  if (param === 'BandwidthPackageId') return InternetChargeType === 'BANDWIDTH_PACKAGE';
  return param !== 'AnycastZone' || AddressType === 'AnycastEIP';
}

/** A charge by the month has a term. */
export function termError(t: Translate, values: TermValues): FieldError<'AddressChargePrepaid'>[] {
  const term = values.AddressChargePrepaid as AnyRow | null | undefined;
  if (!applies('AddressChargePrepaid', values) || !isBlank(term?.Period)) return [];
  return [{ path: 'AddressChargePrepaid.Period', message: t('eip.charge.chooseTerm') }];
}
