/** Hops, reasons and rules in words. */
import type { ReactNode } from 'react';
import type { Interval } from '../../../network/addresses/cidr.ts';
import type { NetworkModel } from '../../../network/model/model.ts';
import type { Reason } from '../../../network/model/reasons.ts';
import type { Hop, RuleRef, Translation } from '../../../network/paths/path.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { Code } from '../../ui/copy.tsx';
import { useListWords } from '../list-words.ts';
import { Thing } from '../thing.tsx';
import type { Network } from '../use-network.ts';

export const portsText = (ports: readonly Interval[]): string =>
  ports.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');

interface WhyProps {
  readonly network: Network;
  readonly reason: Reason;
}

/** Why a hop stops a packet, or why it cannot be told. */
export function Why({ network, reason }: WhyProps) {
  const t = useT();
  const formats = useFormats();
  const listWords = useListWords();
  const thing = (id: string): ReactNode => (id === '' ? t('reachability.step.interface') : <Thing network={network} id={id} />);
  switch (reason.code) {
    case 'filtered':
    case 'switched-off':
    case 'private-on-internet':
      return t(`reachability.reason.${reason.code}`);
    case 'inside-local':
      return t.node('reachability.reason.inside-local', { vpc: thing(reason.vpc) });
    case 'next-hop-gone':
    case 'gateway-without-public-address':
    case 'public-addresses-stopped':
    case 'not-in-ccn':
    case 'no-ccn-route':
    case 'ccn-routes-not-known':
    case 'no-vpn-policy':
    case 'tunnel-down':
    case 'no-public-address':
    case 'eip-not-bound':
    case 'eip-binding-not-known':
    case 'nat-lets-nothing-in':
    case 'answer-not-by-gateway':
    case 'nat-to-itself':
    case 'eip-blocked':
    case 'not-attached':
    case 'attachment-not-known':
    case 'tunnel-not-known':
    case 'not-in-model':
    case 'security-groups-not-known':
    case 'no-security-group':
    case 'several-sources':
    case 'beyond':
      return t.node(`reachability.reason.${reason.code}`, { id: thing(reason.id) });
    case 'next-hop-in-no-vpc':
      return t.node('reachability.reason.next-hop-in-no-vpc', { id: thing(reason.id) });
    case 'next-hop-in-other-vpc':
      return t.node('reachability.reason.next-hop-in-other-vpc', { id: thing(reason.id), vpc: thing(reason.vpc) });
    case 'next-hop-not-active':
    case 'gateway-not-active':
      return t.node('reachability.reason.next-hop-not-active', { id: thing(reason.id), state: t(`reachability.state.${reason.state}`) });
    case 'not-in-peer-vpc':
      return t.node('reachability.reason.not-in-peer-vpc', { id: thing(reason.peering) });
    case 'state-not-known':
      return t.node('reachability.reason.state-not-known', { id: thing(reason.id), told: reason.told });
    case 'route-not-read':
      return t.node('reachability.reason.route-not-read', { id: thing(reason.routeTable), destination: reason.destination || '—' });
    case 'ipv6-next-hop':
    case 'families-differ':
      return t(`reachability.reason.${reason.code}`);
    case 'ipv6-not-told':
      return t.node('reachability.reason.ipv6-not-told', { id: thing(reason.vpc) });
    case 'ipv6-bandwidth-not-known':
    case 'no-ipv6-address':
      return t.node(`reachability.reason.${reason.code}`, { id: thing(reason.id) });
    case 'port-not-published':
      return t.node('reachability.reason.port-not-published', { id: thing(reason.id), address: <Code>{reason.address}</Code> });
    case 'no-route':
      return t.node('reachability.reason.no-route', { id: thing(reason.routeTable) });
    case 'no-subnet':
      return t.node('reachability.reason.no-subnet', { id: thing(reason.vpc) });
    case 'no-other-interface':
    case 'network-acl-not-known':
    case 'route-table-not-known':
      return t.node(`reachability.reason.${reason.code}`, { id: thing(reason.subnet) });
    case 'leads-elsewhere':
      if (reason.to === 'internet') return t('reachability.reason.leads-internet');
      return t.node('reachability.reason.leads-elsewhere', { id: thing(reason.to) });
    case 'not-known':
      return t('reachability.reason.not-known', { list: listWords(reason) });
    case 'address-not-in-model':
      return t.node('reachability.reason.address-not-in-model', { address: <Code>{reason.address}</Code> });
    case 'no-interface-at':
      return t.node('reachability.reason.no-interface-at', { address: <Code>{reason.address}</Code>, id: thing(reason.subnet) });
    case 'rule-not-resolved':
      return (
        <>
          {t.node('reachability.reason.rule-not-resolved', {
            n: reason.rule + 1,
            id: thing(reason.group),
            missing: <Code>{reason.missing.join(', ')}</Code>,
          })}{' '}
          {reason.lists.length > 0 && t('reachability.reason.lists', { lists: formats.list(reason.lists.map(listWords)) })}
        </>
      );
    case 'several-routes':
      return t.node('reachability.reason.several-routes', { destination: <Code>{reason.destination}</Code> });
    case 'not-modelled':
      return t('reachability.reason.not-modelled', { type: reason.type });
    case 'too-many-cases':
      return t('reachability.reason.too-many-cases', { n: reason.cases });
  }
}

interface RuleTextProps {
  readonly network: Network;
  readonly model: NetworkModel;
  readonly rule: RuleRef;
}

