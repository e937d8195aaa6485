import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAddress } from '../../catalogue/address.ts';
import { overlaps } from '../addresses/cidr.ts';
import { emptyModel, type ModelRoute, type NetworkModel } from '../model/model.ts';
import { routeChanges } from './route-changes.ts';
import { effectiveRoutesOfTable, nextHopOfTable } from './routes.ts';

const modelOf = (routes: readonly ModelRoute[]): NetworkModel => ({
  ...emptyModel,
  vpcs: [{ id: 'vpc-1', account: '1', region: 'ap-guangzhou', cidr: '10.0.0.64/26' }],
  routeTables: [{ id: 'rtb-1', vpc: 'vpc-1', main: true, routes }],
  natGateways: ['nat-1', 'nat-2'].map((id) => ({ id, vpc: 'vpc-1', state: 'available', eips: ['1.2.3.4'] })),
});
const route = (destination: string, gateway: string): ModelRoute => ({ destination, type: 'NAT', gateway });
const changesOf = (before: readonly ModelRoute[], after: readonly ModelRoute[]) =>
  routeChanges(effectiveRoutesOfTable(modelOf(before), 'rtb-1'), effectiveRoutesOfTable(modelOf(after), 'rtb-1'));

test('a new default route takes everything but the VPC and what longer routes take', () => {
  const old = [route('20.0.0.0/8', 'nat-1')];
  const [change, ...more] = changesOf(old, [...old, route('0.0.0.0/0', 'nat-2')]);
  expect(more).toEqual([]);
  expect(change).toMatchObject({ destination: '0.0.0.0/0', whole: false, before: null, after: { gateway: 'nat-2' } });
  expect(change?.blocks.some((block) => overlaps(block, '20.0.0.0/8') || overlaps(block, '10.0.0.64/26'))).toBe(false);
});

test('a route that goes leaves its packets to the next best one', () => {
  const wide = route('20.0.0.0/8', 'nat-1');
  expect(changesOf([wide, route('20.1.0.0/16', 'nat-2')], [wide])).toMatchObject([
    { destination: '20.1.0.0/16', whole: true, blocks: ['20.1.0.0/16'], before: { gateway: 'nat-2' }, after: { gateway: 'nat-1' } },
  ]);
  // The same next hop by another route is the same way.
  expect(changesOf([wide, route('20.1.0.0/16', 'nat-1')], [wide])).toEqual([]);
});

test('a route that dies is a change, one inside the VPC is none', () => {
  expect(changesOf([route('20.0.0.0/8', 'nat-1')], [route('20.0.0.0/8', 'nat-gone')])).toMatchObject([{ after: { status: 'dead' } }]);
  expect(changesOf([], [route('10.0.0.64/28', 'nat-1')])).toEqual([]);
});

const arbitraryRoutes = fc.uniqueArray(
  fc.record({
    prefix: fc.integer({ min: 24, max: 32 }),
    at: fc.integer({ min: 0, max: 255 }),
    gateway: fc.constantFrom('nat-1', 'nat-2', 'gone'),
  }),
  { maxLength: 6, selector: ({ prefix, at }) => `${Math.floor(at / 2 ** (32 - prefix))}/${prefix}` },
);

test('the changed addresses are exactly those whose next hop differs', () => {
  const routesOf = (all: readonly { prefix: number; at: number; gateway: string }[]): ModelRoute[] =>
    all.map(({ prefix, at, gateway }) => route(`10.0.0.${at - (at % 2 ** (32 - prefix))}/${prefix}`, gateway));
  const goes = (model: NetworkModel, address: string): string => {
    const hop = nextHopOfTable(model, 'rtb-1', address);
    return 'route' in hop ? `${hop.route?.gateway} ${hop.route?.status}` : hop.kind;
  };
  fc.assert(
    fc.property(arbitraryRoutes, arbitraryRoutes, (first, second) => {
      const [before, after] = [routesOf(first), routesOf(second)];
      const changes = changesOf(before, after);
      const models = [modelOf(before), modelOf(after)] as const;
      for (let low = 0; low < 256; low += 1) {
        const address = formatAddress(0x0a000000 + low);
        const told = changes.filter(({ blocks }) => blocks.some((block) => overlaps(block, `${address}/32`)));
        const [was, will] = [goes(models[0], address), goes(models[1], address)];
        expect(told).toHaveLength(was === will ? 0 : 1);
        if (told[0]?.after) expect(will).toBe(`${told[0].after.gateway} ${told[0].after.status}`);
      }
    }),
    { numRuns: 60 },
  );
});
