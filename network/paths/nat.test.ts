import { describe, expect, it } from 'vitest';
import { emptyModel, type NetworkModel } from '../model/model.ts';
import type { PathQuery } from './path.ts';
import { trace } from './trace.ts';

const everything = { action: 'ACCEPT', protocol: 'ALL', port: 'ALL', cidr: '0.0.0.0/0' } as const;

/** A machine behind a NAT gateway that leads 43.0.0.1:8443 to its port 443. */
const network: NetworkModel = {
  ...emptyModel,
  vpcs: [{ id: 'vpc-a', account: '1', region: 'ap-guangzhou', cidr: '10.0.0.0/16' }],
  subnets: [{ id: 'subnet-a', vpc: 'vpc-a', cidr: '10.0.1.0/24', networkAcl: null }],
  routeTables: [{ id: 'rtb-a', vpc: 'vpc-a', main: true, routes: [{ destination: '0.0.0.0/0', type: 'NAT', gateway: 'nat-a' }] }],
  interfaces: [
    {
      id: 'eni-a',
      vpc: 'vpc-a',
      subnet: 'subnet-a',
      addresses: [{ address: '10.0.1.5', primary: true }],
      securityGroups: ['sg-a'],
      instance: 'ins-a',
    },
  ],
  securityGroups: [
    { id: 'sg-a', account: '1', region: 'ap-guangzhou', ingress: [{ ...everything, protocol: 'TCP', port: '443' }], egress: [everything] },
  ],
  natGateways: [{ id: 'nat-a', vpc: 'vpc-a', state: 'available', eips: ['43.0.0.1', '43.0.0.2'] }],
  natPorts: [
    {
      id: 'nat-a TCP 43.0.0.1:8443',
      natGateway: 'nat-a',
      vpc: 'vpc-a',
      protocol: 'TCP',
      publicAddress: '43.0.0.1',
      publicPort: 8443,
      address: '10.0.1.5',
      port: 443,
    },
  ],
};

const inwards: PathQuery = { from: { internet: true }, to: { interface: 'eni-a' }, protocol: 'TCP', port: 443 };
const outwards: PathQuery = { from: { interface: 'eni-a' }, to: { address: '8.8.8.8' }, protocol: 'TCP', port: 443 };
const gapOf = (kind: 'natPorts' | 'natSources') => [{ kind, account: '1', region: 'ap-guangzhou', because: 'UnauthorizedOperation' }];

describe('a port that a NAT gateway publishes', () => {
  it('leads the internet to the inside address, translated before the groups see it', () => {
    const answer = trace(network, inwards);
    expect(answer.verdict).toBe('reachable');
    const group = answer.forward.find(({ step }) => step === 'security-group');
    expect([group?.destination, group?.ports]).toEqual(['10.0.1.5', [{ from: 443, to: 443 }]]);
    const asked = answer.forward.find(({ translation }) => translation?.kind === 'published');
    expect([asked?.destination, asked?.ports]).toEqual(['43.0.0.1', [{ from: 8443, to: 8443 }]]);
    expect(trace(network, { ...inwards, to: { address: '43.0.0.1' }, port: 8443 }).verdict).toBe('reachable');
  });

  it('opens that port and protocol alone', () => {
    expect(trace(network, { ...inwards, port: 80 }).because?.code).toBe('no-public-address');
    expect(trace(network, { ...inwards, to: { address: '43.0.0.1' } }).because?.code).toBe('port-not-published');
    expect(trace(network, { ...inwards, to: { address: '43.0.0.1' }, protocol: 'UDP', port: 8443 }).verdict).toBe('blocked');
  });

  it('is not closed where the list was refused, and says which', () => {
    const refused = { ...network, natPorts: [], gaps: gapOf('natPorts') };
    for (const query of [inwards, { ...inwards, to: { address: '43.0.0.1' }, port: 8443 }])
      expect(trace(refused, query)).toMatchObject({ verdict: 'unknown', because: { code: 'not-known', kind: 'natPorts' } });
  });

  it('is unknown where the answer would leave by another way', () => {
    const routes = network.routeTables.map((row) => ({ ...row, routes: [] }));
    expect(trace({ ...network, routeTables: routes }, inwards)).toMatchObject({
      verdict: 'unknown',
      because: { code: 'answer-not-by-gateway', id: 'nat-a' },
    });
  });

  it('asks for a rule on the inside port where the groups are in its way', () => {
    const closed = { ...network, securityGroups: network.securityGroups.map((row) => ({ ...row, ingress: [] })) };
    expect(trace(closed, { ...inwards, to: { address: '43.0.0.1' }, port: 8443, from: { address: '8.8.8.8' } }).repairs).toMatchObject([
      { kind: 'add-policy', securityGroup: 'sg-a', port: '443' },
    ]);
  });
});

describe('an SNAT rule', () => {
  const rule = { id: 'snat-1', natGateway: 'nat-a', vpc: 'vpc-a', subnet: null, block: '10.0.1.5/32', publicAddresses: ['43.0.0.2'] };
  const translationIn = (model: NetworkModel) => trace(model, outwards).forward.find(({ step }) => step === 'nat-gateway')?.translation;

  it('names the address under which its sender leaves; without one it is any of the gateway', () => {
    expect(translationIn({ ...network, natSources: [rule] })).toEqual({
      kind: 'source',
      addresses: ['43.0.0.2'],
      rule: 'snat-1',
      unsure: null,
    });
    const other = { ...rule, block: '10.0.1.6/32' };
    expect(translationIn({ ...network, natSources: [other] })).toMatchObject({
      addresses: ['43.0.0.1', '43.0.0.2'],
      rule: null,
      unsure: null,
    });
  });

  it('that may be there is told', () => {
    expect(translationIn({ ...network, gaps: gapOf('natSources') })).toMatchObject({ rule: null, unsure: { kind: 'natSources' } });
  });
});
