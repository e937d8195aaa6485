/** What of an elastic IP's payment goes together, as the forms of today's accounts check it before it is sent. */
import type { Translate } from '../../i18n/index.ts';
import type { FieldError, ValuesOf } from '../../kit/form/types.ts';
import type { AnyRow } from '../../lib/family.ts';
import { isBlank } from '../../lib/form.ts';

/** Parameters of which only accounts of today have any. */
export type TermValues = Partial<
  ValuesOf<'InternetChargeType' | 'AddressChargePrepaid' | 'BandwidthPackageId' | 'AddressType' | 'AnycastZone'>
>;

/** A charge by the month has a term, and no other has one. */
export function termError(t: Translate, { InternetChargeType, AddressChargePrepaid }: TermValues): FieldError<'AddressChargePrepaid'>[] {
  const byMonth = InternetChargeType === 'BANDWIDTH_PREPAID_BY_MONTH';
  const hasTerm = !isBlank((AddressChargePrepaid as AnyRow | null | undefined)?.Period);
  if (byMonth === hasTerm) return [];
  return [{ path: 'AddressChargePrepaid.Period', message: t(byMonth ? 'eip.charge.chooseTerm' : 'eip.charge.noTerm') }];
}

/** The same of an allocation, with what belongs to one kind or one way of paying alone. */
export function allocationErrors(
  t: Translate,
  values: TermValues,
): FieldError<'AddressChargePrepaid' | 'BandwidthPackageId' | 'AnycastZone'>[] {
  const { InternetChargeType, BandwidthPackageId, AddressType, AnycastZone } = values;
  const strayPackage = !isBlank(BandwidthPackageId) && InternetChargeType !== 'BANDWIDTH_PACKAGE';
  const strayZone = !isBlank(AnycastZone) && AddressType !== 'AnycastEIP';
  return [
    ...termError(t, values),
    ...(strayPackage ? [{ path: 'BandwidthPackageId', message: t('eip.charge.onlyPackage') } as const] : []),
    ...(strayZone ? [{ path: 'AnycastZone', message: t('eip.charge.onlyAnycast') } as const] : []),
  ];
}
