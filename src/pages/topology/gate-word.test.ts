/** What is told of a gateway of a VPC in its panel on the estate. */
import { expect, it } from 'vitest';
import type { MapBeyond, MapHop } from '../../../network/maps/map-hop.ts';
import { gateState } from './gate-word.ts';

const heads = { table: '', hop: '', beyond: '', led: 'nothing leads', lost: 'dead ones lead', unread: '' };
// What is asked for: the words themselves are the files' own.
const t = ((key: string) => key) as Parameters<typeof gateState>[0];

const behind = (state: MapBeyond['state'], trouble: MapBeyond['trouble']): MapBeyond => ({
  ...{ key: 'beyond:1', kind: 'vpc', id: 'vpc-b', name: 'b', blocks: [], passes: 'none' },
  state,
  trouble,
});
const peering = (beyond: MapBeyond, led: MapHop['led'] = 'led'): MapHop => ({
  ...{ key: 'hop:1', kind: 'peering', type: 'PEERCONNECTION', id: 'pcx-1', name: 'one', addresses: [], subnet: null },
  beyond: [beyond],
  led,
});

it.each<[string, MapHop, string]>([
  ['works', peering(behind('good', null)), 'topology.state.good'],
  ['lacks routes, and some lead to it', peering(behind('missing', { code: 'no-way-back', tables: ['rtb-1'] })), 'topology.state.missing'],
  [
    'is refused, and nothing leads to it',
    peering(behind('dead', { code: 'state', state: 'rejected' }), 'nothing'),
    'topology.dead.rejected',
  ],
  [
    'is asked for, and dead routes lead to it',
    peering(behind('asked', { code: 'state', state: 'pending' }), 'lost'),
    'topology.dead.pending',
  ],
  ['would carry, and nothing leads to it', peering(behind('missing', { code: 'not-led' }), 'nothing'), 'nothing leads'],
  ['would carry, and dead routes lead to it', peering(behind('missing', { code: 'led-by-dead' }), 'lost'), 'dead ones lead'],
])('a peering that %s', (_, hop, word) => {
  expect(gateState(t, heads, hop).word).toBe(word);
});
