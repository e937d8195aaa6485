/** Every way a path's answer can be "unknown". */
import { describe, expect, it } from 'vitest';
import type { NetworkModel } from '../model/model.ts';
import type { PlainRule } from '../rules/rule.ts';
import { accept, group, https, network, throughNat } from '../testing/two-vpcs.ts';
import type { PathQuery } from './path.ts';
import { trace } from './trace.ts';

describe('what cannot be told is unknown, and says why', () => {
  const unknown = (model: NetworkModel, query: PathQuery = https) => {
    const { verdict, because } = trace(model, query);
    expect(verdict).toBe('unknown');
    return because;
  };
  const toOffice: PathQuery = { ...https, to: { address: '192.168.0.9' } };

  it('a network behind a VPN or a direct-connect gateway', () => {
    const vpn = network(
      {
        vpnGateways: [{ id: 'vpngw-a', vpc: 'vpc-a', state: 'available' }],
        vpnConnections: [
          { id: 'vpnx-1', gateway: 'vpngw-a', state: 'available', up: true, spds: [{ local: '10.0.0.0/16', remote: ['192.168.0.0/24'] }] },
        ],
      },
      [{ destination: '192.168.0.0/16', type: 'VPN', gateway: 'vpngw-a' }],
    );
    expect(unknown(vpn, toOffice)).toEqual({ code: 'beyond', type: 'VPN', id: 'vpnx-1' });
    expect(trace(vpn, { ...toOffice, to: { address: '192.168.1.9' } })).toMatchObject({
      verdict: 'blocked',
      because: { code: 'no-vpn-policy' },
    });
    const direct = network({ directConnectGateways: [{ id: 'dcg-a', vpc: 'vpc-a' }] }, [
      { destination: '192.168.0.0/16', type: 'DIRECTCONNECT', gateway: 'dcg-a' },
    ]);
    expect(unknown(direct, toOffice)).toEqual({ code: 'beyond', type: 'DIRECTCONNECT', id: 'dcg-a' });
  });

  it('rules of five parts that were not listed, or of which a part is not understood', () => {
    const model = network();
    const subnets = model.subnets.map((row) => (row.id === 'subnet-b' ? { ...row, networkAcl: 'acl-5' } : row));
    const open = { ...accept('ALL', 'ALL'), near: '0.0.0.0/0' };
    const guarded = (acl: Partial<NetworkModel['networkAcls'][number]>): NetworkModel => ({
      ...model,
      subnets,
      networkAcls: [{ id: 'acl-5', vpc: 'vpc-b', ingress: [open], egress: [open], fiveParts: 'read', ...acl }],
    });
    expect(unknown(guarded({ ingress: [], egress: [], fiveParts: 'not-read', because: 'RequestLimitExceeded' }))).toEqual({
      code: 'not-known',
      kind: 'networkAcls',
      because: 'RequestLimitExceeded',
    });
    const odd = { action: 'DROP', protocol: 'TCP', port: '443', cidr: '0.0.0.0/0', near: '10.1.0.0/16', unread: ['SourcePort x'] } as const;
    expect(unknown(guarded({ ingress: [odd, open] }))).toMatchObject({ code: 'rule-not-resolved', group: 'acl-5', rule: 0 });
    // What is odd about another near end is nothing to this packet.
    expect(trace(guarded({ ingress: [{ ...odd, near: '10.9.0.0/16' }, open] }), https).verdict).toBe('reachable');
    const blocked = trace(guarded({ ingress: [{ ...open, near: '10.9.0.0/16' }] }), https);
    expect([blocked.verdict, blocked.repairs]).toEqual(['blocked', []]);
    const some = trace(guarded({ ingress: [{ ...open, protocol: 'TCP', sourcePort: '1024-2000' }] }), https);
    expect([some.verdict, some.sourcePorts]).toEqual(['ambiguous', [{ from: 1024, to: 2000 }]]);
  });

  it('an ACL that was not listed, groups that were not, and an interface without any', () => {
    const model = network();
    const noAcls = model.subnets.map(({ networkAcl: _, ...row }) => row);
    expect(unknown({ ...model, subnets: noAcls })).toEqual({ code: 'network-acl-not-known', subnet: 'subnet-a' });
    expect(unknown({ ...model, securityGroups: [] })).toEqual({ code: 'not-in-model', kind: 'securityGroups', id: 'sg-open' });
    expect(unknown({ ...model, interfaces: model.interfaces.map((row) => ({ ...row, securityGroups: [] })) })).toEqual({
      code: 'no-security-group',
      id: 'eni-a',
    });
    expect(unknown({ ...model, interfaces: model.interfaces.map(({ securityGroups: _, ...row }) => row) })).toMatchObject({
      code: 'security-groups-not-known',
    });
  });

  it('a rule that hangs on a template nobody listed, unless the rules after it say the same', () => {
    const unresolved = (last: PlainRule['action']) => [
      {
        id: 'sg-open',
        account: '1',
        region: 'ap-guangzhou',
        egress: [accept('ALL', 'ALL')],
        ingress: [
          { action: 'ACCEPT' as const, protocol: 'TCP' as const, port: '443', addressTemplate: 'ipm-x' },
          { ...accept('ALL', 'ALL'), action: last },
        ],
      },
    ];
    expect(unknown(network({ securityGroups: unresolved('DROP') }))).toEqual({
      code: 'rule-not-resolved',
      group: 'sg-open',
      direction: 'ingress',
      rule: 0,
      missing: ['ipm-x'],
      lists: [],
    });
    expect(trace(network({ securityGroups: unresolved('ACCEPT') }), https).verdict).toBe('reachable');
    expect(trace(network({ securityGroups: unresolved('DROP') }), { ...https, port: 80 }).verdict).toBe('blocked');
  });

  it('a rule that admits a group’s members, while interfaces may be missing', () => {
    const members = [{ action: 'ACCEPT' as const, protocol: 'ALL' as const, port: 'ALL', securityGroup: 'sg-other' }];
    const other = { id: 'sg-other', account: '1', region: 'ap-guangzhou', ingress: [], egress: [] };
    const groups = [...group([]).map((row) => ({ ...row, ingress: members })), other];
    expect(trace(network({ securityGroups: groups }), https)).toMatchObject({ verdict: 'blocked', because: { code: 'filtered' } });
    const gaps = [{ kind: 'interfaces', because: 'RequestLimitExceeded' } as const];
    expect(unknown(network({ securityGroups: groups, gaps }))).toMatchObject({ code: 'rule-not-resolved', rule: 0, missing: ['sg-other'] });
  });

  it('an address that nothing in the model has, and ids it does not know', () => {
    expect(unknown(network(), { ...https, to: { address: '10.1.1.99' } })).toEqual({
      code: 'no-interface-at',
      address: '10.1.1.99',
      subnet: 'subnet-b',
    });
    expect(unknown(network(), { ...https, to: { interface: 'eni-z' } })).toEqual({ code: 'not-in-model', kind: 'interfaces', id: 'eni-z' });
    expect(unknown(network(), { ...https, from: { address: '172.20.0.1' } })).toEqual({
      code: 'address-not-in-model',
      address: '172.20.0.1',
    });
  });

  it('rows that could not be read, which are not taken for gone', () => {
    const gaps = [{ kind: 'natGateways', because: 'UnauthorizedOperation' } as const];
    expect(unknown(network({ gaps }, [throughNat]), { ...https, to: { internet: true } })).toEqual({
      code: 'not-known',
      kind: 'natGateways',
      because: 'UnauthorizedOperation',
    });
  });

  it('whether an interface has an EIP, while EIPs could not be listed', () => {
    const query: PathQuery = { ...https, to: { internet: true } };
    const gaps = [{ kind: 'eips', because: 'UnauthorizedOperation' } as const];
    expect(unknown(network({ gaps }), query)).toEqual({ code: 'not-known', kind: 'eips', because: 'UnauthorizedOperation' });
    expect(trace(network(), query)).toMatchObject({ verdict: 'blocked', because: { code: 'no-public-address', id: 'eni-a' } });
  });

  it('but what surely stops a packet is blocked, whatever else is not known', () => {
    const model = network();
    const closed = group([]);
    expect(
      trace({ ...model, securityGroups: closed, subnets: model.subnets.map(({ networkAcl: _, ...row }) => row) }, https),
    ).toMatchObject({
      verdict: 'blocked',
      because: { code: 'filtered' },
    });
  });

  it('a question of too many cases, counted instead of walked', () => {
    const model = network();
    const accepts = Array.from({ length: 250 }, (_, at) => accept('TCP', '443', `203.0.${at}.7`));
    const interfaces = Array.from({ length: 100 }, (_, at) => ({
      id: `eni-${at}`,
      vpc: 'vpc-a',
      subnet: 'subnet-a',
      addresses: [{ address: `10.0.1.${at + 4}`, primary: true }],
      securityGroups: ['sg-open', `sg-${at}`],
      instance: `ins-${at}`,
    }));
    const because = unknown(
      { ...model, interfaces, securityGroups: group(accepts) },
      { from: { internet: true }, to: { subnet: 'subnet-a' }, protocol: 'TCP', port: 443 },
    );
    expect(because?.code === 'too-many-cases' && because.cases).toBeGreaterThan(20_000);
  });
});
