import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { SnatRule } from '../../../catalogue/families/nat-gateway/rules.ts';
import { valueText } from '../../../catalogue/text/shape.ts';
import { holdsIp, ipBlockOf, parseIp } from '../../../network/addresses/ip.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import type { FieldControlProps } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import { useMembers, useReadMembers } from '../../kit/members.tsx';
import { useFamily, useLabelsOf } from '../../kit/words.ts';
import type { FormValues } from '../../lib/form.ts';
import { useScope } from '../../lib/scope.ts';
import { Select } from '../../ui/choice.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';
import { Notice } from '../../ui/status.tsx';
import { useInstances } from '../instance-control.tsx';
import { AddressTicks } from './addresses.tsx';
import { sourceList, sourceName, sourcesOf } from './rule-lists.ts';
import { asShown, GatewayContext, type OfGateway, type OfGatewayId, ruleOf, useGateway } from './rules.tsx';
import { insideVpc, useVpcRanges } from './vpc-ranges.ts';

const useRules = (id: string) => {
  const where = useMemo(() => sourcesOf(id), [id]);
  return {
    rules: useMembers(sourceList, where),
    read: useReadMembers(sourceList, where),
  };
};

/** What a source can be, in the gateway's VPC: a subnet with its range, or an instance with its address. */
function useSourceOptions(vpc: string, type: string) {
  const subnets = useList(useScope(), 'subnet', { enabled: type === 'SUBNET' });
  const { instances, complete } = useInstances();
  const options =
    type === 'SUBNET'
      ? subnets.rows
          .filter(({ VpcId }) => VpcId === vpc)
          .map(({ SubnetId, SubnetName, CidrBlock }) => ({ value: SubnetId, label: SubnetName || SubnetId, detail: CidrBlock }))
      : instances.filter((one) => one.vpc === vpc).map(({ id, address }) => ({ value: id, label: id, detail: address }));
  return { options, complete: type === 'SUBNET' ? subnets.complete : complete };
}

/** What is wrong with a rule beside what the catalogue tells: where it stands, who has a rule, whose addresses these are. */
function useSourceCheck({ gateway }: OfGateway, rules: readonly SnatRule[], own?: SnatRule) {
  const t = useT();
  const ranges = useVpcRanges(gateway.vpcId);
  const subnets = useList(useScope(), 'subnet');
  return (value: unknown): string | null => {
    const rule = ruleOf(value);
    const text = (name: string): string => String(rule[name] ?? '').trim();
    const addresses = Array.isArray(rule.PublicIpAddresses) ? rule.PublicIpAddresses.map(String) : [];
    const needed = ['ResourceType', 'ResourceId', 'PrivateIpAddress', 'Description'];
    if (needed.some((name) => text(name) === '') || addresses.length === 0) return t('natGateway.sourceNeeded');
    const foreign = addresses.find((address) => !gateway.eipSet.includes(address));
    if (foreign !== undefined) return t('natGateway.notBound', { address: foreign });
    if (own) return null;
    const [first = ''] = text('PrivateIpAddress').split('/');
    const address = parseIp(first);
    if (address === null || !insideVpc(ranges, first)) return t('natGateway.outsideVpc', { address: text('PrivateIpAddress') });
    const subnet = text('ResourceType') === 'SUBNET' && subnets.rows.find(({ SubnetId }) => SubnetId === text('ResourceId'));
    if (subnet && !holdsIp(ipBlockOf(subnet.CidrBlock), address)) return t('natGateway.outsideSubnet', { range: subnet.CidrBlock });
    const taken = rules.some((one) => one.ResourceId === text('ResourceId') && one.PrivateIpAddress === text('PrivateIpAddress'));
    return taken ? t('natGateway.sourceTaken', { source: text('PrivateIpAddress') }) : null;
  };
}

export const AddSource = ({ id }: OfGatewayId) => (
  <OnePanel family="nat-gateway" id={id}>
    {(gateway) => (
      <GatewayContext value={gateway}>
        <Adding gateway={gateway} />
      </GatewayContext>
    )}
  </OnePanel>
);

function Adding({ gateway }: OfGateway) {
  const { rules } = useRules(gateway.natId);
  const check = useSourceCheck({ gateway }, rules.rows);
  return (
    <VerbForm
      family="nat-gateway"
      operation="createSnat"
      id={gateway.natId}
      precondition="adds"
      initialFrom={() => paramValues({ SourceIpTranslationNatRules: [{ ResourceType: 'SUBNET', PublicIpAddresses: [] }] })}
      components={{ SourceIpTranslationNatRules: NewSource }}
      check={({ SourceIpTranslationNatRules: value }) => {
        const message = check(value);
        return message === null ? [] : [{ path: 'SourceIpTranslationNatRules', message }];
      }}
    />
  );
}

/** The URL says which rule; its source stays, its addresses and words may change. */
export function EditSource({ id }: OfGatewayId) {
  const t = useT();
  const [search] = useSearchParams();
  const { rules, read } = useRules(id);
  const rule = search.get('NatGatewaySnatId') ?? '';
  const own = rules.rows.find(({ NatGatewaySnatId }) => NatGatewaySnatId === rule);
  return (
    <OnePanel family="nat-gateway" id={id}>
      {(gateway) =>
        own ? (
          <GatewayContext value={gateway}>
            <Editing gateway={gateway} own={own} read={async () => (await read()).find((one) => one.NatGatewaySnatId === rule)} />
          </GatewayContext>
        ) : (
          rules.complete && <Notice meaning="neutral" title={t('natGateway.sourceGone', { rule })} />
        )
      }
    </OnePanel>
  );
}

