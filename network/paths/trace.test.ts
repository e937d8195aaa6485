import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkModel } from '../model/model.ts';
import { ask, type OracleAnswer, type Question } from '../testing/path-oracle.ts';
import { anyNetwork, anyQuestion, outsiders } from '../testing/sample-paths.ts';
import type { Endpoint, PathCase, PathQuery } from './path.ts';
import { trace } from './trace.ts';

const queryOf = ({ from, to, ...rest }: Question): PathQuery => ({
  ...rest,
  from: from.startsWith('eni') ? { interface: from } : { address: from },
  to,
});

/** The engine's answer in the oracle's words. */
function inShort({ verdict, forward, return: back, decidedBy }: Omit<PathCase, 'pairs'>): OracleAnswer {
  const hop = decidedBy && (decidedBy.way === 'forward' ? forward : back)[decidedBy.index];
  const rule = hop?.rule ? `${hop.rule.owner}/${hop.rule.index}` : '-';
  return { verdict, decided: hop && decidedBy ? [decidedBy.way, hop.step, hop.id, rule, hop.reason?.code].join(' ') : '' };
}

/** Answers that the generated networks must be able to give, or the comparison would prove little. */
const kinds = [
  ...['forward', 'return'].map((way) => `ambiguous ${way} filtered`),
  ...[
    'filtered',
    'leads-elsewhere',
    'nat-lets-nothing-in',
    'port-not-published',
    'next-hop-gone',
    'next-hop-in-other-vpc',
    'next-hop-not-active',
  ].map((code) => `blocked forward ${code}`),
  ...['no-public-address', 'no-route', 'no-subnet', 'not-attached', 'not-in-peer-vpc', 'private-on-internet', 'eip-not-bound'].map(
    (code) => `blocked forward ${code}`,
  ),
  ...['filtered', 'no-route'].map((code) => `blocked return ${code}`),
  'reachable',
  'unknown forward address-not-in-model',
  'unknown forward nat-to-itself',
  'unknown return answer-not-by-gateway',
  'unknown forward no-interface-at',
  'unknown forward not-modelled',
];

describe('trace between two places', () => {
  const agree = ({ model, question }: { model: NetworkModel; question: Question }) => {
    const answer = trace(model, queryOf(question));
    expect(inShort(answer)).toEqual(ask(model, question));
    return answer;
  };

  it('agrees with carrying the packet by hand, in verdict and in the hop that decides, on 1,000 networks', () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => void agree(asked)),
      { numRuns: 1000 },
    );
  });

  it('does so over every kind of answer', () => {
    const answers = fc.sample(anyQuestion, { numRuns: 1500, seed: 7 }).map(agree);
    const seen = new Set(answers.map((one) => [one.verdict, one.decidedBy?.way, one.because?.code].join(' ').trim()));
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
  });
});

type Side = { readonly endpoint: Endpoint; readonly ids: readonly string[] };

const anySides = anyNetwork.chain((model) => {
  const subnet = fc.constantFrom(...model.subnets).map(({ id }): Side => {
    return { endpoint: { subnet: id }, ids: model.interfaces.filter((one) => one.subnet === id).map((one) => one.id) };
  });
  const one = fc.constantFrom(...model.interfaces).map(({ id }): Side => ({ endpoint: { interface: id }, ids: [id] }));
  const internet = fc.constant<Side>({ endpoint: { internet: true }, ids: outsiders });
  const inside = fc.oneof(subnet, one);
  const sides = fc.oneof(fc.tuple(inside, subnet), fc.tuple(subnet, inside), fc.tuple(inside, internet), fc.tuple(internet, inside));
  return fc.record({
    model: fc.constant(model),
    sides,
    protocol: fc.constantFrom('TCP' as const, 'ICMP' as const),
    port: fc.constantFrom(22, 80),
  });
});

describe('trace between many places', () => {
  it('says what asking for every single pair says together, and gives one of them for each way it can end', () => {
    const verdicts = new Set<string>();
    fc.assert(
      fc.property(anySides, ({ model, sides: [from, to], protocol, port }) => {
        const pairs = from.ids.flatMap((a) =>
          to.ids.filter((b) => a !== b || !('subnet' in from.endpoint || 'subnet' in to.endpoint)).map((b) => [a, b] as const),
        );
        const answers = pairs.map(([a, b]) => {
          const target = b.startsWith('eni') ? { interface: b } : { address: b };
          return ask(model, { from: a, to: target, protocol, port });
        });
        const found = trace(model, { from: from.endpoint, to: to.endpoint, protocol, port });
        const each = new Set(answers.map(({ verdict }) => verdict));
        const mixed = each.has('ambiguous') || (each.has('reachable') && each.has('blocked'));
        const expected = mixed
          ? 'ambiguous'
          : each.has('unknown') || each.size === 0
            ? 'unknown'
            : each.has('blocked')
              ? 'blocked'
              : 'reachable';
        expect(found.verdict).toBe(expected);
        const alike = (decided: string) => decided.replaceAll(/e(ni|ip)-\S+/g, '*');
        expect(new Set(found.cases.map((one) => alike(inShort(one).decided)))).toEqual(
          new Set(answers.map(({ decided }) => alike(decided))),
        );
        for (const one of found.cases) {
          const example = one.to.interface === null ? { address: one.to.address } : { interface: one.to.interface };
          const alone = ask(model, { from: one.from.interface ?? one.from.address, to: example, protocol, port });
          expect(inShort(one)).toEqual(alone);
        }
        verdicts.add(found.verdict);
        if ('internet' in from.endpoint || 'internet' in to.endpoint) return;
        expect(found.cases.reduce((sum, one) => sum + one.pairs, 0)).toBe(pairs.length);
      }),
      { numRuns: 600 },
    );
    expect(verdicts.size).toBe(4);
  });
});
