/** What a customer types into the device at the remote end. Seen from there: the cloud's side is the remote one. */
import { cidrOrNull, formatAddress, sizeOf } from '../../../catalogue/address.ts';
import type { Call } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { vendors } from '../customer-gateway/rules.ts';
import { neighboursOf } from './rules.ts';
import type { VpnConnectionRow } from './table.ts';

interface Device {
  readonly vendor: string;
  readonly platform: string;
  readonly software: string;
  readonly interfaceName: string;
}

interface Facts {
  readonly row: VpnConnectionRow;
  /** Public address of the cloud's side. */
  readonly cloud: string;
  readonly interfaceName: string;
  /** Pairs of address and wildcard mask, from the device's side to the VPC's. */
  readonly flows: readonly (readonly [from: string, to: string])[];
}

/** One line's worth of a text that somebody chose. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** "10.0.0.0/24" → "10.0.0.0 0.0.0.255". */
function withWildcard(block: string): string {
  const cidr = cidrOrNull(block);
  if (!cidr) throw new Error(`a VPN connection holds the malformed block "${block}"`);
  return `${formatAddress(cidr.base)} ${formatAddress(sizeOf(cidr.prefix) - 1)}`;
}

const groupNumber = (group: string): string => group.replace(/\D+/g, '');

const ciscoCipher: Readonly<Record<string, string>> = {
  '3DES-CBC': '3des',
  'AES-CBC-128': 'aes 128',
  'AES-CBC-192': 'aes 192',
  'AES-CBC-256': 'aes 256',
  'DES-CBC': 'des',
  NULL: 'null',
};

function cisco({ row, cloud, interfaceName, flows }: Facts): string[] {
  const { Ike: ike, Ipsec: ipsec, PreShareKey: key } = row;
  const aggressive = ike.ExchangeMode === 'AGGRESSIVE';
  return [
    `! ${oneLine(row.VpnConnectionName)} (${row.VpnConnectionId})`,
    'crypto isakmp policy 10',
    ` encryption ${ciscoCipher[ike.PropoEncryAlgorithm]}`,
    ` hash ${ike.PropoAuthenAlgorithm === 'MD5' ? 'md5' : 'sha'}`,
    ' authentication pre-share',
    ` group ${groupNumber(ike.DhGroupName)}`,
    ` lifetime ${ike.IKESaLifetimeSeconds}`,
    `crypto isakmp identity ${ike.RemotIdentity === 'FQDN' ? 'hostname' : 'address'}`,
    ...(aggressive
      ? [`crypto isakmp peer address ${cloud}`, ` set aggressive-mode password ${key}`]
      : [`crypto isakmp key ${key} address ${cloud}`]),
    `crypto ipsec transform-set ${row.VpnConnectionId} esp-${ciscoCipher[ipsec.EncryptAlgorithm]} esp-${ipsec.IntegrityAlgorithm === 'MD5' ? 'md5' : 'sha'}-hmac`,
    ' mode tunnel',
    `ip access-list extended ${row.VpnConnectionId}`,
    ...flows.map(([from, to]) => ` permit ip ${from} ${to}`),
    `crypto map ${row.VpnConnectionId} 10 ipsec-isakmp`,
    ` set peer ${cloud}`,
    ` set transform-set ${row.VpnConnectionId}`,
    ...(ipsec.PfsDhGroup === 'NULL' ? [] : [` set pfs group${groupNumber(ipsec.PfsDhGroup)}`]),
    ` set security-association lifetime seconds ${ipsec.IPSECSaLifetimeSeconds}`,
    ` set security-association lifetime kilobytes ${ipsec.IPSECSaLifetimeTraffic}`,
    ` match address ${row.VpnConnectionId}`,
    `interface ${interfaceName}`,
    ` crypto map ${row.VpnConnectionId}`,
  ];
}

function h3c({ row, cloud, interfaceName, flows }: Facts): string[] {
  const { Ike: ike, Ipsec: ipsec, PreShareKey: key } = row;
  const id = row.VpnConnectionId;
  const hash = (algorithm: string): string => (algorithm === 'MD5' ? 'md5' : 'sha1');
  return [
    `# ${oneLine(row.VpnConnectionName)} (${id})`,
    `ike keychain ${id}`,
    ` pre-shared-key address ${cloud} key simple ${key}`,
    'quit',
    'ike proposal 1',
    ` encryption-algorithm ${ike.PropoEncryAlgorithm.toLowerCase()}`,
    ` authentication-algorithm ${hash(ike.PropoAuthenAlgorithm)}`,
    ` dh ${ike.DhGroupName.toLowerCase()}`,
    ` sa duration ${ike.IKESaLifetimeSeconds}`,
    'quit',
    `ike profile ${id}`,
    ` keychain ${id}`,
    ` local-identity ${ike.RemotIdentity === 'FQDN' ? `fqdn ${oneLine(ike.RemoteFqdnName)}` : `address ${ike.RemoteAddress}`}`,
    ` match remote identity ${ike.LocalIdentity === 'FQDN' ? `fqdn ${oneLine(ike.LocalFqdnName)}` : `address ${ike.LocalAddress}`}`,
    ` exchange-mode ${ike.ExchangeMode.toLowerCase()}`,
    ' proposal 1',
    'quit',
    `ipsec transform-set ${id}`,
    ` esp authentication-algorithm ${hash(ipsec.IntegrityAlgorithm)}`,
    ` esp encryption-algorithm ${ipsec.EncryptAlgorithm.toLowerCase()}`,
    ...(ipsec.PfsDhGroup === 'NULL' ? [] : [` pfs ${ipsec.PfsDhGroup.toLowerCase()}`]),
    'quit',
    'acl advanced 3001',
    ...flows.map(([from, to]) => ` rule permit ip source ${from} destination ${to}`),
    'quit',
    `ipsec policy ${id} 1 isakmp`,
    ` transform-set ${id}`,
    ' security acl 3001',
    ` remote-address ${cloud}`,
    ` ike-profile ${id}`,
    ` sa duration time-based ${ipsec.IPSECSaLifetimeSeconds}`,
    ` sa duration traffic-based ${ipsec.IPSECSaLifetimeTraffic}`,
    'quit',
    `interface ${interfaceName}`,
    ` ipsec apply policy ${id}`,
    'quit',
  ];
}

const writers = { cisco, h3c } as const;

/** The configuration of the device, in lines ended as the samples end them (4693, 12560). @throws CloudError `unknown` for a device that none is written for. */
export function configurationFor(call: Call, row: VpnConnectionRow, device: Device, unknown: string): string {
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const vendor = vendors.find(
    ({ VendorName, Platform, SoftwareVersion }) =>
      same(VendorName, device.vendor) && same(Platform, device.platform) && same(SoftwareVersion, device.software),
  );
  if (!vendor) throw new CloudError(unknown, `No configuration is written for ${device.vendor} ${device.platform} ${device.software}.`);
  if (/\s{2,}|[\r\n]/.test(device.interfaceName)) throw new CloudError(unknown, 'The name of the interface is no name.');
  const flows = row.Policies.flatMap(({ LocalCidrBlock, RemoteCidrBlock }) =>
    RemoteCidrBlock.map((far) => [withWildcard(far), withWildcard(LocalCidrBlock)] as const),
  );
  const facts = { row, cloud: neighboursOf(call, row).gateway.PublicIpAddress, interfaceName: device.interfaceName, flows };
  return writers[vendor.VendorName](facts)
    .map((line) => `${line}\r\n`)
    .join('');
}
