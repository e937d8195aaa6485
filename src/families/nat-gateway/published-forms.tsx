import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { parseAddress } from '../../../catalogue/address.ts';
import type { DnatRule } from '../../../catalogue/families/nat-gateway/rules.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import type { FieldControlProps } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import { useMachines } from '../../kit/machines.tsx';
import { useMembers, useReadMembers } from '../../kit/members.tsx';
import { useLabelsOf } from '../../kit/words.ts';
import type { FormValues } from '../../lib/form.ts';
import { useScope } from '../../lib/scope.ts';
import { Select } from '../../ui/choice.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { NumberInput, TextInput } from '../../ui/input.tsx';
import { Notice } from '../../ui/status.tsx';
import { asSent, portName, publishedList, publishedOf } from './rule-lists.ts';
import { asShown, GatewayContext, type OfGateway, type OfGatewayId, ruleOf, useGateway } from './rules.tsx';
import { insideVpc, useVpcRanges } from './vpc-ranges.ts';

const useRules = (id: string) => {
  const where = useMemo(() => publishedOf(id), [id]);
  return {
    rules: useMembers(publishedList, where),
    read: useReadMembers(publishedList, where),
  };
};

/** Every private address of the gateway's VPC that an interface has. */
function useAddresses(vpc: string) {
  const { rows, complete } = useList(useScope(), 'eni');
  const { nameOf } = useMachines();
  const holder = (instance: string): string => [nameOf(instance), instance].filter((part) => part !== '').join(' · ');
  const addresses = rows
    .filter(({ VpcId }) => VpcId === vpc)
    .flatMap(({ PrivateIpAddressSet, NetworkInterfaceName, Attachment }) =>
      PrivateIpAddressSet.map(({ PrivateIpAddress }) => ({
        value: PrivateIpAddress,
        label: PrivateIpAddress,
        detail: holder(Attachment?.InstanceId ?? '') || NetworkInterfaceName,
      })),
    );
  return { addresses, complete };
}

/** What is wrong with a rule beside what the catalogue tells: where it leads, and whose port it takes. */
function usePortCheck({ gateway }: OfGateway, rules: readonly DnatRule[], own?: DnatRule) {
  const t = useT();
  const ranges = useVpcRanges(gateway.vpcId);
  return (value: unknown): string | null => {
    const rule = ruleOf(value);
    const text = (name: string): string => String(rule[name] ?? '').trim();
    const needed = ['IpProtocol', 'PublicIpAddress', 'PublicPort', 'PrivateIpAddress', 'PrivatePort'];
    if (needed.some((name) => text(name) === '')) return t('natGateway.portNeeded');
    if (['PublicPort', 'PrivatePort'].some((name) => !/^\d+$/.test(text(name)) || Number(text(name)) < 1 || Number(text(name)) > 65_535))
      return t('natGateway.portRange');
    if (!gateway.eipSet.includes(text('PublicIpAddress'))) return t('natGateway.notBound', { address: text('PublicIpAddress') });
    if (parseAddress(text('PrivateIpAddress')) === null || !insideVpc(ranges, text('PrivateIpAddress')))
      return t('natGateway.outsideVpc', { address: text('PrivateIpAddress') });
    const name = `${text('IpProtocol')} ${text('PublicIpAddress')}:${Number(text('PublicPort'))}`;
    const taken = rules.some((other) => portName(other) === name && (own === undefined || portName(own) !== name));
    return taken ? t('natGateway.portTaken', { port: name }) : null;
  };
}

export const PublishPort = ({ id }: OfGatewayId) => (
  <OnePanel family="nat-gateway" id={id}>
    {(gateway) => (
      <GatewayContext value={gateway}>
        <Publishing gateway={gateway} />
      </GatewayContext>
    )}
  </OnePanel>
);

function Publishing({ gateway }: OfGateway) {
  const { rules } = useRules(gateway.natId);
  const check = usePortCheck({ gateway }, rules.rows);
  const first = { IpProtocol: 'TCP', PublicIpAddress: gateway.eipSet[0] ?? '' };
  return (
    <VerbForm
      family="nat-gateway"
      operation="createDnat"
      id={gateway.natId}
      precondition="adds"
      initialFrom={() => paramValues({ DestinationIpPortTranslationNatRules: [first] })}
      components={{ DestinationIpPortTranslationNatRules: NewPort }}
      check={({ DestinationIpPortTranslationNatRules: value }) => {
        const message = check(value);
        return message === null ? [] : [{ path: 'DestinationIpPortTranslationNatRules', message }];
      }}
      note={({ values }) => <Unheld gateway={gateway} rule={ruleOf(values.DestinationIpPortTranslationNatRules)} />}
    />
  );
}

