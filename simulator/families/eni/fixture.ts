/** What the tests of network interfaces share. */
import { beforeEach } from 'vitest';
import { TestWorld } from '../../testing/test-world.ts';

export interface InterfaceAnswer {
  NetworkInterfaceId: string;
  State: string;
  Primary: boolean;
  MacAddress: string;
  GroupSet: string[];
  Attachment: { InstanceId?: string; DeviceIndex?: number; AttachTime?: string };
  PrivateIpAddressSet: {
    PrivateIpAddress: string;
    Primary: boolean;
    PublicIpAddress: string;
    AddressId: string;
    Description: string;
    State: string;
  }[];
}

/** A stage with a VPC, a subnet of zone 1 and a machine in it. */
export class EniStage extends TestWorld {
  vpc1 = { id: '', oldId: '' };
  subnet1 = '';
  machine1 = { InstanceId: '', PrivateIpAddress: '' };

  constructor() {
    super();
    beforeEach(async () => {
      this.vpc1 = await this.vpc();
      this.subnet1 = await this.subnet(this.vpc1.id, '10.0.1.0/28');
      this.machine1 = await this.machine(this.subnet1);
    });
  }

  /** Makes an interface in the subnet. */
  readonly make = async (more: Record<string, unknown> = {}): Promise<InterfaceAnswer> =>
    (await this.call3('CreateNetworkInterface', { VpcId: this.vpc1.id, SubnetId: this.subnet1, NetworkInterfaceName: 'n', ...more }))
      .NetworkInterface as InterfaceAnswer;

  readonly eni = async (id: string): Promise<InterfaceAnswer> => {
    const { NetworkInterfaceSet } = await this.call3('DescribeNetworkInterfaces', { NetworkInterfaceIds: [id] });
    return (NetworkInterfaceSet as [InterfaceAnswer])[0];
  };

  /** The texts of its addresses, the primary one first. */
  readonly addresses = async (id: string) => (await this.eni(id)).PrivateIpAddressSet.map((row) => row.PrivateIpAddress);

  readonly firstInterface = async (InstanceId: string): Promise<InterfaceAnswer> => {
    const Filters = [{ Name: 'attachment.instance-id', Values: [InstanceId] }];
    const { NetworkInterfaceSet } = await this.call3('DescribeNetworkInterfaces', { Filters });
    const first = (NetworkInterfaceSet as InterfaceAnswer[]).find((row) => row.Primary);
    if (!first) throw new Error(`${InstanceId} has no first interface`);
    return first;
  };

  /** An elastic IP on an address of the interface. */
  readonly withEip = async (NetworkInterfaceId: string, PrivateIpAddress = ''): Promise<string> => {
    const [AddressId = ''] = (await this.call3('AllocateAddresses')).AddressSet as string[];
    await this.call3('AssociateAddress', { AddressId, NetworkInterfaceId, PrivateIpAddress });
    return AddressId;
  };

  readonly eip = async (id: string) =>
    ((await this.call3('DescribeAddresses', { AddressIds: [id] })).AddressSet as Record<string, unknown>[])[0];

  /** How a task of the 2017 API stands: 0 done, 1 failed, 2 under way. */
  readonly status = async (taskId: unknown) =>
    ((await this.call2017('DescribeVpcTaskResult', { taskId })).data as { status: number }).status;
}
