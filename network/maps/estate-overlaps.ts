/** VPCs that have addresses in common: nothing can join them as they are. */
import { compareIps, type IpBlock, meetIps, parseIpBlock } from '../addresses/ip.ts';
import type { Estate, EstateLink, EstateVpc } from './estate.ts';
import { byText } from './order.ts';

/** More pairs than these are not told one by one: a thousand VPCs of one range are half a million pairs. */
export const mostPairs = 2000;

/** The estate with a line for each pair that shares addresses, but for those that something joins already; with the first 2,000 of them. */
export function withOverlaps(estate: Estate): Estate {
  const blocks = estate.vpcs
    .flatMap(({ key, cidrs }) =>
      cidrs.flatMap((cidr) => {
        const block = parseIpBlock(cidr);
        return block ? [{ key, block }] : [];
      }),
    )
    .sort((a, b) => compareIps(a.block.from, b.block.from) || byText(a.key, b.key));
  const joined = new Set(estate.links.map(({ ends }) => [...ends].sort(byText).join('|')));
  const found = new Map<string, EstateLink>();
  let open: { readonly key: string; readonly block: IpBlock }[] = [];
  for (const one of blocks) {
    if (found.size >= mostPairs) break;
    open = open.filter(({ block }) => typeof block.from === typeof one.block.from && compareIps(block.to, one.block.from) >= 0);
    for (const other of open) {
      const [a, b] = [other.key, one.key].sort(byText);
      if (!a || !b || a === b || joined.has(`${a}|${b}`)) continue;
      const key = `overlap:${a}|${b}`;
      found.set(key, { key, kind: 'overlap', id: '', name: '', ends: [a, b], state: 'overlap', trouble: null, farTrouble: null });
    }
    open.push(one);
  }
  if (found.size === 0) return estate;
  return { ...estate, links: [...estate.links, ...found.values()].sort((a, b) => byText(a.key, b.key)) };
}

/** Other VPCs that have addresses of this one. */
export function overlappingVpcs({ vpcs }: Estate, vpc: EstateVpc): EstateVpc[] {
  const blocksOf = ({ cidrs }: EstateVpc): IpBlock[] => cidrs.flatMap((cidr) => parseIpBlock(cidr) ?? []);
  const own = blocksOf(vpc);
  return vpcs.filter((one) => one.key !== vpc.key && blocksOf(one).some((block) => own.some((mine) => meetIps(block, mine))));
}
