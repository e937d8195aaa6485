import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalIpv6, isBlockOfIpv6, prefixOfIpv6 } from './address6.ts';
import { isIpv6Block } from './formats.ts';

const group = fc.constantFrom('0', '1', 'db8', '2001', 'FFFF', '00a', '', '12345', 'g');
const odd = fc
  .tuple(
    fc.array(group, { maxLength: 9 }),
    fc.constantFrom('', '::', ':', '10.0.0.1', '10.0.0.256'),
    fc.constantFrom('', '/0', '/64', '/128', '/129', '/x'),
  )
  .map(([groups, tail, length]) => `${groups.join(':')}${tail}${length}`);

it('an IPv6 block is one exactly where the whole parser reads one', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.ipV6(),
        fc.ipV6().map((text) => `${text}/48`),
        odd,
      ),
      (text) => {
        expect([text, isIpv6Block(text)]).toEqual([text, prefixOfIpv6(text) !== null]);
      },
    ),
    { numRuns: 3000 },
  );
});

it('has no zeros before its length', () => expect(isIpv6Block('::/064')).toBe(false));

it('has one canonical text', () => {
  expect(['2001:DB8:0::5/64', '2001:db8::/64'].map(canonicalIpv6)).toEqual(['2001:db8::/64', '2001:db8::/64']);
  expect(['::/0', '0::0/0', '2001:db8::1/128', '10.0.0.1', 'x'].map(canonicalIpv6)).toEqual(['::/0', '::/0', '2001:db8::1', null, null]);
});

it('has no host bits, or is told from one that has', () => {
  expect(['2001:db8::/64', '2001:db8::5', '::/0', '::/128'].every(isBlockOfIpv6)).toBe(true);
  expect(['2001:db8::5/64', '::1/0', '10.0.0.0/8', ''].some(isBlockOfIpv6)).toBe(false);
});
