import { describe, expect, it } from 'vitest';
import { families } from './define.ts';
import { familyOfId, idPrefixes, looksLikeId } from './ids.ts';

describe('familyOfId', () => {
  it.each([
    ['vpc-2ari9m7h', 'vpc'],
    ['subnet-dwj7ipnc', 'subnet'],
    ['rtb-1tlrl3xz', 'route-table'],
    ['ipmg-2uw6ujo6', 'parameter-template'],
    ['pcx-6gw5wy11', 'peering'],
    ['vpngw-8dua3tk1', 'vpn-gateway'],
  ])('%s is of %s', (id, family) => {
    expect(familyOfId(id)).toBe(family);
  });

  it.each(['', 'vpc', 'vpc-', '-2ari9m7h', 'VPC-2ari9m7h', 'vpc-2ARI', 'vpc-2ar i9m7h', 'ins-r8hr2upy', 'gz_vpc_266', 'constructor-1'])(
    '%j is of no family',
    (id) => {
      expect(familyOfId(id)).toBeUndefined();
    },
  );

  it('is not torn between two families', () => {
    const prefixes = families.flatMap((family) => [...idPrefixes(family)]);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});

describe('looksLikeId', () => {
  it('takes the new form in every dialect, and only of the right family', () => {
    expect(looksLikeId('vpc', 'vpc-2ari9m7h', false)).toBe(true);
    expect(looksLikeId('vpc', 'subnet-2ari9m7h', true)).toBe(false);
    expect(looksLikeId('vpc', 'vpc-', true)).toBe(false);
    expect(looksLikeId('vpc', 'vpc-2ari9m7h ', true)).toBe(false);
  });

  it.each(['gz_vpc_266', 'shjr_vpc_1', '95'])('takes the first form %s only where it is allowed', (id) => {
    expect(looksLikeId('vpc', id, true)).toBe(true);
    expect(looksLikeId('vpc', id, false)).toBe(false);
  });

  it('takes anything for a family whose ids have no form', () => {
    expect(looksLikeId('task', '19012', false)).toBe(true);
    expect(looksLikeId('task', '', false)).toBe(false);
  });
});
