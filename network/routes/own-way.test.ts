import { describe, expect, it } from 'vitest';
import { indexOf } from '../model/look-up.ts';
import { emptyModel, type ModelEip, type ModelRoute, type NetworkModel } from '../model/model.ts';
import { reachesByOwn } from './own-way.ts';

const eip = { id: 'eip-a', address: '43.0.0.9', boundTo: { interface: 'eni-a', privateAddress: '10.0.0.4' } };
const nat = (destination: string): ModelRoute => ({ destination, type: 'NAT', gateway: 'nat-a' });

/** One interface in a subnet whose table has these routes. */
function modelOf(routes: readonly ModelRoute[], eips: readonly ModelEip[] = [eip], change: Partial<NetworkModel> = {}): NetworkModel {
  return {
    ...emptyModel,
    vpcs: [{ id: 'vpc-a', account: '1', region: 'ap-guangzhou', cidr: '10.0.0.0/16' }],
    subnets: [{ id: 'subnet-a', vpc: 'vpc-a', cidr: '10.0.0.0/24', routeTable: 'rtb-a' }],
    routeTables: [{ id: 'rtb-a', vpc: 'vpc-a', main: true, routes }],
    interfaces: [
      {
        ...{ id: 'eni-a', vpc: 'vpc-a', subnet: 'subnet-a', securityGroups: [], instance: 'ins-a' },
        addresses: [{ address: '10.0.0.4', primary: true }],
      },
    ],
    natGateways: [{ id: 'nat-a', vpc: 'vpc-a', state: 'available', eips: ['43.0.0.1'] }],
    eips,
    ...change,
  };
}

function reaches(model: NetworkModel): boolean | null {
  const [subnet, one] = [model.subnets[0], model.interfaces[0]];
  if (!subnet || !one) throw new Error('the model has one of each');
  return reachesByOwn(indexOf(model), subnet, one);
}

describe('the internet by a public address of its own', () => {
  it.each<[string, readonly ModelRoute[], boolean]>([
    ['without any route', [], true],
    ['with routes for other networks only', [{ destination: '172.16.0.0/12', type: 'PEERCONNECTION', gateway: 'pcx-gone' }], true],
    ['with a default route to a gateway', [nat('0.0.0.0/0')], false],
    ['with two halves that take everything', [nat('0.0.0.0/1'), nat('128.0.0.0/1')], false],
    ['with one half alone', [nat('0.0.0.0/1')], true],
    ['with a dead default route', [{ destination: '0.0.0.0/0', type: 'NAT', gateway: 'nat-gone' }], false],
    ['with a default route that is switched off', [{ ...nat('0.0.0.0/0'), enabled: false }], true],
    ['with a default route of type EIP', [{ destination: '0.0.0.0/0', type: 'EIP', gateway: '0' }], true],
    ['with a longer route of type EIP', [nat('0.0.0.0/0'), { destination: '43.128.0.0/16', type: 'EIP', gateway: '0' }], true],
  ])('%s', (_, routes, wanted) => {
    expect(reaches(modelOf(routes))).toBe(wanted);
  });

  it.each<[string, readonly ModelEip[], boolean | null]>([
    ['has none', [], false],
    ['has one that is unpaid', [{ ...eip, arrears: true }], false],
    ['has one that the cloud keeps off', [{ ...eip, blocked: true }], false],
    ['may have one whose holder is not told', [{ id: 'eip-b', address: '43.0.0.8' }], null],
  ])('where the interface %s', (_, eips, wanted) => {
    expect(reaches(modelOf([], eips))).toBe(wanted);
  });

  it('is not known where the table is not', () => {
    expect(reaches(modelOf([], [eip], { routeTables: [] }))).toBe(null);
  });
});
