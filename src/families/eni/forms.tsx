import { use, useState } from 'react';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import { PickOne } from '../../kit/form/pick-one.tsx';
import type { FieldControlProps, FieldError, ValuesOf } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import type { FormValues } from '../../lib/form.ts';
import { useScope } from '../../lib/scope.ts';
import { Notice } from '../../ui/status.tsx';
import { InstanceControl, useInstances } from '../instance-control.tsx';
import { AddressMode, addressErrors, NewAddresses, useSubnetFacts } from './address-control.tsx';
import { instanceOf, OneContext } from './one.tsx';
import { WithOne } from './with-one.tsx';

/** The subnet says which VPC and zone the interface is in, so nothing else is asked. From a VPC's page only its own are offered. */
function SubnetControl(control: FieldControlProps<'VpcId'>) {
  const { value, values } = control;
  const t = useT();
  const scope = useScope();
  const vpcs = useList(scope, 'vpc');
  const { rows, loading } = useList(scope, 'subnet');
  const vpcName = new Map(vpcs.rows.map(({ VpcId, VpcName }) => [VpcId, VpcName]));
  const offered = rows.filter(({ VpcId }) => !values.VpcId || VpcId === values.VpcId);
  const chosen = rows.find(({ SubnetId }) => SubnetId === value);
  return (
    <PickOne
      {...control}
      loading={loading}
      options={offered.map(({ SubnetId, SubnetName, VpcId }) => ({
        value: SubnetId,
        label: `${SubnetName || SubnetId} · ${vpcName.get(VpcId) || VpcId}`,
        detail: SubnetId,
      }))}
      hint={chosen && t('eni.subnetFacts', { cidr: chosen.CidrBlock, zone: chosen.Zone, n: chosen.AvailableIpAddressCount })}
    />
  );
}

export function CreateEni() {
  const t = useT();
  const [own, setOwn] = useState(false);
  const factsOf = useSubnetFacts();
  return (
    <CreateForm
      family="eni"
      lead={<AddressMode own={own} onOwn={setOwn} isNew />}
      leadBefore={['PrivateIpAddresses', 'SecondaryPrivateIpAddressCount']}
      fields={[
        'NetworkInterfaceName',
        'SubnetId',
        own ? 'PrivateIpAddresses' : 'SecondaryPrivateIpAddressCount',
        'SecurityGroupIds',
        'NetworkInterfaceDescription',
      ]}
      needed={['PrivateIpAddresses']}
      derived={({ SubnetId }) => {
        const vpc = factsOf(SubnetId).subnet?.VpcId;
        return paramValues(vpc === undefined ? {} : { VpcId: vpc });
      }}
      components={{ SubnetId: SubnetControl, PrivateIpAddresses: NewAddresses }}
      check={(values) => addressErrors(values, { ...factsOf(values.SubnetId), t, own })}
    />
  );
}

/** Which instances can have the interface: those of its VPC and zone (3208). Others that are typed are objected to, if they are known. */
function TargetControl(props: FieldControlProps) {
  const t = useT();
  const row = use(OneContext);
  return (
    <div className="flex flex-col gap-1.5">
      <InstanceControl {...props} offered={({ id, vpc, zone }) => vpc === row?.VpcId && zone === row.Zone && id !== instanceOf(row)} />
      {row && <p className="text-muted text-xs">{t('eni.sameZone', { zone: row.Zone })}</p>}
    </div>
  );
}

function useTargetCheck<P extends string>(row: NetworkInterface | null, path: P): (values: ValuesOf<P>) => FieldError<P>[] {
  const t = useT();
  const { instances } = useInstances();
  return (values) => {
    const target = instances.find(({ id }) => id === values[path]);
    if (!row || !target) return [];
    if (target.id === instanceOf(row)) return [{ path, message: t('eni.sameInstance') }];
    if (target.vpc !== row.VpcId) return [{ path, message: t('eni.wrongVpc') }];
    return target.zone === row.Zone ? [] : [{ path, message: t('eni.wrongZone', { zone: target.zone, own: row.Zone }) }];
  };
}

/** Where it is attached: what somebody attached meanwhile is not torn off. */
const attachment = (row: NetworkInterface): FormValues => ({ Attachment: instanceOf(row) });

interface OneProps {
  readonly id: string;
  readonly row: NetworkInterface;
}

export const AttachEni = ({ id }: { readonly id: string }) => <WithOne id={id}>{(row) => <Attaching id={id} row={row} />}</WithOne>;

function Attaching({ id, row }: OneProps) {
  const check = useTargetCheck(row, 'InstanceId');
  return (
    <VerbForm family="eni" operation="attach" id={id} precondition={attachment} components={{ InstanceId: TargetControl }} check={check} />
  );
}

export const MigrateEni = ({ id }: { readonly id: string }) => <WithOne id={id}>{(row) => <Migrating id={id} row={row} />}</WithOne>;

function Migrating({ id, row }: OneProps) {
  const t = useT();
  const check = useTargetCheck(row, 'DestinationInstanceId');
  return (
    <VerbForm
      family="eni"
      operation="migrate"
      id={id}
      precondition={attachment}
      components={{ DestinationInstanceId: TargetControl }}
      fixedFrom={(now) => paramValues({ SourceInstanceId: instanceOf(now) })}
      check={check}
      note={() => <Notice meaning="warning" title={t('eni.moveEffect', { instance: instanceOf(row) })} />}
    />
  );
}
