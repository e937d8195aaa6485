/** The ends of a path as the URL of the page and its boxes write them. Pure. */
import { parseIp } from '../../../network/addresses/ip.ts';
import type { ModelInterface, NetworkModel } from '../../../network/model/model.ts';
import type { Endpoint } from '../../../network/paths/path.ts';
import type { Option } from '../../ui/choice.tsx';
import type { ResourceFacts } from '../assemble.ts';
import { internet, internet6 } from './question.ts';

const firstOf = (one: ModelInterface): string => (one.addresses.find(({ primary }) => primary) ?? one.addresses[0])?.address ?? '';

/**
 * "internet", "internet6", "eni-…" or "eni-…@10.0.0.5" for one of its addresses, "subnet-…", "ins-…" for its primary interface,
 * or an address of either family. Null for anything else.
 */
export function endOf(text: string, model: NetworkModel): Endpoint | null {
  if (text === internet) return { internet: true };
  if (text === internet6) return { internet: true, family: 'IPv6' };
  const [id = '', address] = text.split('@');
  if (id.startsWith('eni-')) return address === undefined ? { interface: id } : { interface: id, address };
  if (text.startsWith('subnet-')) return { subnet: text };
  if (text.startsWith('ins-')) {
    const own = model.interfaces.filter(({ instance }) => instance === text);
    const one = own.find(({ primary }) => primary) ?? own[0];
    return one ? { interface: one.id } : null;
  }
  return parseIp(text) === null ? null : { address: text };
}

/** What the page calls the ends that are no resource. */
interface EndTexts {
  readonly internet: string;
  readonly internetDetail: string;
  readonly internet6: string;
  readonly internetDetail6: string;
  /** The name of an instance, by its id; '' where it is not known. */
  readonly machineName?: (id: string) => string;
}

/** How many choices are offered at once: more are found by typing on. */
const mostOptions = 60;

/** Interfaces, subnets and the internet whose name, id, address or block has the text. */
export function optionsFor(text: string, model: NetworkModel, known: ReadonlyMap<string, ResourceFacts>, words: EndTexts): Option[] {
  const wanted = text.toLowerCase();
  const found: Option[] = [];
  const offer = (value: string, label: string, detail: string, ...more: readonly string[]): void => {
    if (found.length < mostOptions && [value, label, detail, ...more].some((part) => part.toLowerCase().includes(wanted))) {
      found.push({ value, label, detail });
    }
  };
  const vpcName = (id: string): string => known.get(id)?.name || id;
  offer(internet, words.internet, words.internetDetail);
  if (model.vpcs.some(({ ipv6Cidrs = [] }) => ipv6Cidrs.length > 0)) offer(internet6, words.internet6, words.internetDetail6);
  for (const { id, cidr, vpc } of model.subnets) offer(id, `${known.get(id)?.name || id} · ${vpcName(vpc)}`, cidr);
  for (const one of model.interfaces) {
    const addresses = one.addresses.flatMap(({ address, publicAddress }) => (publicAddress ? [address, publicAddress] : [address]));
    // Interfaces of machines are all called alike: the subnet tells more than the VPC.
    const instance = one.instance ?? '';
    const machine = (instance !== '' && words.machineName?.(instance)) || '';
    const own = known.get(one.id)?.name || one.id;
    const label = [...(machine && machine !== own ? [machine] : []), own, known.get(one.subnet)?.name || one.subnet].join(' · ');
    offer(one.id, label, firstOf(one), instance, vpcName(one.vpc), ...addresses);
    for (const { address } of one.ipv6Addresses ?? []) offer(`${one.id}@${address}`, label, address, instance, vpcName(one.vpc));
  }
  return found;
}

/** The chosen end as an option, so that its box can name it although it was not searched for. */
export function optionOf(value: string, model: NetworkModel, known: ReadonlyMap<string, ResourceFacts>, words: EndTexts): Option | null {
  if (value === '') return null;
  const all = optionsFor(value.split('@')[0] ?? value, model, known, words);
  return all.find((option) => option.value === value) ?? { value, label: value };
}

/** The security groups whose rules an end brings in: those of the interfaces that it means. */
export function groupsOf(end: Endpoint | null, model: NetworkModel): string[] {
  if (!end || 'internet' in end) return [];
  const means = (one: ModelInterface): boolean => {
    if ('interface' in end) return one.id === end.interface;
    if ('subnet' in end) return one.subnet === end.subnet;
    const value = parseIp(end.address);
    return [...one.addresses, ...(one.ipv6Addresses ?? [])].some((own) =>
      [own.address, own.publicAddress ?? ''].some((text) => text === end.address || parseIp(text) === value),
    );
  };
  return [...new Set(model.interfaces.filter(means).flatMap(({ securityGroups }) => securityGroups ?? []))];
}
