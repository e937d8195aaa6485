import { describe, expect, it } from 'vitest';
import type { Finding } from '../../network/maps/estate-findings.ts';
import type { MapBeyond, MapHop } from '../../network/maps/map-hop.ts';
import { findingWord } from './words.ts';

const beyondOf = (id: string, name = ''): MapBeyond => ({
  ...{ key: `beyond:${id}`, kind: 'vpc', id, name, blocks: [], state: 'missing', passes: 'none' },
  trouble: { code: 'no-ccn-routes' },
});

const hop: MapHop = {
  ...{ key: 'hop:CCN:ccn-1', kind: 'ccn', type: 'CCN', id: 'ccn-1', name: 'backbone', addresses: [], subnet: null, led: 'led' },
  beyond: [beyondOf('vpc-1', 'production'), beyondOf('vpc-2')],
};

const speech = {
  // What is asked for, with its arguments: the words themselves are the files' own.
  t: ((key: string, facts?: object) => [key, ...Object.values(facts ?? {})].join(' ')) as Parameters<typeof findingWord>[0]['t'],
  formats: {} as Parameters<typeof findingWord>[0]['formats'],
  called: (id: string) => id,
};

describe('what a finding says', () => {
  const say = (beyond: MapBeyond, of: MapHop = hop): string =>
    findingWord(speech, { level: 'warning', kind: 'beyond', hop: of, beyond } satisfies Finding);

  it('names the network behind a CCN that it is about', () => {
    expect(hop.beyond.map((one) => say(one))).toEqual([
      'maps.finding.beyondOne backbone production maps.trouble.no-ccn-routes',
      'maps.finding.beyondOne backbone vpc-2 maps.trouble.no-ccn-routes',
    ]);
  });

  it('names the gateway alone where one thing stands behind it', () => {
    const [first] = hop.beyond;
    if (!first) throw new Error('the hop has one');
    const peering: MapHop = { ...hop, kind: 'peering', name: 'prod-dmz', beyond: [first] };
    expect(say(first, peering)).toBe('maps.finding.beyond prod-dmz maps.trouble.no-ccn-routes');
  });
});