const asSent = ({ ResourceId, ResourceType, PrivateIpAddress, PublicIpAddresses, Description, NatGatewaySnatId }: SnatRule) => ({
  ResourceId,
  ResourceType,
  PrivateIpAddress,
  PublicIpAddresses,
  Description,
  NatGatewaySnatId,
});

interface EditingProps extends OfGateway {
  readonly own: SnatRule;
  readonly read: () => Promise<SnatRule | undefined>;
}

function Editing({ gateway, own, read }: EditingProps) {
  const check = useSourceCheck({ gateway }, [], own);
  return (
    <VerbForm
      edits
      family="nat-gateway"
      operation="updateSnat"
      id={gateway.natId}
      about={sourceName(own)}
      initialFrom={() => paramValues({ SourceIpTranslationNatRule: asSent(own) })}
      precondition={asShown(own.NatGatewaySnatId, own, asSent, read)}
      components={{ SourceIpTranslationNatRule: KnownSource }}
      check={({ SourceIpTranslationNatRule }) => {
        const message = check(SourceIpTranslationNatRule);
        return message === null ? [] : [{ path: 'SourceIpTranslationNatRule', message }];
      }}
    />
  );
}

interface RuleFieldsProps {
  readonly rule: FormValues;
  readonly onChange: (rule: FormValues) => void;
}

function NewSource({ value, onChange }: FieldControlProps) {
  const fields: RuleFieldsProps = { rule: ruleOf(value), onChange: (rule) => onChange([rule]) };
  return (
    <>
      <SourceFields {...fields} />
      <LeavingFields {...fields} />
    </>
  );
}

const KnownSource = ({ value, onChange }: FieldControlProps) => <LeavingFields rule={ruleOf(value)} onChange={onChange} />;

/** Who leaves: choosing one fills in its range or address, which may be narrowed. */
function SourceFields({ rule, onChange }: RuleFieldsProps) {
  const gateway = useGateway();
  const label = useLabelsOf('nat-gateway', 'snat');
  const { text: words } = useFamily('nat-gateway');
  const type = String(rule.ResourceType ?? 'SUBNET');
  const { options, complete } = useSourceOptions(gateway.vpcId, type);
  const choose = (ResourceId: string): void => {
    const PrivateIpAddress = options.find(({ value }) => value === ResourceId)?.detail ?? rule.PrivateIpAddress;
    onChange({ ...rule, ResourceId, PrivateIpAddress });
  };
  return (
    <div className="flex flex-col gap-4">
      <Field label={label('ResourceType')} name="ResourceType" required>
        {(ids) => (
          <Select
            {...ids}
            value={type}
            onChange={(ResourceType) => onChange({ ...rule, ResourceType, ResourceId: '', PrivateIpAddress: '' })}
            options={['SUBNET', 'NETWORKINTERFACE'].map((value) => ({
              value,
              label: valueText(words, 'vpc:CreateNatGatewaySourceIpTranslationNatRule', 'SourceIpTranslationNatRules.ResourceType', value),
            }))}
          />
        )}
      </Field>
      <Field label={label('ResourceId')} name="ResourceId" required>
        {(ids) => (
          <Combobox {...ids} allowFree loading={!complete} options={options} value={String(rule.ResourceId ?? '')} onChange={choose} />
        )}
      </Field>
      <Field label={label('PrivateIpAddress')} name="PrivateIpAddress" required>
        {(ids) => (
          <TextInput
            {...ids}
            mono
            value={String(rule.PrivateIpAddress ?? '')}
            onChange={(PrivateIpAddress) => onChange({ ...rule, PrivateIpAddress })}
          />
        )}
      </Field>
    </div>
  );
}

function LeavingFields({ rule, onChange }: RuleFieldsProps) {
  const gateway = useGateway();
  const t = useT();
  const label = useLabelsOf('nat-gateway', 'snat');
  const eips = useList(useScope(), 'eip');
  const nameOf = (address: string): string => eips.rows.find(({ AddressIp }) => AddressIp === address)?.AddressName ?? '';
  return (
    <div className="mt-4 flex flex-col gap-4">
      <Field label={t('natGateway.leavesBy')} name="PublicIpAddresses" required>
        {(ids) => (
          <AddressTicks
            ids={ids}
            value={rule.PublicIpAddresses}
            onChange={(PublicIpAddresses) => onChange({ ...rule, PublicIpAddresses })}
            onBlur={() => {}}
            label={t('natGateway.leavesBy')}
            options={gateway.eipSet.map((address) => ({ address, name: nameOf(address) }))}
          />
        )}
      </Field>
      <Field label={label('Description')} name="Description" required>
        {(ids) => (
          <TextInput {...ids} value={String(rule.Description ?? '')} onChange={(Description) => onChange({ ...rule, Description })} />
        )}
      </Field>
    </div>
  );
}
