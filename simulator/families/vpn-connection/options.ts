/** IKE and IPsec options with nothing left open, and which addresses speak with which. */
import { cidrOrNull, contains } from '../../../catalogue/address.ts';
import { blocksOverlap } from '../../../network/addresses/cidr.ts';
import { CloudError } from '../../errors.ts';
import { blockOfRow } from '../../rules/addresses.ts';
import { canonicalBlock } from '../route-table/rules.ts';
import type { VpcRow } from '../vpc/table.ts';
import type { IkeOptions, IpsecOptions, Policy } from './table.ts';

export type OptionInputs<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Codes for options that do not go together. */
export interface OptionCodes {
  /** An identity of one kind with a value of the other. */
  readonly coexist: string;
  /** An identity without its value. */
  readonly missing: string;
  /** The remote end's block overlaps the VPC's. */
  readonly conflict: string;
  /** A near block that is not the VPC's. */
  readonly outside: string;
  readonly malformed: string;
}

/** The addresses that stand for the two ends where an identity is an address and none is given (7238). */
interface Ends {
  readonly local: string;
  readonly remote: string;
}

interface Side {
  readonly kind: 'ADDRESS' | 'FQDN';
  readonly address?: string | undefined;
  readonly fqdn?: string | undefined;
  readonly usual: string;
}

/** One end's identity: an address or a name, never both (7236-7241). */
function identity(side: Side, what: string, codes: OptionCodes): { readonly address: string; readonly fqdn: string } {
  const other = side.kind === 'FQDN' ? side.address : side.fqdn;
  if (other) throw new CloudError(codes.coexist, `The ${what} identity is of the kind ${side.kind}; it cannot be ${other} as well.`);
  if (side.kind === 'ADDRESS') return { address: side.address || side.usual, fqdn: '' };
  if (!side.fqdn) throw new CloudError(codes.missing, `The ${what} identity is a name, and none is given.`);
  return { address: '', fqdn: side.fqdn };
}

/** Defaults of the tables (7233-7237), and of the samples where those name none (4503-4506). @throws CloudError. */
export function ikeOf(wanted: OptionInputs<IkeOptions>, ends: Ends, codes: OptionCodes): IkeOptions {
  const LocalIdentity = wanted.LocalIdentity ?? 'ADDRESS';
  const RemotIdentity = wanted.RemotIdentity ?? 'ADDRESS';
  const local = identity(
    { kind: LocalIdentity, address: wanted.LocalAddress, fqdn: wanted.LocalFqdnName, usual: ends.local },
    'local',
    codes,
  );
  const remote = identity(
    { kind: RemotIdentity, address: wanted.RemoteAddress, fqdn: wanted.RemoteFqdnName, usual: ends.remote },
    'remote',
    codes,
  );
  return {
    PropoEncryAlgorithm: wanted.PropoEncryAlgorithm ?? '3DES-CBC',
    PropoAuthenAlgorithm: wanted.PropoAuthenAlgorithm ?? 'MD5',
    ExchangeMode: wanted.ExchangeMode ?? 'MAIN',
    LocalIdentity,
    RemotIdentity,
    LocalAddress: local.address,
    RemoteAddress: remote.address,
    LocalFqdnName: local.fqdn,
    RemoteFqdnName: remote.fqdn,
    DhGroupName: wanted.DhGroupName ?? 'GROUP1',
    IKESaLifetimeSeconds: wanted.IKESaLifetimeSeconds ?? 86_400,
    IKEVersion: wanted.IKEVersion ?? 'IKEV1',
  };
}

/** The lifetimes are the samples' (4519), but for the traffic: theirs is more than may be asked for (7257). */
export const ipsecOf = (wanted: OptionInputs<IpsecOptions>): IpsecOptions => ({
  EncryptAlgorithm: wanted.EncryptAlgorithm ?? 'AES-CBC-128',
  IntegrityAlgorithm: wanted.IntegrityAlgorithm ?? 'MD5',
  IPSECSaLifetimeSeconds: wanted.IPSECSaLifetimeSeconds ?? 3600,
  PfsDhGroup: wanted.PfsDhGroup ?? 'NULL',
  IPSECSaLifetimeTraffic: wanted.IPSECSaLifetimeTraffic ?? 604_800,
});

/** The policies in canonical form. @throws CloudError for a near block outside the VPC, or a far one that overlaps it (4000). */
export function policiesOf(vpc: VpcRow | null, wanted: readonly Policy[], codes: OptionCodes): Policy[] {
  const own = vpc && blockOfRow(vpc);
  return wanted.map(({ LocalCidrBlock, RemoteCidrBlock }) => {
    const local = canonicalBlock(LocalCidrBlock);
    const near = cidrOrNull(local);
    if (!near) throw new CloudError(codes.malformed, `"${LocalCidrBlock}" is no block of addresses.`);
    if (own && !contains(own, near)) throw new CloudError(codes.outside, `${local} is not inside the VPC's block ${vpc?.CidrBlock}.`);
    return { LocalCidrBlock: local, RemoteCidrBlock: RemoteCidrBlock.map((block) => farBlock(vpc, block, codes)) };
  });
}

function farBlock(vpc: VpcRow | null, text: string, codes: OptionCodes): string {
  const block = canonicalBlock(text);
  const far = cidrOrNull(block);
  if (!far) throw new CloudError(codes.malformed, `"${text}" is no block of addresses.`);
  if (!vpc || !blocksOverlap(blockOfRow(vpc), far)) return block;
  throw new CloudError(codes.conflict, `The remote end's block ${block} overlaps the VPC's block ${vpc.CidrBlock}.`);
}
