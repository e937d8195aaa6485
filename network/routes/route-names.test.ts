import { expect, test } from 'vitest';
import { destinationOf, routeKey } from './route-names.ts';

const four = { RouteId: 7, RouteItemId: 'rti-1', DestinationCidrBlock: '10.1.0.0/16' };
const six = { ...four, RouteId: 0, DestinationCidrBlock: '', DestinationIpv6CidrBlock: '::/0' };

test('a route is meant by its number, or by today’s id where all numbers are 0', () => {
  expect([four, six, { RouteId: 0 }].map(routeKey)).toEqual(['7', 'rti-1', '']);
});

test('a destination is of either family', () => {
  expect([four, six, {}].map(destinationOf)).toEqual(['10.1.0.0/16', '::/0', '']);
});
