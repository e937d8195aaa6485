/**
 * A second way to answer a path for the tests: one packet carried step by step, every client port tried one by one, blocks
 * compared as strings of bits. It shares the model's shapes with the engine and none of its code.
 */

import type { ModelInterface, ModelSubnet, NetworkModel } from '../model/model.ts';
import type { Packet } from '../packets/packet-set.ts';
import type { Protocol } from '../packets/services.ts';
import type { AclPolicy } from '../rules/policies.ts';
import type { PlainRule } from '../rules/rule.ts';
import { ruleMatches } from './rules-oracle.ts';

export interface OracleAnswer {
  readonly verdict: 'reachable' | 'blocked' | 'ambiguous' | 'unknown';
  /** way, step, id, rule and reason of the hop that decides. */
  readonly decided: string;
}

interface Event {
  readonly result: 'block' | 'unknown' | 'partly';
  readonly text: string;
}

/** Stands for the end of a walk, wherever it happens. */
class End extends Error {}

const bits = (address: string): string => {
  let text = '';
  for (const octet of address.split('.')) text += (Number(octet) + 256).toString(2).slice(1);
  return text;
};
const inside = (cidr: string, address: string): boolean => {
  const [base = '', length = ''] = cidr.split('/');
  return bits(base).slice(0, Number(length)) === bits(address).slice(0, Number(length));
};
const within = (outer: string, inner: string): boolean => {
  const [base = '', length = ''] = inner.split('/');
  return Number(length) >= Number(outer.split('/')[1]) && inside(outer, base);
};
const isPrivate = (address: string): boolean => ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].some((block) => inside(block, address));

/** One port in each run that a generated rule can tell apart. */
const clientPorts = [1024, 2000, 2001, 32_767, 32_768, 60_999, 61_000, 65_535];

export interface Question {
  /** An interface id, or a public address of nobody's. */
  readonly from: string;
  readonly to: { readonly interface: string } | { readonly address: string };
  readonly protocol: Protocol;
  readonly port: number;
  readonly sourcePort?: number;
}

