import type { ReactNode } from 'react';
import { regionName } from '../../../catalogue/regions.ts';
import { valueText } from '../../../catalogue/text/shape.ts';
import { useList } from '../../api/query.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import type { FieldControlProps } from '../../kit/form/types.ts';
import { useFamily } from '../../kit/words.ts';
import type { FormValues } from '../../lib/form.ts';
import { regionsOf, type Scope, useConsole, useScope } from '../../lib/scope.ts';
import { Select } from '../../ui/choice.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';

/** The one network that these forms are about: its list of one in the call. */
export const firstOf = (value: unknown): FormValues => ((Array.isArray(value) ? value[0] : null) ?? {}) as FormValues;

const types = ['VPC', 'DIRECTCONNECT', 'VPNGW'] as const;

interface NetworkOption {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
}

/** What the account has of the kind in the region. */
function useNetworks(scope: Scope, type: string): readonly NetworkOption[] {
  const vpcs = useList(scope, 'vpc', { enabled: type === 'VPC' });
  const lines = useList(scope, 'direct-connect-gateway', { enabled: type === 'DIRECTCONNECT' });
  const gateways = useList(scope, 'vpn-gateway', { enabled: type === 'VPNGW' });
  if (type === 'VPC') return vpcs.rows.map((row) => ({ value: row.VpcId, label: row.VpcName || row.VpcId, detail: row.CidrBlock }));
  if (type === 'VPNGW')
    return gateways.rows.map((row) => ({
      value: row.VpnGatewayId,
      label: row.VpnGatewayName || row.VpnGatewayId,
      detail: row.VpnGatewayId,
    }));
  return lines.rows.map((row) => ({
    value: row.directConnectGatewayId,
    label: row.directConnectGatewayName || row.directConnectGatewayId,
    detail: row.directConnectGatewayId,
  }));
}

/** Kind, region and network, and a note about it: three picks for what the call takes as a list of one. */
export function NetworkFields({ value, onChange, children }: FieldControlProps & { readonly children?: ReactNode }) {
  const t = useT();
  const language = useLanguage();
  const info = useConsole();
  const scope = useScope();
  const { text } = useFamily('ccn');
  const one = firstOf(value);
  const type = String(one.InstanceType ?? 'VPC');
  const region = String(one.InstanceRegion || scope.region);
  const options = useNetworks({ ...scope, region }, type);
  const put = (change: FormValues): void => onChange([{ ...one, InstanceType: type, InstanceRegion: region, ...change }]);
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('ccn.kind')} name="InstanceType" required>
        {(ids) => (
          <Select
            {...ids}
            value={type}
            onChange={(InstanceType) => put({ InstanceType, InstanceId: '' })}
            options={types.map((each) => ({
              value: each,
              label: valueText(text, 'vpc:AttachCcnInstances', 'Instances.InstanceType', each),
            }))}
          />
        )}
      </Field>
      <Field label={t('ccn.region')} name="InstanceRegion" required>
        {(ids) => (
          <Select
            {...ids}
            value={region}
            onChange={(InstanceRegion) => put({ InstanceRegion, InstanceId: '' })}
            options={regionsOf(info, region).map((each) => ({ value: each, label: regionName(each, language), detail: each }))}
          />
        )}
      </Field>
      <Field label={t('ccn.network')} name="InstanceId" required>
        {(ids) => (
          <Combobox
            {...ids}
            allowFree
            options={options}
            value={String(one.InstanceId ?? '')}
            onChange={(InstanceId) => put({ InstanceId })}
          />
        )}
      </Field>
      {children}
      <Field label={t('ccn.description')} name="Description">
        {(ids) => <TextInput {...ids} value={String(one.Description ?? '')} onChange={(Description) => put({ Description })} />}
      </Field>
    </div>
  );
}
