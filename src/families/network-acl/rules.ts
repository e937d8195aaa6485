/** The rules of an ACL as the network engine reads them, and what they do not let back. Pure. */
import type { AclRule } from '../../../catalogue/families/network-acl.ts';
import { type PacketSet, packetsOf, type Rule, subtract, union } from '../../../network/index.ts';

/** A rule as it is listed or being typed; every value may be a text. */
export type EnteredRule = { readonly [K in keyof AclRule]?: unknown };

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value).trim());

/** 1 allows, 0 denies (10602). No port is every port. */
export function toRule(entry: EnteredRule): Rule {
  const port = textOf(entry.portRange);
  return {
    action: textOf(entry.action) === '1' ? 'ACCEPT' : 'DROP',
    protocol: textOf(entry.ipProtocol).toUpperCase() as Rule['protocol'],
    port: port === '' ? 'ALL' : port.toUpperCase(),
    cidr: textOf(entry.cidrIp),
  };
}

/** The rules, or null when one of them cannot be read. */
export function readRules(entries: readonly EnteredRule[]): Rule[] | null {
  const rules = entries.map(toRule);
  try {
    for (const [index, rule] of rules.entries()) packetsOf(rule, index);
    return rules;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What a list of rules lets through: the first match decides, and no match is a denial. */
function accepted(rules: readonly Rule[]): PacketSet {
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
export function lostAnswers(through: readonly Rule[], back: readonly Rule[]): PacketSet {
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
