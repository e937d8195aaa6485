import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayoutRect } from '../../../network/maps/path-layout.ts';
import { type PathLayout, placingOf } from '../../../network/maps/path-layout.ts';
import { drawingOf, isThing, type PathSpots } from '../../../network/maps/path-spots.ts';
import type { NetworkModel } from '../../../network/model/model.ts';
import type { Endpoint, PathQuery } from '../../../network/paths/path.ts';
import { trace } from '../../../network/paths/trace.ts';
import { anyQuestion } from '../../../network/testing/sample-paths.ts';
import { accept, group, https, network, pcx, peeredNetwork, throughNat } from '../../../network/testing/two-vpcs.ts';
import { asAsked } from './as-asked.ts';
import { onMapOf } from './on-map.ts';

const nat = { id: 'nat-a', vpc: 'vpc-a', state: 'available', eips: ['43.0.0.1'] } as const;
const eipOfA = { id: 'eip-a', address: '43.0.1.1', boundTo: { interface: 'eni-a', privateAddress: '10.0.1.5' } } as const;
const drawn = (model: NetworkModel, query: PathQuery): PathSpots => drawingOf(model, trace(model, query));

/** "vpc-a/subnet-a: interface eni-a 0,1,-": where, what, and the hops told there. */
const told = ({ spots }: PathSpots): string[] =>
  spots.map(({ inside, step, id, head, forward, back }) => {
    const where = inside.flatMap((one) => (one.kind === 'region' ? [] : [one.id])).join('/');
    return `${where}: ${step} ${id} ${[head, forward, back].map((at) => at ?? '-').join(',')}`;
  });

describe('what a path is drawn as', () => {
  it('there and back by the same places, each in its subnet and VPC; groups stand with their interface', () => {
    const drawing = drawn(network(), https);
    expect(told(drawing)).toEqual([
      'vpc-a/subnet-a: interface eni-a 0,1,-',
      'vpc-a: route rtb-a -,2,-',
      ': peering pcx-ab -,3,1',
      'vpc-b: route rtb-b -,-,0',
      'vpc-b/subnet-b: interface eni-b 4,5,-',
    ]);
    expect(drawing.spots[2]?.inside.map(({ id }) => id)).toEqual(['ap-guangzhou']);
    expect([drawing.reaches, drawing.returns]).toEqual([4, 0]);
  });

  it('ends at a group that blocks, though the walk goes on behind it', () => {
    const drawing = drawn(network({ securityGroups: group([accept('ALL', 'ALL')], []) }), https);
    expect([drawing.reaches, drawing.returns]).toEqual([0, null]);
    expect(drawing.spots.at(-1)?.head).not.toBeNull();
  });

  it('ends at a missing route: the receiver is drawn where it stands, though no packet comes there', () => {
    const drawing = drawn(peeredNetwork([], []), https);
    expect(told(drawing).slice(1)).toEqual(['vpc-a: route rtb-a -,2,-', 'vpc-b/subnet-b: interface eni-b -,-,-']);
    expect([drawing.reaches, drawing.returns]).toEqual([1, null]);
  });

  it('tells how far the answer comes where only the way back is blocked', () => {
    const drawing = drawn(peeredNetwork([pcx('10.1.0.0/16')], []), https);
    expect(told(drawing)[3]).toBe('vpc-b: route rtb-b -,-,0');
    expect([drawing.reaches, drawing.returns]).toEqual([4, 3]);
  });

  it('out through NAT to the internet, and in through an EIP from it', () => {
    const out = drawn(network({ natGateways: [nat] }, [throughNat]), { ...https, to: { internet: true } });
    expect(told(out).slice(2)).toEqual(['vpc-a: nat-gateway nat-a -,3,1', ': internet null -,4,0']);
    const into = drawn(network({ eips: [eipOfA] }), { ...https, from: { address: '203.0.113.77' }, to: { interface: 'eni-a' } });
    expect(told(into)).toEqual([': internet null -,-,1', 'vpc-a: eip eip-a -,0,0', 'vpc-a/subnet-a: interface eni-a 1,2,-']);
    expect(into.spots[0]?.address).toBe('203.0.113.77');
    expect([into.reaches, into.returns]).toEqual([2, 0]);
  });

  it('keeps what stays in one subnet in it', () => {
    const second = { ...network().interfaces[0], id: 'eni-c', addresses: [{ address: '10.0.1.6', primary: true }] };
    const model = network({ interfaces: [...network().interfaces, second as NetworkModel['interfaces'][number]] });
    expect(told(drawn(model, { ...https, to: { interface: 'eni-c' } }))).toEqual([
      'vpc-a/subnet-a: interface eni-a 0,1,-',
      'vpc-a/subnet-a: route rtb-a -,2,0',
      'vpc-a/subnet-a: interface eni-c 3,4,-',
    ]);
  });
});

