import { compareIps, formatIpBlock, type IpBlock, includesIps, parseIpBlock } from '../addresses/ip.ts';

/** The smallest block that holds all of these; '' where none of them can be read. IPv4 only: the others are left out. */
export function commonBlock(cidrs: readonly string[]): string {
  const blocks = cidrs.flatMap((cidr) => parseIpBlock(cidr) ?? []).filter(({ from }) => typeof from === 'number');
  const [first] = blocks;
  if (!first) return '';
  const low = blocks.reduce((least, { from }) => (compareIps(from, least) < 0 ? from : least), first.from);
  for (let prefix = first.prefix; prefix >= 0; prefix -= 1) {
    const size = 2 ** (32 - prefix);
    const from = Math.floor(Number(low) / size) * size;
    const block: IpBlock = { from, to: from + size - 1, prefix };
    if (blocks.every((one) => includesIps(block, one))) return formatIpBlock(block);
  }
  return '0.0.0.0/0';
}
