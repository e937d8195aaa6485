/** Where one route leads, and what nothing leads to, where several networks stand behind its next hop. */
import { expect, it } from 'vitest';
import type { ModelRoute } from '../model/model.ts';
import { network } from '../testing/two-vpcs.ts';
import { behindRoute } from './behind.ts';
import { estateOf } from './estate.ts';
import { vpcMapOf } from './vpc-map.ts';

const tunnel = (id: string, remote: string) => ({
  ...{ id, name: id, gateway: 'vpngw-a', state: 'available' as const, up: true },
  spds: [{ local: '10.0.0.0/16', remote: [remote] }],
});
const into = (destination: string): ModelRoute => ({ destination, type: 'VPN', gateway: 'vpngw-a' });

function sites(...routes: ModelRoute[]) {
  const base = network({
    vpnGateways: [{ id: 'vpngw-a', vpc: 'vpc-a', state: 'available', name: 'sites' }],
    vpnConnections: [tunnel('depot', '192.168.48.0/24'), tunnel('plant', '192.168.40.0/22')],
  });
  const model = { ...base, routeTables: base.routeTables.map((table) => (table.id === 'rtb-a' ? { ...table, routes } : table)) };
  const hop = vpcMapOf(model, 'vpc-a')?.hops.find(({ kind }) => kind === 'vpn');
  if (!hop) throw new Error('the map has its VPN gateway');
  return { model, hop };
}

it('a route leads to the site that has its destination alone', () => {
  const { hop } = sites(into('192.168.40.0/22'));
  expect(behindRoute(hop, '192.168.40.0/22').map(({ name }) => name)).toEqual(['plant']);
  expect(behindRoute(hop, '192.168.0.0/16').map(({ name }) => name)).toEqual(['depot', 'plant']);
});

it('a site that no route of the gateway leads to carries nothing', () => {
  const { model, hop } = sites(into('192.168.40.0/22'));
  expect(hop.beyond.map(({ name, state, passes, trouble }) => [name, state, passes, trouble?.code ?? null])).toEqual([
    ['depot', 'missing', 'none', 'not-led'],
    ['plant', 'good', 'both', null],
  ]);
  const vpc = estateOf(model).vpcs.find(({ id }) => id === 'vpc-a');
  expect(vpc?.exits.filter(({ kind }) => kind === 'remote').map(({ name, state }) => [name, state])).toEqual([
    ['depot', 'missing'],
    ['plant', 'good'],
  ]);
  expect(vpc?.findings.some((one) => one.kind === 'beyond' && one.beyond.name === 'depot')).toBe(true);
});
