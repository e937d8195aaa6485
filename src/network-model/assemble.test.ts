import { beforeAll, describe, expect, it } from 'vitest';
import { indexOf } from '../../network/model/look-up.ts';
import { assemble, type ListSnapshot, type OwnedScope } from './assemble.ts';
import { type ModelSource, type SourceKind, sourceOf } from './sources.ts';

const because = {
  reading: 'on its way',
  failed: (code: string) => `refused: ${code}`,
  odd: (ids: string) => `unreadable: ${ids}`,
  partial: 'not whole',
};
const home: OwnedScope = { account: undefined, region: 'ap-guangzhou', owner: '100' };
const partner: OwnedScope = { account: 'partner', region: 'ap-shanghai', owner: '200' };

const kinds = ['vpcs', 'subnets', 'subnetAcls', 'interfaces', 'peerings', 'networkAcls'] as const satisfies readonly SourceKind[];
const sources = new Map<SourceKind, ModelSource>();

beforeAll(async () => {
  for (const kind of kinds) sources.set(kind, await sourceOf(kind));
});

function reading(scope: OwnedScope, kind: SourceKind, rows: readonly object[], more: Partial<ListSnapshot> = {}): ListSnapshot {
  const source = sources.get(kind);
  if (!source) throw new Error(kind);
  return {
    scope,
    kind,
    module: source.module,
    rows: rows as ListSnapshot['rows'],
    odd: [],
    total: rows.length,
    complete: true,
    failed: null,
    ...more,
  };
}

const vpc = (VpcId: string, CidrBlock: string) => ({ VpcId, CidrBlock, VpcName: `name of ${VpcId}` });
const subnet = (SubnetId: string, VpcId: string, CidrBlock: string) => ({ SubnetId, VpcId, CidrBlock, SubnetName: '' });
const olderSubnet = (unSubnetId: string, networkAclId: string | number) => ({
  subnetId: 'gz_subnet_1',
  unSubnetId,
  vpcId: 'gz_vpc_1',
  cidrBlock: '10.0.0.0/24',
  networkAclId,
});

