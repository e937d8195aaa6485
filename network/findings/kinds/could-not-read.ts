import { allGapsOf } from '../../model/look-up.ts';
import type { FindingDraft } from '../finding.ts';
import { type FindingKind, plainly } from '../kind.ts';

/** A list that was not read whole: whatever it could change is not known, and nothing is all well. */
export const couldNotRead: FindingKind = {
  id: 'could-not-read',
  group: 'unread',
  severity: 'info',
  needs: [],
  judge: plainly(({ model }) => {
    const findings = allGapsOf(model).map(({ kind, account = '', region = '', of = '', because }): FindingDraft => {
      const thing = { of: kind, id: of } as const;
      return {
        causes: [thing],
        meaning: `${account} ${region}`,
        severity: 'info',
        parameters: { list: kind, account, region, because },
        evidence: [],
        symptoms: [],
        fix: { code: 'read-again', thing },
      };
    });
    return { findings, doubts: [], looked: findings.length };
  }),
};
