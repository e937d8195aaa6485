import { describe, expect, it } from 'vitest';
import { indexOf } from '../model/look-up.ts';
import { emptyModel } from '../model/model.ts';
import { trace } from '../paths/trace.ts';
import { analyse, benchLongLists, longLists, measure } from '../testing/bench.ts';
import { sampleModel } from '../testing/sample-model.ts';
import { usualRules } from '../testing/sample-rules.ts';

/** Processor time of this process: on a busy machine the clock on the wall says little. */
const processor = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

describe('what the engine may cost', () => {
  it('200 rules of one direction, with every consequence, in under 50 ms', () => {
    const rules = usualRules(200);
    expect(measure('', processor, () => analyse(rules), 9).best).toBeLessThan(50);
  });

  it('long port lists, stripes and nested ranges: no analysis grows out of hand, and none runs long in one piece', () => {
    // Bounds against a blow-up, several times what is needed: other threads of this process count too. The bench measures.
    const within = ({ whole, longest }: { readonly whole: number; readonly longest: number }): boolean => whole < 4000 && longest < 400;
    const first = benchLongLists(processor);
    expect(first).toHaveLength(4 * Object.keys(longLists).length);
    // What a machine that does much else has held up is measured once more.
    const again = first.every(within) ? first : benchLongLists(processor);
    for (const [at, one] of first.entries()) {
      const all = [one, ...again.slice(at, at + 1)];
      expect(Math.min(...all.map(({ whole }) => whole)), one.name).toBeLessThan(4000);
      expect(Math.min(...all.map(({ longest }) => longest)), one.name).toBeLessThan(400);
    }
  }, 240_000);

  it('100 VPCs, 1,000 subnets and 5,000 interfaces indexed in under 500 ms', () => {
    const model = sampleModel({ vpcs: 100, subnetsPerVpc: 10, interfacesPerSubnet: 5 });
    expect([model.vpcs.length, model.subnets.length, model.interfaces.length]).toEqual([100, 1000, 5000]);
    expect(measure('', processor, () => indexOf({ ...model }), 5).best).toBeLessThan(500);
  });
});

describe('the sample network', () => {
  it('is the same each time, and its neighbours reach each other', () => {
    const size = { vpcs: 4, subnetsPerVpc: 2, interfacesPerSubnet: 2 };
    expect(sampleModel(size)).toEqual(sampleModel(size));
    expect(sampleModel(size, 2)).not.toEqual(sampleModel(size));
    expect(sampleModel({ ...size, vpcs: 0 })).toMatchObject({ vpcs: emptyModel.vpcs, peerings: [] });
    const answer = trace(sampleModel(size), { from: { interface: 'eni-0-0' }, to: { interface: 'eni-3-1' }, protocol: 'TCP', port: 3306 });
    expect(answer.forward.some(({ step, result }) => step === 'peering' && result === 'pass')).toBe(true);
  });
});
