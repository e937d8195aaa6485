/** Rows are typed by the family's name: what stands here does not run, `tsc` is the test. */
import { expect, it } from 'vitest';
import { useList, useOne } from '../api/query.ts';
import { useActions } from './actions.tsx';
import { useContainedList } from './contained.tsx';
import { useStandardTabs } from './detail/standard-tabs.tsx';
import { EditForm } from './form/edit-form.tsx';
import { VerbForm } from './form/verb-form.tsx';
import { useColumns } from './list/columns.tsx';
import { ListPage } from './list/list-page.tsx';

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
  tabs.properties((row) => ({ draw: { VpcName: row.VpcName }, without: ['CidrBlock'] }));
  // @ts-expect-error no field of a row
  tabs.properties(() => ({ draw: { Nothing: 'nothing' } }));
  // @ts-expect-error no field of a row
  tabs.properties(() => ({ without: ['Nothing'] }));
  return (
    <>
      <ListPage family="vpc" list={vpcs} columns={columns} actions={actions} />
      {/* @ts-expect-error the rows of another family */}
      <ListPage family="subnet" list={vpcs} columns={[]} actions={actions} />
      {/* @ts-expect-error no field of a row */}
      <EditForm family="vpc" id="vpc-1" fixedFrom={(row) => ({ vpcId: row.Nothing })} />
      {/* @ts-expect-error no field of a row */}
      <VerbForm family="eip" operation="associate" id="eip-1" precondition="adds" initialFrom={(row) => ({ InstanceId: row.Nothing })} />
    </>
  );
}

it('is held by the compiler', () => expect(WrongFields).toBeTypeOf('function'));
