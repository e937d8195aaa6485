/** The rules of an ACL as the network engine reads them, and what they do not let back. Pure. */
import { type Rule as EngineRule, type PacketSet, packetsOf, subtract, union } from '../../../../network/index.ts';
import { isCarried, type Rule } from '../../../lib/rules/model.ts';
import { faultOf } from '../../../lib/rules/text.ts';
import { aclCells } from './entries.ts';

const isUnfinished = (rule: Rule): boolean => ![null, 'far-host-bits'].includes(faultOf(rule, aclCells));

/** The rules for the engine; null when one of them is not understood, or not finished yet. */
export function engineRules(rules: readonly Rule[]): EngineRule[] | null {
  const read = rules.flatMap((rule): EngineRule[] => {
    if (isCarried(rule) || isUnfinished(rule) || rule.service.kind !== 'ports' || rule.far.kind !== 'address') return [];
    const { protocol, port } = rule.service;
    return [{ action: rule.action, protocol, port, cidr: rule.far.cidr }];
  });
  return read.length === rules.length ? read : null;
}

/** What a list of rules lets through: the first match decides, and no match is a denial. */
function accepted(rules: readonly EngineRule[]): PacketSet {
  let decided: PacketSet = [];
  let open: PacketSet = [];
  for (const [index, rule] of rules.entries()) {
    const fresh = subtract(packetsOf(rule, index), decided);
    if (rule.action === 'ACCEPT') open = union(open, fresh);
    decided = union(decided, fresh);
  }
  return open;
}

/** Ports from which clients connect, and to which answers go. */
const clientPorts = { from: 1024, to: 65535 };

/**
 * Answers to connections that one direction lets through and the other does not let back: TCP and UDP to the ports that
 * clients use, ICMP as a whole. Empty when every answer gets back.
 */
export function lostAnswers(through: readonly EngineRule[], back: readonly EngineRule[]): PacketSet {
  // The far end's address is the same both ways; which port the client has is not known.
  const answers = accepted(through).flatMap((box) =>
    [1, 2, 4].flatMap((bit) => {
      if ((box.protocols & bit) === 0) return [];
      const ports = bit === 4 ? { low: 0, high: 65535 } : { low: clientPorts.from, high: clientPorts.to };
      return [{ ...box, protocols: bit, ...ports }];
    }),
  );
  const needed = answers.reduce<PacketSet>((set, box) => union(set, [box]), []);
  return subtract(needed, accepted(back));
}
