import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyCut, everyKind } from '../testing/sample-gaps.ts';
import { found } from '../testing/sound-network.ts';

const nameOf = ({ kind, causes }: ReturnType<typeof found>[number]): string => `${kind} ${causes.map(({ id }) => id).join(' ')}`;

it.each(everyKind)('without some of the %s nothing is found that the whole network has not, and it is never all well', (kind) => {
  fc.assert(
    fc.property(anyCut(kind), ({ full, cut }) => {
      const whole = new Set(found(full).map(nameOf));
      const part = found(cut);
      expect(part.map((one) => one.kind)).toContain('could-not-read');
      expect(part.filter((one) => one.kind !== 'could-not-read' && !whole.has(nameOf(one))).map(nameOf)).toEqual([]);
    }),
    { numRuns: 4 },
  );
});
