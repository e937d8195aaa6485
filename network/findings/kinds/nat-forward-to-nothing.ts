import { parseIp } from '../../addresses/ip.ts';
import { holderAt } from '../../model/look-up.ts';
import { aboutRow } from '../drafts.ts';
import type { Doubt, FindingDraft } from '../finding.ts';
import { type FindingKind, plainly } from '../kind.ts';
import { natPortText } from '../nat-paths.ts';

/** A published port leads to an address that nothing known has. */
export const natForwardToNothing: FindingKind = {
  id: 'nat-forward-to-nothing',
  group: 'gateways',
  severity: 'medium',
  needs: ['natGateways', 'natPorts', 'interfaces'],
  judge: plainly(({ model, index }) => {
    const findings: FindingDraft[] = [];
    const doubts: Doubt[] = [];
    for (const port of model.natPorts) {
      const value = parseIp(port.address);
      const holder = value === null ? null : holderAt(index, port.vpc, value);
      const gateway = { of: 'natGateways', id: port.natGateway } as const;
      if (holder?.row) continue;
      if (holder?.missing) doubts.push({ thing: gateway, reason: holder.missing });
      else
        findings.push(
          aboutRow(gateway, 'medium', {
            meaning: port.id,
            parameters: { address: port.address, port: port.port },
            evidence: [{ type: 'row', thing: gateway, property: 'forward', value: natPortText(port) }],
          }),
        );
    }
    return { findings, doubts, looked: model.natPorts.length };
  }),
};