interface RuleFields {
  readonly action: 'ACCEPT' | 'DROP' | null;
  readonly protocol?: string | undefined;
  readonly port?: string | undefined;
  readonly serviceTemplate?: string | undefined;
  readonly cidr?: string | undefined;
  readonly securityGroup?: string | undefined;
  readonly addressTemplate?: string | undefined;
  readonly near?: string | undefined;
  readonly sourcePort?: string | undefined;
}

const writtenRule = (model: NetworkModel, { owner, direction, index }: RuleRef): RuleFields | undefined => {
  const rows = [...model.securityGroups, ...model.networkAcls].find(({ id }) => id === owner)?.[direction];
  return index === null ? undefined : rows?.[index];
};

/** "TCP 443", "everything", or the template that says it. */
export const serviceText = (protocol: string | undefined, port: string | undefined, all: string): string => {
  if (protocol === undefined) return '?';
  if (protocol === 'ALL') return port === undefined || port === 'ALL' ? all : port;
  return port === undefined || port === 'ALL' || port === '' ? protocol : `${protocol} ${port}`;
};

/** The rule that decided: which, of what, and what it says. */
function RuleText({ network, model, rule }: RuleTextProps) {
  const t = useT();
  const owner = <Thing network={network} id={rule.owner} />;
  const direction = t(`reachability.${rule.direction satisfies Direction}`);
  if (rule.index === null) return t.node('reachability.noRule', { owner, direction });
  const row = writtenRule(model, rule);
  const thing = (id: string): ReactNode => <Thing network={network} id={id} />;
  const peer = row?.securityGroup ?? row?.addressTemplate;
  const words = row && {
    action: t(row.action === 'ACCEPT' ? 'reachability.accepts' : 'reachability.drops'),
    service: row.serviceTemplate ? thing(row.serviceTemplate) : serviceText(row.protocol, row.port, t('reachability.allPackets')),
    peer: peer ? thing(peer) : row.cidr === '0.0.0.0/0' ? t('reachability.anyone') : <Code>{row.cidr ?? '?'}</Code>,
  };
  return t.node('reachability.rule', {
    owner,
    direction,
    n: rule.index + 1,
    words: words ? (
      <>
        {t.node(rule.direction === 'ingress' ? 'reachability.ruleFrom' : 'reachability.ruleTo', words)}
        <FiveParts rule={row} direction={rule.direction} />
      </>
    ) : (
      ''
    ),
  });
}

/** What a rule of five parts says besides; nothing where it says "any". */
function FiveParts({ rule, direction }: { readonly rule: RuleFields; readonly direction: Direction }) {
  const t = useT();
  const { near, sourcePort } = rule;
  return (
    <>
      {near !== undefined && (
        <> {t.node(direction === 'ingress' ? 'reachability.nearTo' : 'reachability.nearFrom', { near: <Code>{near}</Code> })}</>
      )}
      {sourcePort !== undefined && sourcePort.toUpperCase() !== 'ALL' && ` ${t('reachability.sourcePort', { port: sourcePort })}`}
    </>
  );
}

interface TranslatedProps {
  readonly network: Network;
  readonly translation: Translation;
}

/** What a NAT gateway makes of a packet. */
function Translated({ network, translation }: TranslatedProps) {
  const t = useT();
  const listWords = useListWords();
  if (translation.kind === 'answer') return t('reachability.translatesBack');
  if (translation.kind === 'published')
    return t.node('reachability.published', { to: <Code>{`${translation.address}:${translation.port}`}</Code> });
  const address = <Code>{translation.addresses.join(', ')}</Code>;
  const { unsure } = translation;
  return (
    <>
      {t.node(translation.rule === null ? 'reachability.translates' : 'reachability.translatesByRule', {
        address,
        rule: <Code>{translation.rule ?? ''}</Code>,
      })}{' '}
      {unsure?.code === 'not-known'
        ? t('reachability.translatesUnsure', { list: listWords(unsure) })
        : unsure && <Why network={network} reason={unsure} />}
    </>
  );
}

interface DecisionProps {
  readonly network: Network;
  readonly model: NetworkModel;
  readonly hop: Hop;
}

/** What decided at a hop, in a line or two. */
export function Decision({ network, model, hop }: DecisionProps) {
  const t = useT();
  const thing = (id: string): ReactNode => <Thing network={network} id={id} />;
  const { route, rule, reason } = hop;
  const lines: ReactNode[] = [];
  if (rule) lines.push(<RuleText network={network} model={model} rule={rule} />);
  if (hop.step === 'route' && route) {
    const destination = <Code>{route.destination}</Code>;
    lines.push(
      route.origin === 'local'
        ? t.node('reachability.local', { destination, vpc: thing(hop.vpc ?? '') })
        : t.node('reachability.route', { destination, hop: thing(route.gateway), table: thing(route.routeTable) }),
    );
  }
  if (hop.step === 'route' && !route && hop.result === 'pass')
    lines.push(t.node('reachability.ownAddress', { table: thing(hop.id ?? '') }));
  if ((hop.step === 'peering' || hop.step === 'ccn') && hop.vpc && hop.result === 'pass')
    lines.push(t.node('reachability.crosses', { vpc: thing(hop.vpc) }));
  if (hop.translation) lines.push(<Translated network={network} translation={hop.translation} />);
  // The rule has said it already.
  if (reason && !(reason.code === 'filtered' && rule)) lines.push(<Why network={network} reason={reason} />);
  if (lines.length === 0) return null;
  return (
    <span className="flex flex-col">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one hop never change places
        <span key={at}>{line}</span>
      ))}
    </span>
  );
}
