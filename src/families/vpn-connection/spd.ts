/** The policy of a tunnel: which blocks of the VPC speak with which at the remote end. Pure. */
import { cidrOrNull, contains, parseCidr } from '../../../catalogue/address.ts';
import type { VpnConnection } from '../../../catalogue/families/vpn-connection/index.ts';
import { overlaps } from '../../../network/addresses/cidr.ts';

export type Policy = VpnConnection['SecurityPolicyDatabaseSet'][number];

/** Blocks from what is typed: one a line, or with commas and blanks between them. */
export const blocksIn = (text: string): string[] => text.split(/[\s,;，；]+/).filter(Boolean);

/** A block without its host bits, which the API takes and leaves out (3983); other texts as they are. */
const bare = (text: string): string => {
  const reading = parseCidr(text);
  return reading.ok ? text : (reading.nearest ?? text);
};

type SpdFault =
  | { readonly kind: 'outside'; readonly at: string }
  | { readonly kind: 'overlap'; readonly at: string; readonly block: string };

/** What the VPC's range makes impossible: near blocks outside it, remote blocks that overlap it (4000). `at` is the place in the value. */
export function faultsOf(policies: readonly Partial<Policy>[], range: string): SpdFault[] {
  const whole = cidrOrNull(range);
  if (!whole) return [];
  return policies.flatMap(({ LocalCidrBlock = '', RemoteCidrBlock = [] }, row): SpdFault[] => {
    const near = cidrOrNull(bare(LocalCidrBlock.trim()));
    const remote = RemoteCidrBlock.flatMap((block, at): SpdFault[] => {
      const clear = bare(block);
      return cidrOrNull(clear) && overlaps(clear, range) ? [{ kind: 'overlap', at: `${row}.RemoteCidrBlock.${at}`, block }] : [];
    });
    return near && !contains(whole, near) ? [{ kind: 'outside', at: `${row}.LocalCidrBlock` }, ...remote] : remote;
  });
}
