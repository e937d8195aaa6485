/** VPCs that have addresses in common: nothing can join them as they are. */
import { compareIps, type IpBlock, parseIpBlock } from '../addresses/ip.ts';
import type { Estate, EstateLink } from './estate.ts';
import { byText } from './order.ts';

/** The estate with a line for each pair that shares addresses, but for those that something joins already. */
export function withOverlaps(estate: Estate): Estate {
  const blocks = estate.vpcs
    .flatMap(({ key, cidrs }) =>
      cidrs.flatMap((cidr) => {
        const block = parseIpBlock(cidr);
        return block ? [{ key, block }] : [];
      }),
    )
    .sort((a, b) => compareIps(a.block.from, b.block.from));
  const joined = new Set(estate.links.map(({ ends }) => [...ends].sort(byText).join('|')));
  const found = new Map<string, EstateLink>();
  let open: { readonly key: string; readonly block: IpBlock }[] = [];
  for (const one of blocks) {
    open = open.filter(({ block }) => typeof block.from === typeof one.block.from && compareIps(block.to, one.block.from) >= 0);
    for (const other of open) {
      const [a, b] = [other.key, one.key].sort(byText);
      if (!a || !b || a === b || joined.has(`${a}|${b}`)) continue;
      const key = `overlap:${a}|${b}`;
      found.set(key, { key, kind: 'overlap', id: '', name: '', ends: [a, b], state: 'overlap', trouble: null });
    }
    open.push(one);
  }
  return { ...estate, links: [...estate.links, ...found.values()].sort((a, b) => byText(a.key, b.key)) };
}
