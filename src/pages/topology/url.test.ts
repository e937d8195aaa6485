import { describe, expect, it } from 'vitest';
import { estateOf } from '../../../network/maps/estate.ts';
import { estateView } from '../../../network/maps/estate-groups.ts';
import { emptyModel, type NetworkModel } from '../../../network/model/model.ts';
import { pathOnMap } from './path.ts';
import { estateIn, withEstate, withoutParam } from './use-estate-url.ts';

const read = (text: string) => estateIn(new URLSearchParams(text));

describe('the URL of the map', () => {
  it('tells what is shown, open and selected; nonsense is as if it were not there', () => {
    expect(read('')).toEqual({
      filter: { without: new Set(), joinedOnly: false, account: '', region: '', state: '', troubled: false, near: null },
      asked: '',
      ...{
        grouping: null,
        tag: '',
        overlaps: false,
        closesGaps: false,
        path: null,
        selected: null,
        search: '',
        asList: false,
        open: new Set(),
      },
    });
    expect(read('owner=1&in=ap-beijing&state=dead&findings=1&group=region&open=a~b&at=vpc:v&view=list')).toMatchObject({
      filter: { account: '1', region: 'ap-beijing', state: 'dead', troubled: true },
      ...{ grouping: 'region', open: new Set(['a', 'b']), selected: 'vpc:v', asList: true },
    });
    expect(read('from=vpc-1&hops=99').filter.near).toEqual({ id: 'vpc-1', hops: 5 });
    expect(read('from=vpc-1&hops=x').filter.near).toEqual({ id: 'vpc-1', hops: 1 });
    expect(read('without=ccn~internet~else&alone=0').filter).toMatchObject({ without: new Set(['ccn', 'internet']), joinedOnly: true });
    expect(withoutParam(new Set(['internet', 'ccn']))).toBe('ccn~internet');
    expect(withoutParam(new Set())).toBeNull();
    expect(read('group=tag:team')).toMatchObject({ grouping: 'tag', tag: 'team' });
    expect(read('group=tag:')).toMatchObject({ grouping: null, tag: '' });
    expect(read('state=fine&group=all')).toMatchObject({ filter: { state: '' }, grouping: null });
    // A plan is made anew for another grouping; for a filter only where gaps are closed; never for the same addresses.
    expect(read('state=dead&from=vpc-1&overlaps=1').asked).toBe(read('').asked);
    expect(read('state=dead&gaps=0').asked).not.toBe(read('state=asked&gaps=0').asked);
    expect(read('group=name').asked).not.toBe(read('').asked);
  });

  it('tells a path, how far it is come along, and what was asked; nonsense is no path', () => {
    expect(read('path=eni-1+pcx-1+eni-2&stop=1&ask=TCP+443').path).toEqual({
      ...{ through: ['eni-1', 'pcx-1', 'eni-2'], reached: 1, isKnown: true, lostFrom: null, ask: { protocol: 'TCP', port: '443' } },
    });
    expect(read('path=eni-1+eni-2&stop=9&end=unknown&lost=2').path).toEqual({
      ...{ through: ['eni-1', 'eni-2'], reached: 2, isKnown: false, lostFrom: 1, ask: {} },
    });
    expect(read('path=eni-1').path).toBeNull();
  });

  it('comes back as it was written, and says nothing of what is usual', () => {
    const next = withEstate(new URLSearchParams('region=ap-guangzhou'), { at: 'vpc:v', in: 'ap-beijing', q: '' });
    expect(next.toString()).toBe('region=ap-guangzhou&at=vpc%3Av&in=ap-beijing');
    expect(withEstate(next, { at: null, in: null }).toString()).toBe('region=ap-guangzhou');
  });
});

