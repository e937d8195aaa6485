/** How an elastic IP is paid for and how wide it is: of accounts of today alone. */

import type { RowOf } from '../../../catalogue/row-of.ts';
import { useT } from '../../i18n/index.ts';
import { paramValues } from '../../kit/form/param-values.ts';
import type { FieldError } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import { type FormValues, isBlank } from '../../lib/form.ts';
import { Notice } from '../../ui/status.tsx';
import { EipPrice } from './price.tsx';
import { applies, termError } from './term.ts';

/** What must still be so: somebody may have changed it meanwhile. */
const paid = ({ InternetChargeType, Bandwidth, DeadlineDate }: RowOf<'eip'>): FormValues => ({
  InternetChargeType,
  Bandwidth,
  DeadlineDate,
});

const now = ({ Bandwidth }: RowOf<'eip'>) =>
  paramValues(typeof Bandwidth === 'number' ? { InternetMaxBandwidthOut: String(Bandwidth) } : {});

export function ResizeEip({ id }: { readonly id: string }) {
  return (
    <VerbForm
      family="eip"
      operation="resize"
      id={id}
      precondition={paid}
      initialFrom={now}
      note={({ values: { InternetMaxBandwidthOut }, isValid }) => (
        <EipPrice operation="resizePrice" params={isValid ? { AddressIds: [id], InternetMaxBandwidthOut } : null} />
      )}
    />
  );
}

export function ChargeEip({ id }: { readonly id: string }) {
  const t = useT();
  return (
    <VerbForm
      family="eip"
      operation="charge"
      id={id}
      precondition={paid}
      initialFrom={now}
      applies={applies}
      check={(values): FieldError<'AddressChargePrepaid'>[] => termError(t, values)}
      note={({ values }) => !isBlank(values.InternetChargeType) && <Notice meaning="warning" title={t('eip.charge.costs')} />}
    />
  );
}
