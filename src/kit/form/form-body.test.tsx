// @vitest-environment happy-dom
/** A press of the form's button sends, or says why it does not. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { loadFamily, spokenModule } from '../../../catalogue/lazy.ts';
import { refusal } from '../../api/mutate.ts';
import { EditGateway } from '../../families/direct-connect-gateway/for-ccn.tsx';
import { startLanguage } from '../../i18n/index.ts';
import { type AnyRow, requireOperation, rowParams, withoutBlankIds } from '../../lib/family.ts';
import { type ConsoleInfo, noteConsole } from '../../lib/scope.ts';
import { type Cloud, fakeCloud, show } from '../testing.tsx';
import { EditForm } from './edit-form.tsx';
import { paramValues } from './param-values.ts';

afterEach(cleanup);

const info: ConsoleInfo = {
  ...{ mode: 'real', endpoints: {}, defaultAccount: 'main', defaultRegion: 'ap-guangzhou', version: '1' },
  accounts: [{ id: 'main', name: 'main', uin: '100', vendor: 'tencent', dialect: 'today' }],
};

const gateway = (placed: object) => ({
  ...{ DirectConnectGatewayId: 'dcg-00000001', DirectConnectGatewayName: 'old', NetworkType: 'CCN', GatewayType: 'NORMAL' },
  ...{ CreateTime: '2026-01-01 00:00:00', DirectConnectGatewayIp: '', EnableBGP: false, ...placed },
});
const log = (VpcId: unknown) => ({
  ...{ FlowLogId: 'fl-00000001', FlowLogName: 'old', ResourceType: 'CCN', ResourceId: 'ccn-00000001', TrafficType: 'ALL', VpcId },
  ...{ CloudLogId: 'topic', CloudLogState: 'SUCCESS', FlowLogDescription: '', CreatedTime: '2026-01-01 00:00:00', Enable: true },
});

const cloud = (row: object): Cloud => ({
  'vpc:DescribeDirectConnectGateways': () => ({ TotalCount: 1, DirectConnectGatewaySet: [row] }),
  'vpc:DescribeFlowLogs': () => ({ TotalNum: 1, FlowLog: [row] }),
  'vpc:DescribeFlowLog': () => ({ FlowLog: [row] }),
  'vpc:ModifyDirectConnectGatewayAttribute': () => ({}),
  'vpc:ModifyFlowLogAttribute': () => ({}),
});

/** Gives it another name and saves. */
async function rename(now = 'new'): Promise<void> {
  // A panel without its row stands there first.
  fireEvent.change(await screen.findByDisplayValue('old'), { target: { value: now } });
  fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
}

const start = async (row: object) => {
  noteConsole(info);
  await startLanguage('directConnectGateway', 'flowLog', 'ccn', 'tags');
  return fakeCloud(cloud(row));
};

test.each([
  ['the empty text', { VpcId: '', NetworkInstanceId: '' }],
  ['the id of its CCN', { VpcId: '', NetworkInstanceId: 'ccn-00000001' }],
  ['another id', { VpcId: 'ccn-00000001', NetworkInstanceId: 'ccn-00000001' }],
])('a gateway that tells %s for its VPC is renamed', async (_told, placed) => {
  const sent = await start(gateway(placed));
  await show(<EditGateway id="dcg-00000001" />);
  await rename();
  await waitFor(() =>
    expect(sent).toContainEqual({
      name: 'vpc:ModifyDirectConnectGatewayAttribute',
      params: { DirectConnectGatewayId: 'dcg-00000001', DirectConnectGatewayName: 'new' },
    }),
  );
});

test.each(['', null, undefined])('a flow log whose VPC is %j is renamed, and no VPC is sent', async (vpc) => {
  const sent = await start(log(vpc));
  await show(<EditForm family="flow-log" id="fl-00000001" fixedFrom={({ vpcId }) => paramValues({ vpcId })} />);
  await rename();
  await waitFor(() =>
    expect(sent).toContainEqual({ name: 'vpc:ModifyFlowLogAttribute', params: { FlowLogId: 'fl-00000001', FlowLogName: 'new' } }),
  );
});

test.each([
  ['direct-connect-gateway', { directConnectGatewayId: 'dcg-00000001', vpcId: '', unVpcId: '' }, {}],
  ['direct-connect-gateway', { directConnectGatewayId: 'dcg-00000001', vpcId: 'ccn-00000001' }, {}],
  ['flow-log', { flowLogId: 'fl-00000001', vpcId: '' }, { flowLogId: 'fl-00000001' }],
  ['flow-log', { flowLogId: 'fl-00000001', vpcId: 'vpc-00000001' }, { flowLogId: 'fl-00000001', vpcId: 'vpc-00000001' }],
] as const)('a %s that tells %j may be deleted', async (family, row: AnyRow, sent) => {
  const module = await spokenModule(await loadFamily(family), 'today');
  const { name, data } = requireOperation(module, 'delete');
  const params = withoutBlankIds(data, rowParams(module, data, row));
  expect(refusal({ module, name, params }, 'today')).toBe(null);
  if (family === 'flow-log') expect(params).toEqual(sent);
});

test('what is wrong in no field of the form is told by the form', async () => {
  const sent = await start(log('vpc-00000001'));
  await show(
    <EditForm family="flow-log" id="fl-00000001" fields={['flowLogName']} fixedFrom={() => paramValues({ vpcId: 'no id at all' })} />,
  );
  await rename();
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Nothing was sent: this stands in the way');
  expect(alert.textContent).toContain('VPC: ');
  expect(sent.some(({ name }) => name.includes('Modify'))).toBe(false);
});

test('a problem that the family’s own part of a form shows nowhere is told by the form', async () => {
  const sent = await start(log('vpc-00000001'));
  const Mute = ({ value, onChange }: { readonly value: unknown; readonly onChange: (value: unknown) => void }) => (
    <input value={String(value)} onChange={({ target }) => onChange(target.value)} />
  );
  await show(
    <EditForm
      family="flow-log"
      id="fl-00000001"
      fields={['flowLogName']}
      components={{ flowLogName: Mute }}
      check={() => [{ path: 'flowLogName.0', message: 'somewhere inside' }]}
      fixedFrom={({ vpcId }) => paramValues({ vpcId })}
    />,
  );
  await rename();
  expect((await screen.findByRole('alert')).textContent).toContain('somewhere inside');
  expect(sent.some(({ name }) => name.includes('Modify'))).toBe(false);
});
