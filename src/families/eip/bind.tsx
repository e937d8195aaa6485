import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Address } from '../../../catalogue/families/eip/index.ts';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import type { ParamOf } from '../../../catalogue/row-of.ts';
import { useList } from '../../api/query.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import type { FieldControlProps, FieldError, ResourceFormProps, ValuesOf } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import type { FormValues } from '../../lib/form.ts';
import type { KnownInstance } from '../../lib/instances.ts';
import { useScope } from '../../lib/scope.ts';
import { RadioCards, Select } from '../../ui/choice.tsx';
import { Notice } from '../../ui/status.tsx';
import { FreeEipControl } from '../free-eip-control.tsx';
import { InstanceControl, useInstances } from '../instance-control.tsx';

type Target = 'instance' | 'interface';

/** Instances first: binding to the machine is what most elastic IPs are for. */
function TargetControl(props: FieldControlProps) {
  const { instances } = useInstances();
  return (
    <InstanceControl {...props} offered={({ id }) => !instances.some((instance) => instance.id === id && instance.elasticIp !== '')} />
  );
}

/** The address of the chosen interface: only those that have no elastic IP. */
function AddressControl({ ids, value, onChange, onBlur, values }: FieldControlProps<'NetworkInterfaceId'>) {
  const t = useT();
  const { rows } = useList(useScope(), 'eni');
  const nic = rows.find(({ NetworkInterfaceId }) => NetworkInterfaceId === values.NetworkInterfaceId);
  if (!nic) return <p className="text-muted">{t('eip.bind.chooseInterface')}</p>;
  const free = nic.PrivateIpAddressSet.filter(({ AddressId }) => !AddressId);
  const [only] = free;
  if (!only) return <p className="text-muted">{t('eip.bind.noAddress')}</p>;
  return (
    <Select
      {...ids}
      value={String(value ?? '')}
      onChange={onChange}
      onBlur={onBlur}
      placeholder={t('kit.form.choose')}
      options={free.map(({ PrivateIpAddress, Primary, Description }) => ({
        value: PrivateIpAddress,
        label: PrivateIpAddress,
        detail: [Primary ? t('eip.bind.primary') : '', Description ?? ''].filter(Boolean).join(', ') || undefined,
      }))}
    />
  );
}

function FreeEip(control: FieldControlProps) {
  return <FreeEipControl {...control} by="AddressId" hint={useT()('eip.bind.free')} />;
}

interface BindContext {
  readonly t: Translate;
  readonly target: Target;
  readonly instances: readonly KnownInstance[];
  readonly interfaces: readonly NetworkInterface[];
}

/** What is wrong with a target as far as the lists tell. A typed instance that no list shows is the cloud's to judge. */
export function fieldErrors(
  values: Partial<ValuesOf<BindParam>>,
  { t, target, instances, interfaces }: BindContext,
): FieldError<BindParam>[] {
  if (target === 'instance') {
    const taken = instances.find(({ id }) => id === values.InstanceId)?.elasticIp;
    return taken ? [{ path: 'InstanceId', message: t('eip.bind.instanceTaken', { id: taken }) }] : [];
  }
  const nic = interfaces.find(({ NetworkInterfaceId }) => NetworkInterfaceId === values.NetworkInterfaceId);
  if (!nic) return [];
  const path = 'PrivateIpAddress';
  if (!values.PrivateIpAddress) return [];
  const own = nic.PrivateIpAddressSet.find(({ PrivateIpAddress }) => PrivateIpAddress === values.PrivateIpAddress);
  if (!own) return [{ path, message: t('eip.bind.addressElsewhere') }];
  return own.AddressId ? [{ path, message: t('eip.bind.addressTaken', { id: own.AddressId }) }] : [];
}

/** The ordinary public address that the binding takes away, or ''. */
export function lostAddress(values: Partial<ValuesOf<BindParam>>, { target, instances, interfaces }: Omit<BindContext, 't'>): string {
  const nic = interfaces.find(({ NetworkInterfaceId }) => NetworkInterfaceId === values.NetworkInterfaceId);
  const own = nic?.PrivateIpAddressSet.find(({ PrivateIpAddress }) => PrivateIpAddress === values.PrivateIpAddress);
  if (target === 'interface') return (!own?.AddressId && own?.PublicIpAddress) || '';
  const instance = instances.find(({ id }) => id === values.InstanceId);
  return instance && instance.elasticIp === '' ? instance.publicAddress : '';
}

type BindParam = ParamOf<'eip', 'associate'>;

/** The two ways to bind, which exclude each other: only the fields of the chosen one are there, and sent. */
function useBinding(
  first: Target,
): Pick<ResourceFormProps<BindParam>, 'lead' | 'components' | 'check' | 'note'> & { readonly own: readonly BindParam[] } {
  const t = useT();
  const [target, setTarget] = useState<Target>(first);
  const { instances } = useInstances();
  const { rows: interfaces } = useList(useScope(), 'eni');
  const known = { t, target, instances, interfaces };
  return {
    own: target === 'instance' ? ['InstanceId'] : ['NetworkInterfaceId', 'PrivateIpAddress'],
    lead: (
      <RadioCards
        label={t('eip.bind.to')}
        value={target}
        onChange={setTarget}
        options={[
          { value: 'instance', label: t('eip.bind.instance'), detail: t('eip.bind.instanceHint') },
          { value: 'interface', label: t('eip.bind.interface'), detail: t('eip.bind.interfaceHint') },
        ]}
      />
    ),
    components: { InstanceId: TargetControl, PrivateIpAddress: AddressControl, AddressId: FreeEip },
    check: (values) => fieldErrors(values, known),
    note: ({ values }) => {
      const address = lostAddress(values, known);
      if (address === '') return null;
      return (
        <Notice live meaning="warning" title={t('eip.bind.replaces', { address })}>
          {t('eip.bind.keepHint')}
        </Notice>
      );
    },
  };
}

/** What the address is bound to: a binding that somebody made meanwhile would be taken away. */
export const bindingValues = (row: Address): FormValues => ({
  AddressStatus: row.AddressStatus === 'BINDED' ? 'BIND' : row.AddressStatus,
  InstanceId: row.InstanceId,
  NetworkInterfaceId: row.NetworkInterfaceId,
  PrivateAddressIp: row.PrivateAddressIp,
});

const firstOf = (search: URLSearchParams): Target => (search.has('NetworkInterfaceId') ? 'interface' : 'instance');

/** Binds one elastic IP. */
export function BindEip({ id }: { readonly id: string }) {
  const [search] = useSearchParams();
  const { own, ...form } = useBinding(firstOf(search));
  return <VerbForm family="eip" operation="associate" id={id} precondition={bindingValues} {...form} fields={own} needed={own} />;
}

/** Binds an elastic IP that is still to be chosen: for whoever comes from the interface. */
export function BindAnyEip() {
  const t = useT();
  const [search] = useSearchParams();
  const { own, ...form } = useBinding(firstOf(search));
  return (
    <CreateForm
      family="eip"
      operation="associate"
      {...form}
      fields={['AddressId', ...own]}
      needed={own}
      done={({ id }) => t('eip.bind.done', { what: id ?? '' })}
    />
  );
}
