import { describe, expect, it } from 'vitest';
import type { Address } from '../../../catalogue/families/eip/index.ts';
import { emptyModel, type NetworkModel } from '../../../network/model/model.ts';
import { eipLeads, natLeads } from '../../../network/routes/leads.ts';
import { gatewayOf, interfaceOf } from './path.tsx';

const address = (more: Partial<Address>): Address =>
  ({ AddressId: 'eip-1', AddressIp: '43.0.0.1', AddressStatus: 'BIND', BindedResourceId: '', ...more }) as Address;

describe('where an elastic IP of a NAT gateway leads', () => {
  it('asks for no interface: without a condition the list would be everybody’s', () => {
    const row = address({ BindedResourceId: 'nat-1' });
    expect([gatewayOf(row), interfaceOf(row)]).toEqual(['nat-1', null]);
    expect(gatewayOf(address({ BindedResourceId: 'eni-1', NetworkInterfaceId: 'eni-1' }))).toBeNull();
  });

  it('ends at the gateway, its VPC and the subnets that route to it', () => {
    const at = { account: '1', region: 'ap-guangzhou' };
    const model: NetworkModel = {
      ...emptyModel,
      vpcs: [{ id: 'vpc-1', ...at, cidr: '10.0.0.0/16' }],
      subnets: ['a', 'b'].map((name, n) => ({ id: `subnet-${name}`, vpc: 'vpc-1', cidr: `10.0.${n}.0/24`, routeTable: `rtb-${name}` })),
      routeTables: [
        { id: 'rtb-a', vpc: 'vpc-1', main: true, routes: [{ destination: '0.0.0.0/0', type: 'NAT', gateway: 'nat-1' }] },
        { id: 'rtb-b', vpc: 'vpc-1', main: false, routes: [] },
      ],
      interfaces: [{ id: 'eni-1', vpc: 'vpc-1', subnet: 'subnet-b', addresses: [{ address: '10.0.1.5', primary: true }] }],
      natGateways: [{ id: 'nat-1', vpc: 'vpc-1', state: 'available', eips: ['43.0.0.1'] }],
      eips: [{ id: 'eip-1', address: '43.0.0.1', boundTo: { natGateway: 'nat-1' } }],
    };
    const leads = { kind: 'nat-gateway', id: 'nat-1', vpc: 'vpc-1', subnets: ['subnet-a'], unsure: null };
    expect(eipLeads(model, 'eip-1')).toEqual(leads);
    expect(natLeads(model, 'nat-1')).toEqual(leads);
    const gaps = [{ kind: 'routeTables' as const, because: 'RequestLimitExceeded' }];
    expect(natLeads({ ...model, routeTables: [], gaps }, 'nat-1')).toMatchObject({ subnets: [], unsure: { kind: 'routeTables' } });
  });
});
