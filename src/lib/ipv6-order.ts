/** How lists sort and find IPv6: loaded where rows have any, for the reader of such addresses is not small. Pure. */
import { prefixOfIpv6, rangeOfIpv6 } from '../../catalogue/address6.ts';
import type { Ipv6Order } from './table.ts';

/** Above every rank of IPv4. */
const above = 1n << 140n;

export const ipv6Order: Ipv6Order = {
  rank(text) {
    const range = rangeOfIpv6(text);
    return range ? above + range.from * 256n + BigInt(prefixOfIpv6(text) ?? 128) : null;
  },
  inside(word) {
    const wanted = rangeOfIpv6(word);
    if (!wanted) return null;
    return (block) => {
      const outer = block.includes(':') ? rangeOfIpv6(block) : null;
      return outer !== null && outer.from <= wanted.from && wanted.to <= outer.to;
    };
  },
};
