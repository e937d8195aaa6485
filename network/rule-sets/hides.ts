/** Which rules of a list hide others, told by their words: blocks in blocks, ports in ports, or the same name. Pure. */
import { readRange } from '../addresses/ranges.ts';
import { readPorts } from '../rules/rule.ts';
import type { KnownRule } from './rule-set.ts';

interface Extent {
  readonly action: KnownRule['action'];
  /** "4", "6", or the name of a group or a template, which says nothing of addresses. */
  readonly family: string;
  readonly from: bigint;
  readonly to: bigint;
  /** A protocol, "ALL", or the name of a template. */
  readonly service: string;
  readonly ports: ReturnType<typeof readPorts>;
}

function extentOf({ action, remote, service }: KnownRule): Extent {
  const range = remote.kind === 'address' ? readRange(remote.cidr) : null;
  return {
    action,
    family: range?.family ?? (remote.kind === 'address' ? remote.cidr : remote.id),
    from: BigInt(range?.from ?? 0),
    to: BigInt(range?.to ?? 0),
    service: service.kind === 'ports' ? service.protocol : service.id,
    ports: service.kind === 'ports' ? readPorts(service.port) : [],
  };
}

function covers(a: Extent, b: Extent): boolean {
  if (a.family !== b.family || a.from > b.from || b.to > a.to) return false;
  if (a.service === 'ALL') return true;
  if (a.service !== b.service) return false;
  return (b.ports ?? []).every((own) => a.ports?.some(({ from, to }) => from <= own.from && own.to <= to));
}

/** True when a rule of the list would never decide anything, since an earlier one of the other action takes all that it matches. */
export function hidesTheOther(rules: readonly KnownRule[]): boolean {
  const all = rules.map(extentOf);
  return all.some((later, at) => all.slice(0, at).some((earlier) => earlier.action !== later.action && covers(earlier, later)));
}
