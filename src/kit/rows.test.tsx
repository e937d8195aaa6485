/** Rows, operations and parameters are typed by the family's name: what stands here does not run, `tsc` is the test. */
import { expect, it } from 'vitest';
import { type FamilyText, fieldText, valueText } from '../../catalogue/text/shape.ts';
import { useList, useOne } from '../api/query.ts';
import { requireOperation } from '../lib/family.ts';
import { memberList } from '../lib/members.ts';
import { LedState, useLedWords } from '../network-model/leads.tsx';
import { paths } from '../paths.ts';
import { useActions } from './actions.tsx';
import { useContainedList } from './contained.tsx';
import type { UseDetail } from './detail/standard-detail.tsx';
import { useStandardTabs } from './detail/standard-tabs.tsx';
import { exactly } from './exactly.ts';
import { StateValue } from './field-value.tsx';
import { ActionForm } from './form/action-form.tsx';
import { CreateForm } from './form/create-form.tsx';
import { EditForm } from './form/edit-form.tsx';
import { paramValues } from './form/param-values.ts';
import type { FieldControlProps, ValuesOf } from './form/types.ts';
import { VerbForm } from './form/verb-form.tsx';
import { useColumns } from './list/columns.tsx';
import { ListPage } from './list/list-page.tsx';
import { useAskedOperation, useMembers, useReadMembers } from './members.tsx';
import { standardFamily } from './standard-family.tsx';
import { useFamily } from './words.ts';

const scope = { region: 'ap-guangzhou' };
const parent = { family: 'vpc', id: 'vpc-1' } as const;

function WrongFields() {
  const vpcs = useList(scope, 'vpc');
  void vpcs.rows[0]?.VpcName;
  // @ts-expect-error VPCs have a CidrBlock
  void vpcs.rows[0]?.Cidr;
  // @ts-expect-error spelled so by API 3.0, and flow logs are listed by the 2017 API
  void useOne(scope, 'flow-log', 'fl-1').row?.FlowLogId;
  // @ts-expect-error subnets have a SubnetName
  void useContainedList('subnet', parent).rows[0]?.VpcName;
  // @ts-expect-error no field of a row
  const columns = useColumns('vpc', ['CidrBlock', 'CidrBlocks']);
  // @ts-expect-error no field of a row
  useColumns('vpc', [{ field: 'Nothing', width: 10 }]);
  // @ts-expect-error no field of a row
  useColumns('vpc', [{ id: 'own', header: 'own', value: (row) => row.Nothing }]);
  // @ts-expect-error no field of a row
  const actions = useActions('vpc', 'list', { disabledReason: (row) => row.Nothing });
  const tabs = useStandardTabs('vpc', 'vpc-1', null);
  tabs.properties((row) => exactly({ draw: { VpcName: row.VpcName }, without: ['CidrBlock'] }));
  // @ts-expect-error no field of a row
  tabs.properties(() => exactly({ draw: { Nothing: 'nothing' } }));
  // @ts-expect-error no field of a row
  tabs.properties(() => exactly({ without: ['Nothing'] }));
  // @ts-expect-error no option
  tabs.properties(() => exactly({ wihtout: ['CidrBlock'] }));
  return (
    <>
      <ListPage family="vpc" list={vpcs} columns={columns} actions={actions} />
      {/* @ts-expect-error the rows of another family */}
      <ListPage family="subnet" list={vpcs} columns={[]} actions={actions} />
      {/* @ts-expect-error no field of a row */}
      <EditForm family="vpc" id="vpc-1" fixedFrom={(row) => paramValues({ VpcId: row.Nothing })} />
      <VerbForm
        family="eip"
        operation="associate"
        id="eip-1"
        precondition="adds"
        // @ts-expect-error no field of a row
        initialFrom={(row) => paramValues({ InstanceId: row.Nothing })}
      />
    </>
  );
}

