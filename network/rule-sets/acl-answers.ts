/** The rules of an ACL as the network engine reads them, and what they do not let back. Pure. */
import { formatAddress } from '../../catalogue/address.ts';
import { addressesOf } from '../addresses/ranges.ts';
import type { PacketSet } from '../packets/packet-set.ts';
import { protocolsOf } from '../packets/services.ts';
import { differenceSlices } from '../rules/difference.ts';
import { type PlainRule as EngineRule, readRules } from '../rules/rule.ts';
import type { Slices } from '../rules/slices.ts';
import { aclCells } from './acl-entries.ts';
import { isCarried, type Rule } from './rule-set.ts';
import { faultOf } from './text.ts';

const isUnfinished = (rule: Rule): boolean => ![null, 'remote-host-bits'].includes(faultOf(rule, aclCells));

/** The rules for the engine; null when one of them is not understood, or not finished yet. */
export function engineRules(rules: readonly Rule[]): EngineRule[] | null {
  const read = rules.flatMap((rule): EngineRule[] => {
    if (isCarried(rule) || isUnfinished(rule) || rule.service.kind !== 'ports' || rule.remote.kind !== 'address') return [];
    const { protocol, port } = rule.service;
    return [{ action: rule.action, protocol, port, cidr: rule.remote.cidr }];
  });
  return read.length === rules.length ? read : null;
}

/** Ports from which clients connect, and to which answers go. */
const clientPorts = '1024-65535';

/** Rules that would let the answers to these packets back: the remote end is the same both ways, the client's port is not known. */
function answersTo(packets: PacketSet): EngineRule[] {
  return (['TCP', 'UDP', 'ICMP'] as const).flatMap((protocol) => {
    const remote = packets.flatMap((box) => (box.family === 'IPv4' && protocolsOf(box.protocols).includes(protocol) ? [box] : []));
    return addressesOf(remote).v4.map(
      ({ from, to }): EngineRule => ({
        action: 'ACCEPT',
        protocol,
        port: protocol === 'ICMP' ? 'ALL' : clientPorts,
        cidr: `${formatAddress(from)}-${formatAddress(to)}`,
      }),
    );
  });
}

/** What the second list lets through and the first does not. */
function* opens(before: readonly EngineRule[], after: readonly EngineRule[]): Slices<PacketSet> {
  const { sure } = yield* differenceSlices(readRules(before), readRules(after));
  return sure.flatMap(({ effect, region }) => (effect === 'opens' ? region : []));
}

/**
 * Answers to connections that one direction lets through and the other does not let back: TCP and UDP to the ports that
 * clients use, ICMP as a whole. Empty when every answer gets back. In slices.
 */
export function* lostAnswers(through: readonly EngineRule[], back: readonly EngineRule[]): Slices<PacketSet> {
  return yield* opens(back, answersTo(yield* opens([], through)));
}
