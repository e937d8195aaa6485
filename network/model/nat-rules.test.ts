import { describe, expect, it } from 'vitest';
import type { DnatRule, SnatRule } from '../../catalogue/families/nat-gateway/rules.ts';
import { natRulesOf } from './nat-rules.ts';

const gateway = { id: 'nat-a', vpc: 'vpc-a', account: '1', region: 'ap-guangzhou' };
const port: DnatRule = { IpProtocol: 'TCP', PublicIpAddress: '43.0.0.1', PublicPort: 8443, PrivateIpAddress: '10.0.1.5', PrivatePort: 443 };
const source: SnatRule = {
  NatGatewaySnatId: 'snat-1',
  ResourceId: 'ins-a',
  ResourceType: 'NETWORKINTERFACE',
  PrivateIpAddress: '10.0.1.5',
  PublicIpAddresses: ['43.0.0.2'],
  Description: '',
};
const none = { rows: [], because: '' };

describe('what NAT gateways translate, of their lists', () => {
  it('is rows of the model, for whom they are', () => {
    const rules = natRulesOf([{ gateway, ports: { rows: [port], because: '' }, sources: { rows: [source], because: '' } }], []);
    expect(rules.natPorts).toMatchObject([{ natGateway: 'nat-a', vpc: 'vpc-a', publicPort: 8443, address: '10.0.1.5', port: 443 }]);
    expect(rules.natSources).toMatchObject([{ subnet: null, block: '10.0.1.5/32', publicAddresses: ['43.0.0.2'] }]);
    expect(rules.gaps).toEqual([]);
  });

  it('has a gap for a list that was refused, a row that cannot be read and gateways that were not listed', () => {
    const odd = { ...port, IpProtocol: 'SCTP' as 'TCP' };
    const refused = natRulesOf([{ gateway, ports: { rows: undefined, because: 'UnauthorizedOperation' }, sources: none }], []);
    expect(refused.gaps).toEqual([{ kind: 'natPorts', account: '1', region: 'ap-guangzhou', because: 'UnauthorizedOperation' }]);
    const unread = natRulesOf([{ gateway, ports: { rows: [odd, port], because: '' }, sources: none }], []);
    expect(unread.natPorts).toHaveLength(1);
    expect(unread.gaps).toMatchObject([{ kind: 'natPorts', because: 'nat-a: IpProtocol: SCTP' }]);
    const unlisted = natRulesOf([], [{ kind: 'natGateways', because: 'RequestLimitExceeded' }]);
    expect(unlisted.gaps.map(({ kind }) => kind)).toEqual(['natPorts', 'natSources']);
  });
});