async function WrongMembers() {
  const rules = memberList('nat-gateway', 'snat', { id: 'NatGatewaySnatId' });
  // @ts-expect-error no operation of the family
  memberList('nat-gateway', 'snats');
  // @ts-expect-error an operation that lists nothing
  memberList('nat-gateway', 'createSnat');
  // @ts-expect-error an operation of another family
  memberList('ccn', 'snat');
  // @ts-expect-error no field of a row
  memberList('nat-gateway', 'snat', { id: 'NatGatewayDnatId' });
  // @ts-expect-error no field of a row
  memberList('nat-gateway', 'snat', { name: 'Nothing' });
  const { rows } = useMembers(rules, { NatGatewayId: 'nat-1' });
  void rows[0]?.ResourceId;
  // @ts-expect-error no field of a row
  void rows[0]?.InstanceId;
  // @ts-expect-error no parameter of the list
  useMembers(rules, { NatGatewayIds: ['nat-1'] });
  const both = { NatGatewayId: 'nat-1', VpcId: 'vpc-1' };
  // @ts-expect-error one of them is no parameter of the list
  useMembers(rules, both);
  // @ts-expect-error no text
  useMembers(rules, { NatGatewayId: 1 });
  // @ts-expect-error no filter of the list
  useMembers(memberList('ccn', 'attachments'), { Filters: [{ Name: 'ccn', Values: ['ccn-1'] }] });
  // @ts-expect-error no parameter of the list
  const read = useReadMembers(rules, { NatGateway: 'nat-1' });
  // @ts-expect-error no field of a row
  void (await read())[0]?.Nothing;
}