describe('one network of many lists', () => {
  it('knows of each thing its owner, where it stands, its name and whether it is being worked on', () => {
    const pending = { NetworkInterfaceId: 'eni-1', VpcId: 'vpc-b', SubnetId: 'subnet-b', State: 'PENDING', PrivateIpAddressSet: [] };
    const { model, known } = assemble(
      [
        reading(home, 'vpcs', [vpc('vpc-a', '10.0.0.0/16')]),
        reading(partner, 'vpcs', [vpc('vpc-b', '10.1.0.0/16')]),
        reading(partner, 'interfaces', [pending]),
      ],
      because,
    );
    expect(model.vpcs.map(({ id, account, region }) => [id, account, region])).toEqual([
      ['vpc-a', '100', 'ap-guangzhou'],
      ['vpc-b', '200', 'ap-shanghai'],
    ]);
    expect(known.get('vpc-b')).toEqual({ scope: partner, name: 'name of vpc-b', pending: false });
    expect(known.get('eni-1')?.pending).toBe(true);
    expect(model.gaps).toEqual([]);
  });

  it('has a gap where a list is on its way or was refused, and there only', () => {
    const { model } = assemble(
      [
        reading(home, 'vpcs', [vpc('vpc-a', '10.0.0.0/16')]),
        reading(home, 'subnets', [], { complete: false }),
        reading(partner, 'networkAcls', [], { complete: false, failed: 'UnauthorizedOperation' }),
      ],
      because,
    );
    expect(model.gaps).toEqual([
      { kind: 'subnets', account: '100', region: 'ap-guangzhou', because: 'on its way' },
      { kind: 'networkAcls', account: '200', region: 'ap-shanghai', because: 'refused: UnauthorizedOperation' },
    ]);
  });

  it('has a gap where a list holds fewer rows than the cloud counts', () => {
    const { model } = assemble([reading(home, 'vpcs', [vpc('vpc-a', '10.0.0.0/16')], { total: 9, consistent: false })], because);
    expect(model.gaps).toEqual([{ kind: 'vpcs', account: '100', region: 'ap-guangzhou', because: 'not whole' }]);
  });

  it('leaves out a row that cannot be read, and says so, instead of refusing all of them', () => {
    const rows = [vpc('vpc-a', '10.0.0.0/16'), vpc('vpc-odd', 'no block')];
    const { model } = assemble([reading(home, 'vpcs', rows)], because);
    expect(model.vpcs.map(({ id }) => id)).toEqual(['vpc-a']);
    expect(model.gaps).toEqual([{ kind: 'vpcs', account: '100', region: 'ap-guangzhou', because: 'unreadable: vpc-odd' }]);
    expect(() => indexOf(model)).not.toThrow();
  });

  it('counts rows that came in another shape among what is not known', () => {
    const odd = { id: 'vpc-odd', name: '', key: 'vpc-odd', problems: [], raw: { VpcId: 'vpc-odd', CidrBlock: null }, sent: {}, row: {} };
    const { model } = assemble([reading(home, 'vpcs', [vpc('vpc-a', '10.0.0.0/16')], { odd: [odd] })], because);
    expect(model.vpcs.map(({ id }) => id)).toEqual(['vpc-a']);
    expect(model.gaps).toEqual([{ kind: 'vpcs', account: '100', region: 'ap-guangzhou', because: 'unreadable: vpc-odd' }]);
  });

  it('takes the ACL of a subnet from the older list, and leaves it unknown where that tells nothing', () => {
    const rows = ['a', 'b', 'c'].map((name, at) => subnet(`subnet-${name}`, 'vpc-a', `10.0.${at}.0/24`));
    const { model } = assemble(
      [reading(home, 'subnets', rows), reading(home, 'subnetAcls', [olderSubnet('subnet-a', 'acl-1'), olderSubnet('subnet-b', 0)])],
      because,
    );
    expect(model.subnets.map(({ id, networkAcl }) => [id, networkAcl])).toEqual([
      ['subnet-a', 'acl-1'],
      ['subnet-b', null],
      ['subnet-c', undefined],
    ]);
  });

  it('counts a peering once although both of its ends list it', () => {
    const row = { peeringConnectionId: 'pcx-1', vpcId: 'x', unVpcId: 'vpc-a', peerVpcId: 'y', unPeerVpcId: 'vpc-b', state: 1 };
    const { model, known } = assemble([reading(home, 'peerings', [row]), reading(partner, 'peerings', [{ ...row }])], because);
    expect(model.peerings).toHaveLength(1);
    expect(known.get('pcx-1')?.scope).toBe(home);
  });

  it('reads 100 VPCs, 1,000 subnets and 5,000 interfaces, and makes them ready to be asked, in under 500 ms of processor time', () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
    const vpcs = numbers(100).map((at) => vpc(`vpc-${at}`, `10.${at}.0.0/16`));
    const subnets = numbers(1000).map((at) => subnet(`subnet-${at}`, `vpc-${at % 100}`, `10.${at % 100}.${Math.floor(at / 100)}.0/24`));
    const interfaces = numbers(5000).map((at) => ({
      NetworkInterfaceId: `eni-${at}`,
      NetworkInterfaceName: `nic ${at}`,
      VpcId: `vpc-${at % 100}`,
      SubnetId: `subnet-${at % 1000}`,
      GroupSet: ['sg-1', 'sg-2'],
      State: 'AVAILABLE',
      PrivateIpAddressSet: [
        { PrivateIpAddress: `10.${at % 100}.${Math.floor((at % 1000) / 100)}.${4 + Math.floor(at / 1000)}`, Primary: true },
      ],
      Attachment: { InstanceId: `ins-${at}` },
    }));
    const once = () => {
      const before = process.cpuUsage();
      // New arrays: rows that were read before are not read again.
      const readings = [
        reading(home, 'vpcs', [...vpcs]),
        reading(home, 'subnets', [...subnets]),
        reading(home, 'interfaces', [...interfaces]),
      ];
      const { model } = assemble(readings, because);
      const index = indexOf(model);
      const { user, system } = process.cpuUsage(before);
      return { model, index, took: (user + system) / 1000 };
    };
    const runs = [once(), once(), once()];
    const { model, index } = once();
    expect(model.interfaces).toHaveLength(5000);
    expect(index.tables.interfacesOfSubnet.size).toBe(1000);
    expect(Math.min(...runs.map(({ took }) => took))).toBeLessThan(500);
  });
});