const overlap = (a: LayoutRect, b: LayoutRect): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const holds = (outer: LayoutRect, inner: LayoutRect): boolean =>
  outer.x <= inner.x && outer.y <= inner.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;

/** What is wrong with where things stand; nothing where all is well. */
function faultsOf({ spots, frames, width, height }: PathLayout, room: number): string[] {
  const faults: string[] = [];
  const want = (fits: boolean, what: string): void => {
    if (!fits) faults.push(what);
  };
  const boxes = spots.map(({ spot, box, head, forward, back }) => {
    // A check has its cells only.
    const cells = [forward, ...(back ? [back] : [])];
    want(!isThing(spot) || cells.every((cell) => holds(box, cell)), `${spot.key}: a cell leaves its box`);
    want(!cells.some((cell) => head && overlap(head, cell)), `${spot.key}: a cell over the heading`);
    want(!back || !overlap(forward, back), `${spot.key}: a way over the other`);
    return isThing(spot) ? [box] : cells;
  });
  spots.forEach(({ spot }, at) => {
    const own = boxes[at] ?? [];
    want(
      !boxes
        .slice(at + 1)
        .flat()
        .some((other) => own.some((box) => overlap(box, other))),
      `${spot.key}: over another`,
    );
    const around = frames.filter((frame) => own.every((box) => holds(frame, box))).map(({ container }) => container.kind);
    want(around.join() === spot.inside.map(({ kind }) => kind).join(), `${spot.key}: stands in ${around}`);
  });
  want(
    frames.every((frame) => holds({ x: 0, y: 0, w: width, h: height }, frame)),
    'a frame leaves the drawing',
  );
  want(width <= room, 'too wide');
  return faults;
}

const endOf = (text: string): Endpoint => (text.startsWith('eni') ? { interface: text } : { address: text });

describe('any path', () => {
  it('has each of its hops in one place, nothing over anything else, and all of it in the width that there is', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyQuestion, fc.constantFrom(320, 358, 700, 1180), ({ model, question }, room) => {
        const answer = trace(model, { ...question, from: endOf(question.from) });
        if (answer.forward.length === 0) return;
        const drawing = drawingOf(model, answer);
        const numbers = (length: number) => Array.from({ length }, (_, at) => at);
        const there = drawing.spots.flatMap(({ head, forward }) => [head, forward].flatMap((at) => at ?? []));
        expect(there).toEqual(numbers(answer.forward.length));
        expect(drawing.spots.flatMap(({ back }) => back ?? []).sort((a, b) => a - b)).toEqual(numbers(answer.return.length));
        expect(new Set(drawing.spots.map(({ key }) => key)).size, 'keys').toBe(drawing.spots.length);
        expect(drawing.reaches === drawing.spots.length - 1 || answer.verdict !== 'reachable').toBe(true);
        const placing = placingOf(drawing, room);
        expect(faultsOf(placing, room)).toEqual([]);
        seen.add(`${answer.verdict} ${placing.across}`);
      }),
      { numRuns: 400 },
    );
    expect([...seen].filter((one) => /reachable|blocked/.test(one)).sort()).toEqual([
      'blocked false',
      'blocked true',
      'reachable false',
      'reachable true',
    ]);
  });
});

describe('the path for the topology’s map', () => {
  const asked = { from: 'eni-a', to: 'eni-b', protocol: 'TCP', port: '443' } as const;
  const map = (model: NetworkModel, query: PathQuery) => onMapOf(drawn(model, query), asked, trace(model, query).verdict);
  it('names what packets come to, and how much of it they reach', () => {
    expect(map(network(), https)).toEqual({
      from: 'eni-a',
      query: { accounts: undefined, path: 'eni-a pcx-ab eni-b', stop: undefined, ask: 'TCP 443' },
    });
    expect(map(peeredNetwork([], []), https).query).toMatchObject({ path: 'eni-a eni-b', stop: '1' });
    const two = network().vpcs.map((vpc) => ({ ...vpc, account: vpc.id }));
    expect(map(network({ vpcs: two }), https).query.accounts).toBe('all');
  });
  it('leaves EIPs out, which the map has at what they are bound to', () => {
    const query: PathQuery = { ...https, from: { address: '203.0.113.77' }, to: { interface: 'eni-a' } };
    expect(map(network({ eips: [eipOfA] }), query)).toMatchObject({ from: 'eip-a', query: { path: '203.0.113.77 eni-a' } });
    const out: PathQuery = { ...https, to: { internet: true } };
    const drawing = drawn(network({ natGateways: [nat] }, [throughNat]), out);
    const all = { ...asked, to: 'internet' };
    expect(onMapOf(asAsked(drawing, all), all, 'reachable').query.path).toBe('eni-a nat-a internet');
    expect(onMapOf(asAsked(drawing, asked), asked, 'reachable').query.path).toBe('eni-a nat-a 1.0.0.0');
  });
});
