import { describe, expect, it } from 'vitest';
import type { Field, Fields } from './define.ts';
import { actions } from './index.ts';
import { slipsIn } from './slips.ts';

const slips = (action: keyof typeof actions, params: Record<string, unknown>) =>
  slipsIn(actions[action].params as Fields, params).map(({ path, issue, limit }) => [path, issue, limit]);

/** Where a field of these parameters holds a block: as a path with every list at its first item, and what to put there. */
function blocksIn(fields: Fields, at: readonly string[] = []): { readonly path: readonly string[] }[] {
  const inside = (field: Field, path: readonly string[]): { readonly path: readonly string[] }[] => {
    if (field.kind === 'list') return inside(field.of, [...path, '0']);
    if (field.kind === 'struct') return blocksIn(field.fields, path);
    return field.kind === 'cidr' || (field.kind === 'text' && /^(?:address|ip)-or-range$/.test(field.format ?? '')) ? [{ path }] : [];
  };
  return Object.entries(fields).flatMap(([name, field]) => inside(field, [...at, name]));
}

const nested = (path: readonly string[], value: unknown): unknown => {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  return first === '0' ? [nested(rest, value)] : { [first]: nested(rest, value) };
};

describe('slips', () => {
  it('finds host bits of IPv6 where both families are taken', () => {
    const of = (member: string) => slips('vpc:CreateAddressTemplate', { AddressTemplateName: 'a', Addresses: [member] });
    expect(of('2001:db8::5/64')).toEqual([['Addresses.0', 'host-bits', '2001:db8::/64']]);
    expect([of('2001:db8::/64'), of('2001:db8::5'), of('2001:db8::5-2001:db8::9')]).toEqual([[], [], []]);
  });

  it('finds host bits in every field of every action that takes a block', () => {
    const places = Object.entries(actions).flatMap(([name, { params }]) => blocksIn(params as Fields).map((place) => ({ name, ...place })));
    expect(places.length).toBeGreaterThan(20);
    const missed = places.filter(({ name, path }) => {
      const found = slips(name as keyof typeof actions, nested(path, '10.0.0.5/8') as Record<string, unknown>);
      return !found.some(([at, issue, limit]) => at === path.join('.') && issue === 'host-bits' && limit === '10.0.0.0/8');
    });
    expect(missed.map(({ name, path }) => `${name} ${path.join('.')}`)).toEqual([]);
  });

  it('takes blocks, addresses and ranges as they should be', () => {
    for (const value of ['10.0.0.0/8', '10.0.0.5', '10.0.0.5/32', '10.0.0.1-10.0.0.9'])
      expect(slips('vpc:CreateAddressTemplate', { Addresses: [value] })).toEqual([]);
  });

  it('takes digits alone for the number of an account', () => {
    expect(slips('vpc2017:CreateVpcPeeringConnection', { peerUin: 'Lanting' })).toEqual([['peerUin', 'type', 'integer']]);
    expect(slips('vpc2017:CreateVpcPeeringConnection', { peerUin: '100010000001' })).toEqual([]);
  });
});
