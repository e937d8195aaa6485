/** Kinds that look at each row of one list by itself. */
import { allOf } from '../model/look-up.ts';
import type { ModelKind, NetworkModel } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import type { Slices } from '../rules/slices.ts';
import { aboutRow } from './drafts.ts';
import type { Doubt, FindingDraft } from './finding.ts';
import type { FindingKind, Ground, Judgements } from './kind.ts';

type RowRest = NonNullable<Parameters<typeof aboutRow>[2]> & { readonly doubt?: undefined };

/** `judge` tells what is wrong with a row, null, or why that is not known. */
export const eachRow = <K extends ModelKind>(
  kind: Omit<FindingKind, 'judge'>,
  of: K,
  judge: (row: NetworkModel[K][number] & { readonly id: string }, ground: Ground) => RowRest | { readonly doubt: Reason } | null,
): FindingKind => ({
  ...kind,
  *judge(ground): Slices<Judgements> {
    const findings: FindingDraft[] = [];
    const doubts: Doubt[] = [];
    const { rows } = allOf(ground.index, of);
    for (const row of rows) {
      // Every row of the model has an id.
      const known = row as NetworkModel[K][number] & { readonly id: string };
      const thing = { of, id: known.id } as const;
      const told = judge(known, ground);
      if (told?.doubt) doubts.push({ thing, reason: told.doubt });
      else if (told) findings.push(aboutRow(thing, kind.severity, told));
      if (ground.pace.spent(1_000)) yield;
    }
    return { findings, doubts, looked: rows.length };
  },
});