function WrongNames() {
  // @ts-expect-error no variant of the family
  useList(scope, 'parameter-template/servces');
  useList(scope, 'subnet', { where: { Filters: [{ Name: 'vpc-id', Values: ['vpc-1'] }] } });
  // @ts-expect-error no filter of the list
  useList(scope, 'subnet', { where: { Filters: [{ Name: 'vpc', Values: ['vpc-1'] }] } });
  // @ts-expect-error no parameter of the list
  useList(scope, 'subnet', { where: { VpcId: 'vpc-1' } });
  // @ts-expect-error no operation of the family
  useActions('eip', 'list', { verbs: [{ operation: 'asociate' }] });
  // @ts-expect-error no operation of the family
  useActions('eip', 'list', { operationFor: () => 'release' });
  // @ts-expect-error no parameter of the family's operations
  useActions('eip', 'list', { params: () => paramValues({ AddressIds: [], Address: [] }) });
  // @ts-expect-error no parameter of the family's operations
  useActions('eip', 'list', { verbs: [{ operation: 'associate', params: () => paramValues({ InstanceId: '', Instance: '' }) }] });
  // @ts-expect-error no operation of the family
  void paths.verb('eip', 'eip-1', 'attach', scope);
  // @ts-expect-error no operation of the family
  void paths.form('eip', 'attach', scope);
  // @ts-expect-error one of them is no parameter of the operation
  void paths.create('subnet', scope, { VpcId: '', Vpc: '' });
  // @ts-expect-error one of them is no parameter of the operation, nor a part of one
  void paths.verb('route-table', 'rtb-1', 'createRoutes', scope, { GatewayId: '', Gateway: '' });
  // @ts-expect-error one of them is no parameter of the operation
  void paths.form('eip', 'associate', scope, { InstanceId: '', Instance: '' });
  // @ts-expect-error a tab of security groups
  void paths.detail('vpc', 'vpc-1', scope, 'written-out');
  void paths.detail('vpc', 'vpc-1', scope, 'map');
  void paths.detail('vpc', 'vpc-1', scope, 'subnets');
  void paths.detail('vpc', 'vpc-1', scope, 'route-tables');
  // @ts-expect-error the list of a family that does not stand within VPCs
  void paths.detail('vpc', 'vpc-1', scope, 'security-groups');
  // @ts-expect-error nothing stands within elastic IPs
  void paths.detail('eip', 'eip-1', scope, 'subnets');
  // @ts-expect-error it makes a resource, and is about none that there is
  void paths.verb('eip', 'eip-1', 'transform', scope);
  // @ts-expect-error it has a way of its own
  void paths.verb('eip', 'eip-1', 'update', scope);
  // @ts-expect-error it only reads
  void paths.verb('nat-gateway', 'nat-1', 'snat', scope);
  // @ts-expect-error a form of security groups
  void paths.verb('eip', 'eip-1', 'clone', scope);
  void paths.verb('security-group', 'sg-1', 'clone', scope);
  // @ts-expect-error it has no pages of single resources
  void paths.detail('cdn-service', 'cdn-1', scope);
  // @ts-expect-error nothing changes it
  void paths.edit('cdn-service', 'cdn-1', scope);
  // @ts-expect-error nothing changes it
  void paths.edit('classic-link', 'ins-1', scope);
  // @ts-expect-error nothing makes it
  void paths.create('cdn-service', scope);
  // @ts-expect-error subnets are listed by VPC
  useContainedList('subnet', { family: 'eip', id: 'eip-1' });
  const { module, label } = useFamily('eip');
  // @ts-expect-error no operation of the family
  void requireOperation(module, 'attach');
  // @ts-expect-error no field of a row
  void label('Address');
  const ask = useAskedOperation('eip');
  // @ts-expect-error one of them is no parameter of the operation
  void ask({ operation: 'disassociate', params: { AddressId: '', Address: '' }, label: '' });
  // @ts-expect-error a form of no operation of the family
  standardFamily('eip', { verbs: { attach: () => null } });
  // @ts-expect-error no operation of the family
  standardFamily('eip', { actions: () => exactly({ verbs: [{ operation: 'attach' }] }) });
  // @ts-expect-error no key of a menu: it is called "edit" there
  standardFamily('eip', { detail: { primary: 'update' } });
  standardFamily('eip', { detail: { primary: 'associate' } });
  // @ts-expect-error a tab of security groups
  standardFamily('eip', { detail: { primary: 'rules' } });
  standardFamily('eip', {
    // @ts-expect-error one of them is no parameter of the family's operations
    actions: () => exactly({ verbs: [{ operation: 'associate', params: () => paramValues({ InstanceId: '', Instance: '' }) }] }),
  });
  // @ts-expect-error one of them is no parameter of the operation
  standardFamily('eip', { Edit: { initialFrom: () => paramValues({ AddressName: '', Instance: '' }) } });
  // @ts-expect-error an object of names that nobody has checked
  standardFamily('eip', { Edit: { initialFrom: () => ({ AddressName: '' }) } });
  return (
    <>
      {/* @ts-expect-error no operation of the family */}
      <VerbForm family="eip" operation="attach" id="eip-1" precondition="adds" />
      {/* @ts-expect-error a parameter of another operation */}
      <VerbForm family="eip" operation="associate" id="eip-1" precondition="adds" fields={['InstanceId', 'AddressName']} />
      {/* @ts-expect-error no parameter of the operation */}
      <VerbForm family="eip" operation="associate" id="eip-1" precondition="adds" components={{ Instance: () => null }} />
      <VerbForm
        family="eip"
        operation="associate"
        id="eip-1"
        precondition="adds"
        // @ts-expect-error no parameter of the operation
        initialFrom={() => paramValues({ InstanceId: '', Instance: '' })}
      />
      <VerbForm
        family="eip"
        operation="associate"
        id="eip-1"
        precondition="adds"
        // @ts-expect-error no parameter of the operation
        fixedFrom={() => paramValues({ InstanceId: '', Instance: '' })}
      />
      {/* @ts-expect-error no parameter of the operation */}
      <EditForm family="subnet" id="subnet-1" needed={['CidrBlock']} />
      <EditForm family="peering" id="pcx-1" operation="updateBetweenRegions" fields={['bandwidth']} />
      {/* @ts-expect-error no parameter of the operation */}
      <CreateForm family="vpc" initial={{ Cidr: '' }} />
      {/* @ts-expect-error no parameter of the operation */}
      <CreateForm family="vpc" check={({ Cidr }) => (Cidr ? [] : [])} />
      {/* @ts-expect-error no parameter of the operation */}
      <CreateForm family="vpc" check={() => [{ path: 'Cidr', message: '' }]} />
      {/* @ts-expect-error no parameter of the operation */}
      <CreateForm family="eip" operation="associate" leadBefore={['Instance']} />
      {/* @ts-expect-error one of them is no parameter of the operation */}
      <CreateForm family="vpc" derived={() => paramValues({ VpcName: '', Cidr: '' })} />
      {/* @ts-expect-error it reads what is no parameter of the operation */}
      <CreateForm family="vpc" components={{ VpcName: (props: FieldControlProps<'CidrBlock' | 'Cidr'>) => props.path }} />
      {/* @ts-expect-error no parameter of the operation */}
      <CreateForm family="vpc" components={{ VpcName: ({ set }) => set('Cidr', '') }} />
      {/* @ts-expect-error it reads what is no parameter of the operation */}
      <CreateForm family="vpc" check={(values: ValuesOf<'CidrBlock' | 'Cidr'>) => (values.Cidr ? [] : [])} />
      {/* @ts-expect-error no parameter of the operation */}
      <VerbForm family="eip" operation="associate" id="eip-1" precondition={(_, { Instance }) => ({ Instance })} />
      {/* @ts-expect-error no operation of the family */}
      <ActionForm family="cdn-service" operation="close" outcome={() => null} />
      {/* @ts-expect-error nothing makes it */}
      <CreateForm family="cdn-service" />
      {/* @ts-expect-error nothing changes it */}
      <EditForm family="cdn-service" id="cdn-1" />
    </>
  );
}

