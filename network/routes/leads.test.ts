import { describe, expect, it } from 'vitest';
import { emptyModel, type ModelRoute, type NetworkModel } from '../model/model.ts';
import { gatewayLeads } from './leads.ts';

const at = { account: '1', region: 'ap-guangzhou' };
const nat = (more: Partial<ModelRoute> = {}): ModelRoute => ({ destination: '0.0.0.0/0', type: 'NAT', gateway: 'nat-1', ...more });

const network = (routes: readonly ModelRoute[], more: Partial<NetworkModel> = {}): NetworkModel => ({
  ...emptyModel,
  vpcs: [
    { id: 'vpc-1', ...at, cidr: '10.0.0.0/16' },
    { id: 'vpc-2', ...at, cidr: '10.2.0.0/16' },
  ],
  routeTables: [{ id: 'rtb-1', vpc: 'vpc-1', main: true, routes }],
  natGateways: [{ id: 'nat-1', vpc: 'vpc-1', state: 'available', eips: ['43.0.0.1'] }],
  vpnGateways: [{ id: 'vpngw-1', vpc: 'vpc-1', state: 'available' }],
  vpnConnections: [
    { id: 'vpnx-1', gateway: 'vpngw-1', state: 'available', up: true, spds: [{ local: '10.0.0.0/16', remote: ['172.16.0.0/16'] }] },
    { id: 'vpnx-2', gateway: 'vpngw-1', state: 'available', up: true, spds: [{ local: '10.0.0.0/16', remote: ['172.17.0.0/16'] }] },
  ],
  directConnectGateways: [{ id: 'dcg-1', vpc: 'vpc-1' }],
  ...more,
});

const leads = (model: NetworkModel, id = 'nat-1', blocks: readonly string[] | null = null) => gatewayLeads(model, 'vpc-1', id, blocks);

describe('a gateway', () => {
  it('is led to by a live route, however many others are lost', () => {
    expect(leads(network([nat(), nat({ destination: '8.0.0.0/8', enabled: false })]))).toMatchObject({ leads: 'led', live: 1, lost: 1 });
    const routes = [
      { destination: '172.16.0.0/16', type: 'VPN', gateway: 'vpngw-1' },
      { destination: '192.168.0.0/16', type: 'DIRECTCONNECT', gateway: 'dcg-1' },
    ];
    expect([leads(network(routes), 'vpngw-1').leads, leads(network(routes), 'dcg-1').leads]).toEqual(['led', 'led']);
  });

  it('that no route names is led to by nothing', () => {
    for (const id of ['nat-1', 'vpngw-1', 'dcg-1'])
      expect(leads(network([nat({ gateway: 'nat-other' })]), id)).toMatchObject({ leads: 'nothing', live: 0, lost: 0 });
  });

  it('whose routes are switched off, inside the VPC, or dead is not led to', () => {
    for (const more of [{ enabled: false }, { destination: '10.0.1.0/24' }])
      expect(leads(network([nat(more)]))).toMatchObject({ leads: 'lost', lost: 1 });
    const spent = { natGateways: [{ id: 'nat-1', vpc: 'vpc-1', state: 'arrears' as const, eips: ['43.0.0.1'] }] };
    expect(leads(network([nat()], spent)).leads).toBe('lost');
    const elsewhere = [{ id: 'rtb-2', vpc: 'vpc-2', main: true, routes: [nat()] }];
    expect(leads(network([], { routeTables: elsewhere })).leads).toBe('nothing');
  });

  it('is not known to be without routes while route tables, or one of their routes, are unread', () => {
    const gaps = [{ kind: 'routeTables' as const, ...at, because: 'refused' }];
    expect(leads(network([], { routeTables: [], gaps }))).toMatchObject({ leads: 'unknown', unsure: { kind: 'routeTables' } });
    expect(leads(network([nat()], { gaps })).leads).toBe('led');
    expect(leads(network([nat({ gateway: '', unread: ['GatewayId'] })])).leads).toBe('unknown');
    expect(leads(network([nat({ destination: '2001:db8::/32' })])).leads).toBe('unknown');
  });
});

it('a VPN connection is led to by routes for its own remote end only', () => {
  const model = network([{ destination: '172.16.0.0/16', type: 'VPN', gateway: 'vpngw-1' }]);
  expect(leads(model, 'vpngw-1', ['172.16.0.0/16']).leads).toBe('led');
  expect(leads(model, 'vpngw-1', ['172.17.0.0/16']).leads).toBe('nothing');
});