describe('a path on the map', () => {
  const model: NetworkModel = {
    ...emptyModel,
    vpcs: ['a', 'b'].map((name, at) => ({ id: `vpc-${name}`, account: '1', region: 'ap-guangzhou', cidr: `10.${at}.0.0/16`, name })),
    interfaces: ['a', 'b'].map((name) => ({ id: `eni-${name}`, vpc: `vpc-${name}`, subnet: '', addresses: [] })),
    peerings: [{ id: 'pcx-1', vpcs: ['vpc-a', 'vpc-b'], state: 'active' }],
  };
  const estate = estateOf(model);
  const view = estateView(estate);
  const on = (through: readonly string[], reached: number, more: { isKnown?: boolean; lostFrom?: number } = {}) =>
    pathOnMap(model, estate, view, { through, reached, isKnown: true, lostFrom: null, ask: {}, ...more });
  /** "1 vpc-a pass": numbers of stops, there and back. */
  const stopsOf = ({ stops }: ReturnType<typeof on>): string[] => stops.map(({ n, key, result }) => `${n} ${key?.slice(4)} ${result}`);
  const whole = ['eni-a', 'pcx-1', 'eni-b'];

  it('leads over the VPCs of its things and the peering between, there and back', () => {
    const path = on(whole, 3);
    expect(path).toMatchObject({ keys: ['vpc:vpc-a', 'link:pcx-1', 'vpc:vpc-b'], missing: [], result: 'arrives', lostAt: null });
    expect(stopsOf(path)).toEqual(['1 vpc-a pass', '2 vpc-b pass', '3 vpc-b pass', '4 vpc-a pass']);
    expect(path.legs).toEqual([{ line: 'link:pcx-1', onwards: true, back: true, state: 'good' }]);
    expect(on([...whole].reverse(), 3).legs).toMatchObject([{ onwards: false }]);
  });

  it('draws nothing that no packet comes to', () => {
    const path = on(whole, 1);
    expect(stopsOf(path)).toEqual(['1 vpc-a block']);
    expect(path).toMatchObject({ legs: [], last: 'vpc:vpc-a', result: 'ends' });
    const atPeering = on(whole, 2);
    expect(stopsOf(atPeering)).toEqual(['1 vpc-a pass']);
    expect(atPeering.legs).toMatchObject([{ state: 'dead', back: false }]);
  });

  it('never looks as if a packet arrived of which that is not known, and names the VPC of a bare address', () => {
    for (const goal of ['10.1.0.5', '10.1.0.5@vpc-b']) {
      const path = on(['10.0.0.7@vpc-a', 'pcx-1', goal], 3, { isKnown: false });
      expect(path.keys).toEqual(['vpc:vpc-a', 'link:pcx-1', 'vpc:vpc-b']);
      expect(stopsOf(path)).toEqual(['1 vpc-a pass', '2 vpc-b unknown']);
      expect(path.legs).toMatchObject([{ state: 'unknown', back: false }]);
    }
  });

  it('tells where the answer is lost', () => {
    const path = on(whole, 3, { lostFrom: 2 });
    expect(path).toMatchObject({ lostAt: 'vpc:vpc-b', legs: [{ state: 'good', back: false }] });
    expect(stopsOf(path).at(-1)).toBe('3 vpc-b block');
  });

  it('leads into a CCN and out of it by its own lines', () => {
    const places = ['a', 'b'].map((name) => ({
      ...{ id: `ccn-1 vpc-${name}`, ccn: 'ccn-1', instance: `vpc-${name}`, type: 'VPC', state: 'active' as const },
    }));
    const joined = {
      ...model,
      peerings: [],
      ccns: [{ id: 'ccn-1', state: 'available' as const, name: 'backbone' }],
      ccnAttachments: places,
    };
    const all = estateOf(joined);
    const path = pathOnMap(joined, all, estateView(all), {
      ...{ through: ['eni-a', 'ccn-1', 'eni-b'], reached: 3, isKnown: true, lostFrom: null, ask: {} },
    });
    expect(path.keys).toEqual(['vpc:vpc-a', 'link:ccn-1:vpc-a', 'ccn:ccn-1', 'link:ccn-1:vpc-b', 'vpc:vpc-b']);
    expect(path.legs.map(({ onwards }) => onwards)).toEqual([false, true]);
  });

  it('tells what is not there, and takes no address for a thing', () => {
    expect(on(['eni-a', 'eni-gone', '8.8.8.8', 'internet'], 4).missing).toEqual(['eni-gone']);
  });
});
