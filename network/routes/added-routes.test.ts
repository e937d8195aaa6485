import { expect, it } from 'vitest';
import { routeAddition } from './added-routes.ts';

const route = (DestinationCidrBlock: string, GatewayId: string) => ({ DestinationCidrBlock, GatewayId });

it('adds what the table lacks, once, and leaves alone what leads elsewhere', () => {
  const routes = [
    route('10.1.0.0/16', 'pcx-1'),
    route('10.2.0.0/16', 'vpngw-1'),
    route('10.4.0.0/16', 'vpngw-1'),
    route('10.4.0.0/16', 'pcx-1'),
  ];
  expect(routeAddition(routes, ['10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16', '10.3.0.0/16', '10.4.0.0/16'], 'pcx-1')).toEqual({
    add: ['10.3.0.0/16'],
    present: ['10.1.0.0/16', '10.4.0.0/16'],
    elsewhere: [route('10.2.0.0/16', 'vpngw-1')],
  });
});