/** Words of values, states and fields: by their place, as far as it is known. */
function WrongWords({ text, told }: { readonly text: FamilyText; readonly told: string }) {
  valueText(text, 'vpc:DescribeAddresses', 'AddressSet.AddressStatus', 'BIND');
  // Of the cloud's own words some may be unknown, and of an action that is only a text everything is.
  valueText(text, 'vpc:DescribeAddresses', 'AddressStatus', told);
  valueText(text, told, 'Status', 'BOUND');
  // @ts-expect-error no value of the field
  valueText(text, 'vpc:DescribeAddresses', 'AddressSet.AddressStatus', 'BOUND');
  // @ts-expect-error no place of the action
  valueText(text, 'vpc:DescribeAddresses', 'AddressSet.Status', told);
  // @ts-expect-error no action
  valueText(text, 'vpc:DescribeAddress', 'AddressSet.AddressStatus', told);
  // @ts-expect-error no parameter of the action
  fieldText(text, 'vpc:AssociateAddress', 'Instance');
  // @ts-expect-error no field of a row
  useLedWords('nat-gateway', 'State');
  // @ts-expect-error no state of such a gateway
  useLedWords('vpn-connection', 'NetStatus')('UP', 'led');
  return (
    <>
      <StateValue family="eip" field="AddressStatus" value="BIND" />
      {/* @ts-expect-error no field with states */}
      <StateValue family="eip" field="AddressIp" value="BIND" />
      {/* @ts-expect-error no state */}
      <StateValue family="eip" field="AddressStatus" value="BOUND" />
      {/* @ts-expect-error no state of such a gateway */}
      <LedState family="nat-gateway" field="state" state="AVAILABLE" leads="led" />
    </>
  );
}

/** What functions return: names too many are refused there too, and so is what nobody has checked for them. */
function WrongOptions() {
  standardFamily('eip', {
    columns: ({ t }) => exactly(['AddressIp', { field: 'AddressStatus', header: t('kit.yes') }]),
    actions: (t) =>
      exactly({ deleteLabel: t('kit.delete'), verbs: [{ operation: 'associate', isVisible: (row) => row.AddressIp !== '' }] }),
    useListPage: () => exactly({ buttons: null }),
    none: (t) => exactly({ title: t('kit.yes') }),
  });
  standardFamily('eip', {
    // @ts-expect-error no field of a row
    columns: () => exactly(['AddressIp', 'Address']),
    // @ts-expect-error no option of the list's page
    useListPage: () => exactly({ button: null }),
    // @ts-expect-error no such words
    none: (t) => exactly({ title: t('kit.yes'), text: '' }),
  });
  standardFamily('eip', {
    // @ts-expect-error no field of a row
    columns: () => exactly([{ field: 'Address', width: 100 }]),
    // @ts-expect-error no option of actions
    actions: (t) => exactly({ removeLabel: t('kit.delete') }),
  });
  standardFamily('eip', {
    // @ts-expect-error no option of a column
    columns: () => exactly([{ field: 'AddressIp', widht: 100 }]),
    // @ts-expect-error no option of a verb
    actions: () => exactly({ verbs: [{ operation: 'associate', visible: () => true }] }),
  });
  standardFamily('eip', {
    // @ts-expect-error no option of a column of its own
    useColumns: () => exactly([{ id: 'own', header: 'own', value: ({ AddressIp }) => AddressIp, with: 100 }]),
    // @ts-expect-error no option of actions
    useActions: ({ t }) => exactly({ removeLabel: t('kit.delete') }),
  });
  standardFamily('eip', {
    // @ts-expect-error not checked for names too many
    columns: () => ['AddressIp'],
    // @ts-expect-error not checked for names too many
    actions: () => ({ verbs: [{ operation: 'associate' }] }),
    // @ts-expect-error not checked for names too many
    useListPage: () => ({ buttons: null }),
  });
  // @ts-expect-error no part of a page
  const useOption: UseDetail<'eip'> = ({ standard }) => exactly({ tabs: [standard.properties()], mark: null });
  // @ts-expect-error no part of a tab
  const useTab: UseDetail<'eip'> = () => exactly({ tabs: [{ path: 'properties', label: '', contents: null, content: null }] });
  // @ts-expect-error a tab of security groups
  const usePath: UseDetail<'eip'> = () => exactly({ tabs: [{ path: 'rules', label: '', content: null }] });
  return [useOption, useTab, usePath];
}

it('is held by the compiler', () => expect(new Set([WrongFields, WrongMembers, WrongNames, WrongWords, WrongOptions]).size).toBe(5));
