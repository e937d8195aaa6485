import { expect, test } from 'vitest';
import { emptyModel, type NetworkModel } from '../model/model.ts';
import { networkFindings } from './network-findings.ts';

const at = { account: '1', region: 'ap-guangzhou' };
const model: NetworkModel = {
  ...emptyModel,
  vpcs: [
    { id: 'vpc-1', ...at, cidr: '10.0.0.0/16' },
    { id: 'vpc-2', ...at, account: '2', cidr: '10.1.0.0/16' },
  ],
  routeTables: [
    {
      id: 'rtb-1',
      vpc: 'vpc-1',
      main: true,
      routes: [
        { destination: '0.0.0.0/0', type: 'NAT', gateway: 'nat-late' },
        { destination: '10.0.5.0/24', type: 'NAT', gateway: 'nat-gone' },
        { destination: '2001:db8::/32', type: 'NAT', gateway: 'nat-gone' },
      ],
    },
  ],
  natGateways: [{ id: 'nat-late', vpc: 'vpc-1', state: 'arrears', eips: ['43.0.0.1'] }],
  vpnConnections: [{ id: 'vpnx-1', gateway: 'vpngw-1', state: 'available', up: false, spds: [] }],
  eips: [{ id: 'eip-1', address: '43.0.0.2', boundTo: null }],
  peerings: [
    { id: 'pcx-in', vpcs: ['vpc-2', 'vpc-1'], state: 'pending' },
    { id: 'pcx-out', vpcs: ['vpc-1', 'vpc-2'], state: 'pending' },
  ],
};

test('dead routes, gateways and tunnels that are down, unbound addresses and requests that wait for this account are found', () => {
  expect(networkFindings(model, (id) => id !== 'vpc-2').map(({ kind, id, what }) => [kind, id, what])).toEqual([
    ['dead-route', 'rtb-1', '0.0.0.0/0'],
    ['nat', 'nat-late', null],
    ['tunnel', 'vpnx-1', null],
    ['eip', 'eip-1', '43.0.0.2'],
    ['request', 'pcx-in', null],
  ]);
  expect(networkFindings(model, () => false)).toEqual([]);
});

test('a route whose gateway may only be unread is not called dead', () => {
  const gaps = [{ kind: 'natGateways' as const, because: 'AuthFailure' }];
  expect(networkFindings({ ...model, natGateways: [], gaps }, () => true).map(({ kind }) => kind)).not.toContain('dead-route');
});