/** The URL says which port: one that meanwhile leads elsewhere is asked about before it is changed. */
export function EditPort({ id }: OfGatewayId) {
  const t = useT();
  const [search] = useSearchParams();
  const { rules, read } = useRules(id);
  const told = (name: string): string => search.get(name) ?? '';
  const name = `${told('IpProtocol')} ${told('PublicIpAddress')}:${told('PublicPort')}`;
  const own = rules.rows.find((rule) => portName(rule) === name);
  return (
    <OnePanel family="nat-gateway" id={id}>
      {(gateway) =>
        own ? (
          <GatewayContext value={gateway}>
            <Editing
              gateway={gateway}
              own={own}
              rules={rules.rows}
              read={async () => (await read()).find((rule) => portName(rule) === name)}
            />
          </GatewayContext>
        ) : (
          rules.complete && <Notice meaning="neutral" title={t('natGateway.portGone', { port: name })} />
        )
      }
    </OnePanel>
  );
}

interface EditingProps extends OfGateway {
  readonly own: DnatRule;
  readonly rules: readonly DnatRule[];
  readonly read: () => Promise<DnatRule | undefined>;
}

function Editing({ gateway, own, rules, read }: EditingProps) {
  const check = usePortCheck({ gateway }, rules, own);
  const shown = asSent(own);
  return (
    <VerbForm
      edits
      family="nat-gateway"
      operation="updateDnat"
      id={gateway.natId}
      about={portName(own)}
      fixedFrom={() => paramValues({ SourceNatRule: shown })}
      initialFrom={() => paramValues({ DestinationNatRule: shown })}
      precondition={asShown(portName(own), own, asSent, read)}
      components={{ DestinationNatRule: KnownPort }}
      check={({ DestinationNatRule }) => {
        const message = check(DestinationNatRule);
        return message === null ? [] : [{ path: 'DestinationNatRule', message }];
      }}
      note={({ values }) => <Unheld gateway={gateway} rule={ruleOf(values.DestinationNatRule)} />}
    />
  );
}

/** The cloud refuses an address that no machine has; whether one has, its interfaces tell. */
function Unheld({ gateway, rule }: OfGateway & { readonly rule: FormValues }) {
  const t = useT();
  const { addresses, complete } = useAddresses(gateway.vpcId);
  const address = String(rule.PrivateIpAddress ?? '');
  if (!complete || parseAddress(address) === null || addresses.some(({ value }) => value === address)) return null;
  return <Notice meaning="warning" title={t('natGateway.unheld', { address })} />;
}

interface PortFieldsProps {
  readonly rule: FormValues;
  readonly onChange: (rule: FormValues) => void;
}

const NewPort = ({ value, onChange }: FieldControlProps) => <PortFields rule={ruleOf(value)} onChange={(rule) => onChange([rule])} />;
const KnownPort = ({ value, onChange }: FieldControlProps) => <PortFields rule={ruleOf(value)} onChange={onChange} />;

function PortFields({ rule, onChange }: PortFieldsProps) {
  const gateway = useGateway();
  const label = useLabelsOf('nat-gateway', 'dnat');
  const { addresses, complete } = useAddresses(gateway.vpcId);
  const text = (name: string): string => String(rule[name] ?? '');
  const put = (name: string) => (value: unknown) => onChange({ ...rule, [name]: value });
  const port = (name: 'PublicPort' | 'PrivatePort') => (
    <Field label={label(name)} name={name} required>
      {(ids) => <NumberInput {...ids} value={text(name)} onChange={put(name)} />}
    </Field>
  );
  const ofGateway = [...new Set([...gateway.eipSet, ...(text('PublicIpAddress') ? [text('PublicIpAddress')] : [])])];
  return (
    <div className="flex flex-col gap-4">
      <Field label={label('IpProtocol')} name="IpProtocol" required>
        {(ids) => (
          <Select
            {...ids}
            value={text('IpProtocol')}
            onChange={put('IpProtocol')}
            options={['TCP', 'UDP'].map((value) => ({ value, label: value }))}
          />
        )}
      </Field>
      <Field label={label('PublicIpAddress')} name="PublicIpAddress" required>
        {(ids) => (
          <Select
            {...ids}
            value={text('PublicIpAddress')}
            onChange={put('PublicIpAddress')}
            options={ofGateway.map((value) => ({ value, label: value }))}
          />
        )}
      </Field>
      {port('PublicPort')}
      <Field label={label('PrivateIpAddress')} name="PrivateIpAddress" required>
        {(ids) => (
          <Combobox
            {...ids}
            mono
            allowFree
            loading={!complete}
            options={addresses}
            value={text('PrivateIpAddress')}
            onChange={put('PrivateIpAddress')}
          />
        )}
      </Field>
      {port('PrivatePort')}
      <Field label={label('Description')} name="Description">
        {(ids) => <TextInput {...ids} value={text('Description')} onChange={put('Description')} />}
      </Field>
    </div>
  );
}
