import { attachmentsOf, everyGap, type ModelIndex, peeringsOf } from '../../model/look-up.ts';
import { vpcOverlaps } from '../../model/space.ts';
import { claimsNotRead, collisions } from '../../routes/claims.ts';
import { peerOf } from '../../routes/route-health.ts';
import { aboutRow, symptomOf } from '../drafts.ts';
import type { FindingDraft } from '../finding.ts';
import { type FindingKind, plainly } from '../kind.ts';

function areJoined(index: ModelIndex, a: string, b: string): boolean {
  const peered = peeringsOf(index, a).rows.some((one) => one.state === 'active' && peerOf(one, a) === b);
  const ccnsOf = (vpc: string) => new Set(attachmentsOf(index, vpc).rows.flatMap(({ ccn, state }) => (state === 'active' ? [ccn] : [])));
  const other = ccnsOf(b);
  return peered || [...ccnsOf(a)].some((ccn) => other.has(ccn));
}

/** VPCs that share addresses: those that are joined one pair each, the others told once for the first of them. */
function overlapDrafts(index: ModelIndex, all: ReturnType<typeof vpcOverlaps>): FindingDraft[] {
  const apart = new Map<string, FindingDraft>();
  const joined: FindingDraft[] = [];
  for (const { a, b, blocks } of all) {
    const text = [...new Set(blocks.map((pair) => (pair.a === pair.b ? pair.a : `${pair.a} / ${pair.b}`)))].join(', ');
    const symptom = symptomOf('vpcs', b, text);
    if (areJoined(index, a, b)) {
      const causes = [
        { of: 'vpcs', id: a },
        { of: 'vpcs', id: b },
      ] as const;
      joined.push({
        ...aboutRow(causes[0], 'info'),
        causes,
        moves: [{ because: 'joined', to: 'high' }],
        symptoms: [symptom],
        parameters: { blocks: text, things: 1 },
      });
      continue;
    }
    const before = apart.get(a);
    const symptoms = [...(before?.symptoms ?? []), symptom];
    apart.set(
      a,
      aboutRow({ of: 'vpcs', id: a }, 'info', {
        symptoms,
        parameters: { blocks: before ? String(before.parameters.blocks) : text, things: symptoms.length },
      }),
    );
  }
  return [...joined, ...apart.values()];
}

/** Addresses that two networks have: they can never talk, and what leads to one of them hides the other. */
export const rangesOverlap: FindingKind = {
  id: 'ranges-overlap',
  group: 'peerings',
  severity: 'info',
  needs: ['vpcs', 'peerings', 'ccnAttachments', 'routeTables', 'vpnConnections'],
  judge: plainly(({ model, index }) => {
    // What was not read may tell that both are one and the same network.
    const unread = claimsNotRead(model);
    // Whether two VPCs are joined decides what is told of them.
    const hidden = everyGap(index, ['peerings', 'ccnAttachments', 'ccns']).length > 0;
    const overlaps = vpcOverlaps(model).filter(({ a, b }) => !hidden || areJoined(index, a, b));
    const met = (unread.length > 0 ? [] : collisions(model)).map(({ claim, vpc, cidr }) =>
      aboutRow({ of: claim.kind === 'tunnel' ? 'vpnConnections' : 'routeTables', id: claim.id }, 'info', {
        meaning: `${claim.cidr} ${vpc}`,
        moves: [{ because: 'joined', to: 'medium' }],
        parameters: { blocks: `${claim.cidr} / ${cidr}`, things: 1 },
        symptoms: [symptomOf('vpcs', vpc, cidr)],
      }),
    );
    return {
      findings: [...overlapDrafts(index, overlaps), ...met],
      doubts: unread.map((reason) => ({ thing: { of: reason.kind, id: '' }, reason })),
      looked: model.vpcs.length,
    };
  }),
};