/** One long function, so that it reads as a packet's journey and shares nothing with the engine's parts. */
export function ask(model: NetworkModel, question: Question): OracleAnswer {
  const events: Event[] = [];
  const withPort = question.protocol === 'TCP' || question.protocol === 'UDP';
  let way = 'forward';
  /** As the packet is now: a published port leads to another. */
  let port = question.port;
  /** The NAT gateway by one of whose ports it came in. */
  let entered: string | null = null;
  let open = question.sourcePort === undefined ? clientPorts : [question.sourcePort];
  const say = (result: Event['result'], step: string, id: string | null, rule: string, reason: string) =>
    events.push({ result, text: [way, step, id, rule, reason].join(' ') });
  const end = (result: Event['result'], step: string, id: string | null, reason: string): never => {
    say(result, step, id, '-', reason);
    throw new End();
  };

  const interfaceOf = (id: string) => model.interfaces.find((one) => one.id === id) as ModelInterface;
  const subnetOf = (one: ModelInterface) => model.subnets.find(({ id }) => id === one.subnet) as ModelSubnet;
  const addressOf = (one: ModelInterface) => one.addresses[0]?.address ?? '';
  const cidrOf = (vpc: string) => model.vpcs.find(({ id }) => id === vpc)?.cidr ?? '';
  const holderOf = (vpc: string, address: string) => model.interfaces.find((one) => one.vpc === vpc && addressOf(one) === address);
  const eipOf = (one: ModelInterface) =>
    model.eips.find(({ boundTo }) => boundTo && 'interface' in boundTo && boundTo.interface === one.id)?.address;

  const groups = (one: ModelInterface, direction: 'ingress' | 'egress', remote: string) => {
    let owner = '';
    for (const id of one.securityGroups ?? []) {
      owner = id;
      const policies = model.securityGroups.find((group) => group.id === id)?.[direction] ?? [];
      for (let at = 0; at < policies.length; at += 1) {
        const policy = policies[at];
        if (!policy) continue;
        const ends =
          policy.securityGroup === undefined
            ? [policy.cidr ?? '']
            : model.interfaces.filter((other) => other.securityGroups?.includes(policy.securityGroup ?? '')).map(addressOf);
        const packet: Packet = { protocol: question.protocol, address: remote, ...(withPort ? { port } : {}) };
        const matches = ends.some((cidr) =>
          ruleMatches({ action: policy.action ?? 'DROP', protocol: policy.protocol ?? 'ALL', port: policy.port ?? 'ALL', cidr }, packet),
        );
        if (!matches) continue;
        if (policy.action === 'DROP') say('block', 'security-group', one.id, `${id}/${at}`, 'filtered');
        return;
      }
    }
    say('block', 'security-group', one.id, `${owner}/null`, 'filtered');
  };

  /** The near end's rule is asked as one of its own, about a packet to that end; so are the ports that the packet comes from. */
  const aclAnswer = (policies: readonly AclPolicy[], ends: { near: string; remote: string }, from?: number, to?: number) => {
    const packet: Packet = { protocol: question.protocol, address: ends.remote, port: to };
    const rules = policies as readonly (PlainRule & AclPolicy)[];
    const at = rules.findIndex(
      (rule) =>
        ruleMatches(rule, packet) &&
        (rule.near === undefined || ruleMatches({ ...rule, cidr: rule.near }, { ...packet, address: ends.near })) &&
        (rule.sourcePort === undefined || !withPort || ruleMatches({ ...rule, port: rule.sourcePort }, { ...packet, port: from })),
    );
    return { at: at < 0 ? null : at, passes: rules[at]?.action === 'ACCEPT' };
  };

  const acl = (subnet: ModelSubnet, direction: 'ingress' | 'egress', near: string, remote: string) => {
    const row = model.networkAcls.find(({ id }) => id === subnet.networkAcl);
    if (!row) return;
    const ports = withPort ? open : [undefined];
    const answers = ports.map((one) => {
      const [from, to] = !withPort ? [] : way === 'forward' ? [one, port] : [port, one];
      return { port: one, ...aclAnswer(row[direction], { near, remote }, from, to) };
    });
    const refused = answers.find(({ passes }) => !passes);
    if (!refused) return;
    const passing = answers.flatMap((one) => (one.passes && one.port !== undefined ? [one.port] : []));
    say(passing.length === 0 ? 'block' : 'partly', 'network-acl', row.id, `${row.id}/${refused.at}`, 'filtered');
    if (passing.length > 0) open = passing;
  };

  /** The route hop, and where the packet is after it. */
  const route = (one: ModelInterface, subnet: ModelSubnet, to: string, wanted: string | null) => {
    const table = model.routeTables.find(({ id, main, vpc }) =>
      subnet.routeTable ? id === subnet.routeTable : main && vpc === subnet.vpc,
    );
    const stop = (reason: string, result: Event['result'] = 'block') => end(result, 'route', table?.id ?? null, reason);
    const arrive = (vpc: string, step: string, id: string | null) => {
      if (wanted !== null && wanted !== vpc) end('block', step, id, 'leads-elsewhere');
      const there = model.subnets.find((row) => row.vpc === vpc && inside(row.cidr, to));
      if (!there) return end('block', step, id, 'no-subnet');
      return { kind: 'in', vpc, subnet: there } as const;
    };
    const ownAddress = () => {
      if (isPrivate(to)) stop('private-on-internet');
      const own = eipOf(one) ?? stop('no-public-address');
      return { kind: 'out', source: own, step: 'eip' } as const;
    };
    if (inside(cidrOf(subnet.vpc), to)) return arrive(subnet.vpc, 'route', table?.id ?? null);
    const usable = (table?.routes ?? []).filter(
      (row) => row.enabled !== false && inside(row.destination, to) && !within(cidrOf(subnet.vpc), row.destination),
    );
    const longest = Math.max(-1, ...usable.map((row) => Number(row.destination.split('/')[1])));
    const best = usable.find((row) => Number(row.destination.split('/')[1]) === longest);
    if (!best) return isPrivate(to) ? stop('no-route') : ownAddress();
    if (best.type === 'EIP') return ownAddress();
    if (best.type === 'NAT') {
      const nat = model.natGateways.find(({ id }) => id === best.gateway) ?? stop('next-hop-gone');
      if (nat.vpc !== subnet.vpc) stop('next-hop-in-other-vpc');
      if (nat.state !== 'available') stop('next-hop-not-active');
      if (isPrivate(to)) end('block', 'nat-gateway', nat.id, 'private-on-internet');
      const rule = model.natSources.find((row) => row.natGateway === nat.id && inside(row.block, addressOf(one)));
      return { kind: 'out', source: rule?.publicAddresses[0] ?? nat.eips[0] ?? '', step: 'nat-gateway', id: nat.id } as const;
    }
    if (best.type !== 'PEERCONNECTION') return stop('not-modelled', 'unknown');
    const peering = model.peerings.find(({ id }) => id === best.gateway) ?? stop('next-hop-gone');
    if (!peering.vpcs.includes(subnet.vpc)) stop('next-hop-in-other-vpc');
    if (peering.state !== 'active') stop('next-hop-not-active');
    const peerVpc = peering.vpcs[0] === subnet.vpc ? peering.vpcs[1] : peering.vpcs[0];
    if (!within(cidrOf(peerVpc), best.destination) && !within(best.destination, cidrOf(peerVpc))) stop('not-in-peer-vpc');
    if (!inside(cidrOf(peerVpc), to)) end('block', 'peering', peering.id, 'not-in-peer-vpc');
    return arrive(peerVpc, 'peering', peering.id);
  };

  const knock = (one: ModelInterface) => {
    if (one.instance === null) say('block', 'interface', one.id, '-', 'not-attached');
  };

  /** Over the internet to `address`; the interface behind it, or nobody when it is not the model's. */
  const cross = (address: string, source: string, leftBy: string | null): ModelInterface | null => {
    const nat = model.natGateways.find(({ eips }) => eips.includes(address));
    if (nat) {
      const published = model.natPorts.filter(({ natGateway }) => natGateway === nat.id);
      const rule = published.find(
        (row) => [row.protocol, row.publicAddress, row.publicPort].join() === [question.protocol, address, port].join(),
      );
      if (!rule)
        return end('block', 'nat-gateway', nat.id, withPort && published.length > 0 ? 'port-not-published' : 'nat-lets-nothing-in');
      if (nat.state !== 'available') end('block', 'nat-gateway', nat.id, 'gateway-not-active');
      if (leftBy === nat.id) end('unknown', 'nat-gateway', nat.id, 'nat-to-itself');
      const there = holderOf(nat.vpc, rule.address) as ModelInterface;
      port = rule.port;
      entered = nat.id;
      acl(subnetOf(there), 'ingress', addressOf(there), source);
      knock(there);
      groups(there, 'ingress', source);
      return there;
    }
    const eip = model.eips.find((row) => row.address === address);
    if (!eip) return null;
    if (eip.blocked) end('block', 'eip', eip.id, 'eip-blocked');
    const bound = eip.boundTo ?? end('block', 'eip', eip.id, 'eip-not-bound');
    const one = interfaceOf('interface' in bound ? bound.interface : '');
    acl(subnetOf(one), 'ingress', addressOf(one), source);
    knock(one);
    groups(one, 'ingress', source);
    return one;
  };

  const sender = model.interfaces.find(({ id }) => id === question.from);
  const meant = 'interface' in question.to ? interfaceOf(question.to.interface) : null;

  /** The answer of a published address goes by the gateway, where its subnet's routes lead there. */
  const answerByPort = (one: ModelInterface, to: string) => {
    if (entered === null) return;
    const subnet = subnetOf(one);
    const tables = model.routeTables.filter(({ vpc }) => vpc === subnet.vpc);
    const table = tables.find(({ id, main }) => (subnet.routeTable ? id === subnet.routeTable : main));
    const fitting = (table?.routes ?? []).filter(
      (row) => row.enabled !== false && inside(row.destination, to) && !within(cidrOf(subnet.vpc), row.destination),
    );
    const length = ({ destination }: { readonly destination: string }) => Number(destination.split('/')[1]);
    const [best] = fitting.sort((a, b) => length(b) - length(a));
    if (best?.type === 'HAVIP') return end('unknown', 'route', table?.id ?? null, 'not-modelled');
    if (best?.type === 'NAT' && best.gateway === entered) return;
    end('unknown', 'route', best ? (table?.id ?? null) : null, 'answer-not-by-gateway');
  };

  /** How the internet knows the interface: by its own address, else by a port that leads to it. */
  const publicOf = (one: ModelInterface): string => {
    const own = eipOf(one);
    if (own) return own;
    const rule = model.natPorts.find(
      (row) => row.vpc === one.vpc && row.address === addressOf(one) && row.protocol === question.protocol && row.port === question.port,
    );
    if (!rule) return end('block', 'eip', null, 'no-public-address');
    port = rule.publicPort;
    return rule.publicAddress;
  };

  const outsideToInside = () => {
    const address = meant ? publicOf(meant) : 'address' in question.to ? question.to.address : '';
    if (isPrivate(address)) end('block', 'internet', null, 'private-on-internet');
    const reached = cross(address, question.from, null) ?? end('unknown', 'internet', null, 'address-not-in-model');
    way = 'return';
    acl(subnetOf(reached), 'egress', addressOf(reached), question.from);
    answerByPort(reached, question.from);
  };

  const insideToAnywhere = (one: ModelInterface) => {
    const to = meant ? addressOf(meant) : 'address' in question.to ? question.to.address : '';
    if (meant === one) return;
    const subnet = subnetOf(one);
    const own = addressOf(one);
    knock(one);
    groups(one, 'egress', to);
    if (!inside(subnet.cidr, to)) acl(subnet, 'egress', own, to);
    const exit = route(one, subnet, to, meant ? meant.vpc : null);
    if (exit.kind === 'out') {
      const eip = exit.step === 'eip' ? model.eips.find(({ address }) => address === exit.source) : undefined;
      if (eip?.blocked) end('block', 'eip', eip.id, 'eip-blocked');
      const reached = cross(to, exit.source, exit.step === 'nat-gateway' ? exit.id : null);
      way = 'return';
      if (reached) {
        acl(subnetOf(reached), 'egress', addressOf(reached), exit.source);
        answerByPort(reached, exit.source);
      }
      port = question.port;
      acl(subnet, 'ingress', own, to);
      return;
    }
    if (exit.subnet.id !== subnet.id) acl(exit.subnet, 'ingress', to, own);
    const reached = holderOf(exit.vpc, to);
    if (reached) {
      knock(reached);
      groups(reached, 'ingress', own);
    } else say('unknown', 'interface', null, '-', 'no-interface-at');
    way = 'return';
    if (!inside(exit.subnet.cidr, own)) acl(exit.subnet, 'egress', to, own);
    const back = route(reached ?? one, exit.subnet, own, subnet.vpc);
    if (back.kind === 'in' && back.subnet.id !== exit.subnet.id) acl(subnet, 'ingress', own, to);
  };

  try {
    if (sender) insideToAnywhere(sender);
    else outsideToInside();
  } catch (error) {
    if (!(error instanceof End)) throw error;
  }
  const decided = ['block', 'unknown', 'partly'].flatMap((result) => events.filter((event) => event.result === result))[0];
  if (!decided) return { verdict: 'reachable', decided: '' };
  const verdicts = { block: 'blocked', unknown: 'unknown', partly: 'ambiguous' } as const;
  return { verdict: verdicts[decided.result], decided: decided.text };
}
