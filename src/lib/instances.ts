/** Instances as their network interfaces tell them: no action of the documents lists them. Pure. */
import type { NetworkInterface } from '../../catalogue/families/eni/index.ts';

export interface KnownInstance {
  readonly id: string;
  readonly vpc: string;
  readonly zone: string;
  /** Primary address of its first interface; '' where only others of its interfaces are known. */
  readonly address: string;
  /** Public address that its primary address has now, if any. */
  readonly publicAddress: string;
  /** The elastic IP that this public address is; '' for an ordinary one, or none. */
  readonly elasticIp: string;
}

export type InterfaceFacts = Pick<NetworkInterface, 'Attachment' | 'Primary' | 'PrivateIpAddressSet' | 'VpcId' | 'Zone'>;

/** Every instance that has one of these interfaces, once, in the order of its address. */
export function instancesOf(interfaces: readonly InterfaceFacts[]): KnownInstance[] {
  const found = new Map<string, KnownInstance>();
  for (const { Attachment, Primary, PrivateIpAddressSet, VpcId, Zone } of interfaces) {
    const id = Attachment?.InstanceId;
    if (!id || (found.has(id) && !Primary)) continue;
    const own = Primary ? PrivateIpAddressSet.find((address) => address.Primary) : undefined;
    found.set(id, {
      id,
      vpc: VpcId,
      zone: Zone,
      address: own?.PrivateIpAddress ?? '',
      publicAddress: own?.PublicIpAddress ?? '',
      elasticIp: own?.AddressId ?? '',
    });
  }
  return [...found.values()].sort((a, b) => a.vpc.localeCompare(b.vpc) || a.address.localeCompare(b.address, 'en', { numeric: true }));
}
