import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { VpnGateway } from '../../../catalogue/families/vpn-gateway/index.ts';
import type { ParamOf } from '../../../catalogue/row-of.ts';
import { useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { EditForm } from '../../kit/form/edit-form.tsx';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import type { FieldError, ValuesOf } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import { useFamily } from '../../kit/words.ts';
import type { AnyRow, Params } from '../../lib/family.ts';
import { isBlank } from '../../lib/form.ts';
import { RadioCards } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { CloudTime } from '../../ui/parts.tsx';
import { Notice } from '../../ui/status.tsx';
import { Price } from './price.tsx';

type Charge = VpnGateway['InstanceChargeType'];

/** What the price hangs on; null while some of it is not chosen. */
function priced(params: Params, names: readonly string[]): Params | null {
  const complete = names.every((name) => !isBlank(params[name]) && !isBlank((params[name] as AnyRow).Period ?? '-'));
  return complete ? Object.fromEntries(names.map((name) => [name, params[name]])) : null;
}

type Kind = ValuesOf<'Type'>;

/** Of accounts of today alone: the documents' action has no such names, and forms of its accounts leave them out. */
const todays = ['MaxConnection', 'BgpAsn', 'Zone', 'CdcId'] as const;

const isOfCcn = ({ Type }: Kind): boolean => Type === 'CCN' || Type === 'SSL_CCN';
const isSsl = ({ Type }: Kind): boolean => Type === 'SSL' || Type === 'SSL_CCN';

/** One of a CCN stands in no VPC; only SSL counts connections, only IPsec speaks BGP. */
function isAsked(param: ParamOf<'vpn-gateway', 'create' | 'update'>, values: Kind): boolean {
  if (param === 'VpcId') return !isOfCcn(values);
  if (param === 'MaxConnection') return isSsl(values);
  return param !== 'BgpAsn' || !isSsl(values);
}

/** How it is paid for decides which fields there are: a term only for what is paid in advance. */
export function CreateVpnGateway() {
  const t = useT();
  const { label } = useFamily('vpn-gateway');
  const [search] = useSearchParams();
  const [charge, setCharge] = useState<Charge>(search.get('InstanceChargeType') === 'PREPAID' ? 'PREPAID' : 'POSTPAID_BY_HOUR');
  const prepaid = charge === 'PREPAID';
  const fields = ['Type', 'VpcId', 'VpnGatewayName', 'InternetMaxBandwidthOut', ...todays] as const;
  const asked = prepaid
    ? ['InstanceChargeType', 'InternetMaxBandwidthOut', 'InstanceChargePrepaid']
    : ['InstanceChargeType', 'InternetMaxBandwidthOut'];
  // They tell in the price where they are chosen.
  const priceOf = (params: Params) => priced(params, [...asked, ...['Type', 'MaxConnection'].filter((name) => !isBlank(params[name]))]);
  const check = ({ InstanceChargePrepaid }: ValuesOf<'InstanceChargePrepaid'>): FieldError<'InstanceChargePrepaid'>[] =>
    prepaid && isBlank((InstanceChargePrepaid as AnyRow | undefined)?.Period)
      ? [{ path: 'InstanceChargePrepaid.Period', message: t('vpnGateway.chooseTerm') }]
      : [];
  return (
    <CreateForm
      family="vpn-gateway"
      fields={prepaid ? [...fields, 'InstanceChargePrepaid'] : fields}
      // Of every kind that asks for one; today's description calls it optional, for the others.
      needed={['VpcId']}
      applies={(param, values) => isAsked(param, values)}
      derived={(values) => paramValues({ InstanceChargeType: charge, ...(isOfCcn(values) ? { VpcId: '' } : {}) })}
      initial={{ InternetMaxBandwidthOut: '5', InstanceChargePrepaid: { Period: '1', RenewFlag: 'NOTIFY_AND_AUTO_RENEW' } }}
      check={check}
      lead={
        <Field label={label('InstanceChargeType')} name="InstanceChargeType" required>
          {({ id }) => (
            <RadioCards<Charge>
              id={id}
              label={label('InstanceChargeType')}
              value={charge}
              onChange={setCharge}
              options={[
                { value: 'POSTPAID_BY_HOUR', label: t('vpnGateway.postpaid'), detail: t('vpnGateway.postpaidBody') },
                { value: 'PREPAID', label: t('vpnGateway.prepaid'), detail: t('vpnGateway.prepaidBody') },
              ]}
            />
          )}
        </Field>
      }
      note={({ params }) => <Price operation="price" params={priceOf(params)} />}
    />
  );
}

/** A new name; and, for what is paid in advance, the way of paying after the term. */
export function EditVpnGateway({ id }: { readonly id: string }) {
  const t = useT();
  return (
    <OnePanel family="vpn-gateway" id={id}>
      {(row) => (
        <EditForm
          family="vpn-gateway"
          id={id}
          fields={[
            'VpnGatewayName',
            'MaxConnection',
            'BgpAsn',
            ...(row.InstanceChargeType === 'PREPAID' && !row.NewPurchasePlan ? (['InstanceChargeType'] as const) : []),
          ]}
          applies={(param) => isAsked(param, row)}
          initialFrom={() => paramValues({ InstanceChargeType: '' })}
          precondition={({ InstanceChargeType, NewPurchasePlan, ExpiredTime }, values) =>
            isBlank(values.InstanceChargeType) ? {} : { InstanceChargeType, NewPurchasePlan, ExpiredTime }
          }
          note={({ params }) =>
            params.InstanceChargeType !== undefined && (
              <Notice meaning="warning" title={t('vpnGateway.toPostpaid')}>
                {t.node('vpnGateway.toPostpaidBody', { end: <CloudTime value={row.ExpiredTime} /> })}
              </Notice>
            )
          }
        />
      )}
    </OnePanel>
  );
}

export function RenewVpnGateway({ id }: { readonly id: string }) {
  const t = useT();
  return (
    <OnePanel family="vpn-gateway" id={id}>
      {(row) => (
        <VerbForm
          family="vpn-gateway"
          operation="renew"
          id={id}
          precondition={({ ExpiredTime, RenewFlag }) => ({ ExpiredTime, RenewFlag })}
          initialFrom={({ RenewFlag }) => paramValues({ InstanceChargePrepaid: { Period: '1', RenewFlag } })}
          note={({ params }) => (
            <>
              <p className="text-muted">{t.node('vpnGateway.paidUntil', { end: <CloudTime value={row.ExpiredTime} /> })}</p>
              <Price operation="renewPrice" params={priced(params, ['VpnGatewayId', 'InstanceChargePrepaid'])} />
            </>
          )}
        />
      )}
    </OnePanel>
  );
}

/** A bandwidth can only be raised (5209). */
export function ResizeVpnGateway({ id }: { readonly id: string }) {
  const t = useT();
  return (
    <OnePanel family="vpn-gateway" id={id}>
      {({ InternetMaxBandwidthOut: now }) => (
        <VerbForm
          family="vpn-gateway"
          operation="resize"
          id={id}
          precondition={({ InternetMaxBandwidthOut }) => ({ InternetMaxBandwidthOut })}
          check={({ InternetMaxBandwidthOut }) =>
            !isBlank(InternetMaxBandwidthOut) && Number(InternetMaxBandwidthOut) <= now
              ? [{ path: 'InternetMaxBandwidthOut', message: t('vpnGateway.onlyMore', { now }) }]
              : []
          }
          note={({ params, isValid }) => (
            <>
              <p className="text-muted">{t('vpnGateway.bandwidthNow', { now })}</p>
              <Price operation="resizePrice" params={isValid ? priced(params, ['VpnGatewayId', 'InternetMaxBandwidthOut']) : null} />
            </>
          )}
        />
      )}
    </OnePanel>
  );
}
