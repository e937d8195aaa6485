import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyCut, everyKind } from '../testing/sample-gaps.ts';
import { foundIn } from '../testing/sound-network.ts';
import { kindsOfFindings } from './all-kinds.ts';

const nameAs = (kind: string, { causes }: ReturnType<typeof foundIn>[number]): string => `${kind} ${causes.map(({ id }) => id).join(' ')}`;
const nameOf = (one: ReturnType<typeof foundIn>[number]): string => nameAs(one.kind, one);

/** What is said of some ports alone where it cannot be said of all. */
const partsOfEverything = kindsOfFindings.map(({ id }) => id).filter((id) => id.startsWith('internet-reaches-'));
const namesIn = (one: ReturnType<typeof foundIn>[number]): readonly string[] =>
  one.kind === 'internet-reaches-everything' ? partsOfEverything.map((kind) => nameAs(kind, one)) : [nameOf(one)];

it.each(everyKind)('without some of the %s nothing is found that the whole network has not, and it is never all well', (kind) => {
  fc.assert(
    fc.property(anyCut(kind), ({ full, cut }) => {
      const whole = new Set(foundIn(full).flatMap(namesIn));
      const part = foundIn(cut);
      expect(part.map((one) => one.kind)).toContain('could-not-read');
      expect(part.filter((one) => one.kind !== 'could-not-read' && !whole.has(nameOf(one))).map(nameOf)).toEqual([]);
    }),
    { numRuns: 4 },
  );
});
