import { expect, test } from 'vitest';
import { actions } from '../../../catalogue/index.ts';
import type { TodaysRoute } from '../../../network/routes/route-names.ts';
import { lockOf, namesIn, namesOf, rewriteLockOf, writtenOf } from './named-routes.ts';

const { Routes } = actions['vpc:ReplaceRoutes'].params;
const route: TodaysRoute = {
  RouteId: 7,
  RouteItemId: 'rti-1',
  DestinationCidrBlock: '10.1.0.0/16',
  GatewayType: 'NAT',
  GatewayId: 'nat-1',
  RouteDescription: 'out',
  RouteType: 'USER',
  Enabled: false,
};
const six: TodaysRoute = { ...route, RouteId: 0, DestinationCidrBlock: '', DestinationIpv6CidrBlock: '::/0' };

test('a call means a route by its number and today’s id, or by the id alone where all numbers are 0', () => {
  expect([route, six].map(namesOf)).toEqual([{ RouteId: 7, RouteItemId: 'rti-1' }, { RouteItemId: 'rti-1' }]);
  expect(['7', 'rti-1'].map(namesIn)).toEqual([{ RouteId: 7 }, { RouteItemId: 'rti-1' }]);
});

test('what is written again is the whole route, switched as it was, without what answers alone tell', () => {
  expect(writtenOf({ ...six, PublishedToVbc: true, CdcId: 'cdc-1' }, Routes)).toEqual({
    RouteItemId: 'rti-1',
    DestinationCidrBlock: '',
    DestinationIpv6CidrBlock: '::/0',
    GatewayType: 'NAT',
    GatewayId: 'nat-1',
    RouteDescription: 'out',
    Enabled: false,
    CdcId: 'cdc-1',
  });
});

test('the cloud’s own route, and one that nothing names, are left alone', () => {
  expect(lockOf({ ...route, RouteType: 'CCN' })).toBe('system');
  expect(lockOf({ ...route, RouteId: 0, RouteItemId: '' })).toBe('no-id');
  expect(lockOf(route)).toBe(null);
});

test('a route with an unknown next hop or an unknown field is not rewritten', () => {
  expect(rewriteLockOf(route, Routes)).toBe(null);
  expect(rewriteLockOf({ ...route, GatewayType: 'HAVIP' }, Routes)).toBe(null);
  expect(rewriteLockOf({ ...route, GatewayType: 'WARP_2027' }, Routes)).toBe('unknown-type');
  const strange = { ...route, Colour: 'blue' };
  expect(rewriteLockOf(strange, Routes)).toBe('unknown-field');
  expect(rewriteLockOf({ ...route, Colour: '' } as TodaysRoute, Routes)).toBe(null);
});
