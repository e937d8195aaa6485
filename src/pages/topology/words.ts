/** What the map of the estate says, in the language of the page: in the picture, and as accessible names. */
import { useMemo } from 'react';
import { regionName } from '../../../catalogue/regions.ts';
import { type Estate, type EstateLink, troubleAtEnd } from '../../../network/maps/estate.ts';
import { exitsOfNode } from '../../../network/maps/estate-cards.ts';
import { linesAt, linkCount, shownLinks } from '../../../network/maps/estate-filter.ts';
import type { EstateExit, Finding } from '../../../network/maps/estate-findings.ts';
import { blocksOfNode, type EstateLine, type EstateNode, type EstateView } from '../../../network/maps/estate-groups.ts';
import type { EstateMapWords, LineWords } from '../../../network/maps/estate-words.ts';
import type { WayState } from '../../../network/maps/map-hop.ts';
import { type Formats, type Language, type Translate, useFormats, useLanguage, useT } from '../../i18n/index.ts';
import { useConsole } from '../../lib/scope.ts';
import { findingWord, troubleWord } from '../../maps/words.ts';

export interface EstateSpeech {
  readonly words: EstateMapWords;
  readonly region: (region: string) => string;
  readonly account: (account: string) => string;
  /** The name of a thing on the map by its key. */
  readonly nameOf: (view: EstateView, key: string) => string;
  readonly linkName: (link: EstateLink) => string;
  /** How a link stands. */
  readonly linkState: (link: Pick<EstateLink, 'state' | 'trouble'>) => string;
  /** What is not good about it, as its first end sees it; of a CCN, as the VPC does. '' for nothing. */
  readonly linkTrouble: (link: EstateLink) => string;
  /** What lacks routes at its first end, and at its second: names of tables, or why; '' for nothing. */
  readonly linkMissing: (link: EstateLink) => readonly [string, string];
  readonly lineState: (line: EstateLine) => string;
  readonly exitName: (exit: EstateExit) => string;
  readonly exitWord: (exit: EstateExit, node: EstateNode) => string;
  readonly exitState: (exit: EstateExit) => string;
  readonly finding: (finding: Finding) => string;
  /** Everything that the picture tells of a thing. */
  readonly said: (estate: Estate, view: EstateView, node: EstateNode) => string;
}

interface Speech {
  readonly t: Translate;
  readonly formats: Formats;
  readonly language: Language;
  readonly called: (id: string) => string;
  readonly accounts: ReadonlyMap<string, string>;
}

const order: readonly WayState[] = ['dead', 'overlap', 'missing', 'expired', 'asked', 'unknown', 'good'];

function stateWord({ t }: Speech, { state, trouble }: Pick<EstateLink, 'state' | 'trouble'>): string {
  if (state === 'dead' && trouble?.code === 'state') return t(`topology.dead.${trouble.state}`);
  // Nothing passes at all, or what is sent is not answered: two troubles of one state.
  if (trouble?.code === 'no-routes') return t('topology.missing.both');
  return t(`topology.state.${state}`);
}

/** "140 joined, 2 refused", the worst last said first. */
function bundleWord({ t, formats }: Speech, { links }: EstateLine): string {
  const counts = order.flatMap((state) => {
    const n = links.filter((link) => link.state === state).length;
    return n > 0 ? [t(`topology.count.${state}`, { n })] : [];
  });
  return formats.list(counts);
}

/** What of an end's own side keeps packets from passing; '' for nothing. `own`: as the end sees it; `other`: as the other does. */
function lackingAt(speech: Speech, own: EstateLink['trouble'], other: EstateLink['trouble']): string {
  const tables = own?.code === 'no-way-there' ? own.tables : other?.code === 'no-way-back' ? other.tables : null;
  if (tables) return speech.formats.list(tables.map(speech.called));
  return own?.code === 'no-routes' ? speech.t('topology.missing.all') : '';
}

function missingAt(speech: Speech, { kind, trouble, farTrouble }: EstateLink): readonly [string, string] {
  const ofCcn = farTrouble?.code === 'ccn-routes-off' || farTrouble?.code === 'no-ccn-way-back' || farTrouble?.code === 'ccn-overlap';
  // A CCN is the first end of a VPC's place in it, and has no tables of a VPC.
  if (kind === 'ccn' && ofCcn) return [troubleWord(speech, { trouble: farTrouble }), ''];
  return [lackingAt(speech, trouble, farTrouble), lackingAt(speech, farTrouble, trouble)];
}

const linkTroubleOf = (speech: Speech, { kind, trouble, farTrouble }: EstateLink): string =>
  troubleWord(speech, { trouble: kind === 'ccn' ? farTrouble : trouble });

const linkNameOf = ({ t, called }: Speech, { kind, name, id }: EstateLink): string =>
  kind === 'overlap' ? t('topology.state.overlap') : kind === 'ccn' ? called(id) : name || id;

function lineWords(speech: Speech, line: EstateLine): LineWords {
  const [first, ...rest] = line.links;
  if (!first || rest.length > 0)
    return {
      long: bundleWord(speech, line),
      short: speech.t(`topology.count.${line.state}`, { n: line.links.filter(({ state }) => state === line.state).length }),
    };
  const state = stateWord(speech, first);
  if (first.kind === 'ccn' && first.trouble && first.state !== 'unknown' && first.trouble.code !== 'state')
    return { long: linkTroubleOf(speech, first), short: state };
  if (first.kind === 'overlap') return { long: state, short: state };
  if (first.kind === 'ccn') return { long: state, short: state };
  const name = linkNameOf(speech, first);
  if (line.state === 'good') return { long: name, short: state };
  const short = first.trouble?.code === 'no-routes' ? speech.t('topology.missing.none') : state;
  const named = (told: string): string => speech.t('topology.nameState', { name, state: told });
  return { long: named(state), middle: named(short), short };
}

/** A gateway to the internet that does not work is told by its name. */
const exitNameOf = ({ t }: Speech, { kind, name, id }: EstateExit): string =>
  name
    ? kind === 'internet'
      ? t('topology.internetBy', { name })
      : name
    : kind === 'internet'
      ? t('topology.exit.internet')
      : id || t(`topology.exit.${kind}`);

const exitStateOf = ({ t }: Speech, { state, led }: EstateExit): string =>
  t(led ? 'topology.exitState.lost' : `topology.exitState.${state}`);

/** On a stack one exit stands for all of its kind. */
function exitWord(speech: Speech, exit: EstateExit, { kind, vpcs }: EstateNode): string {
  const { t } = speech;
  if (kind === 'stack')
    return t('topology.exitOf', {
      kind: t(`topology.exit.${exit.kind}`),
      n: vpcs.filter(({ exits }) => exits.some((one) => one.kind === exit.kind)).length,
    });
  const name = exitNameOf(speech, exit);
  if (exit.name !== '') return name;
  if (exit.addresses === null) return t('topology.internetUnknown');
  return exit.kind === 'internet' && exit.addresses > 0 ? t('topology.internetWith', { n: exit.addresses }) : name;
}

function nodeName({ t, language }: Speech, { kind, name, region, by, closed, vpcs }: EstateNode): string {
  if (kind !== 'stack') return name;
  // Only a closed account has no heads that name its regions.
  if (closed) return regionName(region, language);
  if (by === 'region') return t('topology.vpcs', { n: vpcs.length });
  if (name === '' && by === 'name') return t('topology.unnamed');
  return by === 'name' ? t('topology.stackOf', { name }) : name || t('topology.untagged');
}

function putWord({ t }: Speech, { grouping, tag }: EstateView, closed: boolean): string {
  if (closed) return t('topology.closed');
  return grouping === 'tag' ? t('topology.byTag', { tag }) : grouping === 'name' ? t('topology.byName') : '';
}

function sizeWord({ t }: Speech, { kind, hub, by, closed, vpcs }: EstateNode): string {
  if (kind === 'hub') return t('topology.hubOf', { n: hub?.networks ?? 0 });
  if (kind === 'stack' && (by !== 'region' || closed)) return t('topology.vpcs', { n: vpcs.length });
  const subnets = vpcs.reduce<number | null>((sum, vpc) => (sum === null || vpc.subnets === null ? null : sum + vpc.subnets), 0);
  return subnets === null ? t('topology.subnetsUnknown') : t('topology.subnets', { n: subnets });
}

function pictureWords(speech: Speech): EstateMapWords {
  const { t, formats, language, accounts } = speech;
  return {
    account: (account) => accounts.get(account) ?? account,
    region: (region) => regionName(region, language),
    vpcs: (n, of) => (n === of ? t('topology.vpcs', { n }) : t('topology.vpcsOf', { n, of })),
    put: (view, closed) => putWord(speech, view, closed),
    name: (node) => nodeName(speech, node),
    range: (node) => {
      const [range = '', ...more] = blocksOfNode(node);
      return more.length > 0 ? t('topology.rangeMore', { range, n: more.length }) : range;
    },
    size: (node) => sizeWord(speech, node),
    share: (share) => (share === null ? '' : share > 0 && share < 0.01 ? t('topology.lessThanOne') : formats.percent(share)),
    // Its sign says that it is the internet.
    exit: (exit, node) => (exit.kind === 'internet' && exit.name ? exit.name : exitWord(speech, exit, node)),
    more: (n) => t('topology.more', { n }),
    line: (line) => lineWords(speech, line),
  };
}

/** "5 connections", or "3 of 5 connections shown" where a filter leaves some out; '' for none. */
export function countWord(t: Translate, estate: Pick<Estate, 'links'>, view: EstateView, node: EstateNode): string {
  const [n, of] = [shownLinks(view, node.key), linkCount(estate, node)];
  if (n < of) return t('topology.said.connectionsOf', { n, of });
  return n > 0 ? t('topology.said.connectionCount', { n }) : '';
}

function saidOf(speech: Speech, words: EstateMapWords, estate: Estate, view: EstateView, node: EstateNode): string {
  const { t, formats } = speech;
  const count = countWord(t, estate, view, node);
  const joinedUnread = node.vpcs.some(({ unread }) => unread.joined);
  const findings = node.vpcs.reduce((sum, vpc) => sum + vpc.findings.length, 0);
  const own = new Set([node.key, ...node.vpcs.map(({ key }) => key)]);
  const connections = linesAt(view, node.key).map((line) => {
    const other =
      view.nodes.find(({ key }) => key === line.ends[0] && key !== node.key) ??
      view.nodes.find(({ key }) => key === line.ends[1] && key !== node.key);
    const [first, ...rest] = line.links;
    const state = first && rest.length === 0 ? stateWord(speech, first) : bundleWord(speech, line);
    const name = other ? words.name(other) : '';
    if (!first || rest.length > 0) return t('topology.said.connection', { name, state });
    const isTold = first.trouble?.code === 'no-routes' || (first.state !== 'missing' && first.state !== 'overlap');
    const trouble = isTold
      ? ''
      : troubleWord(speech, { trouble: troubleAtEnd(first, own.has(first.ends[1]) ? first.ends[1] : first.ends[0]) });
    const how = first.kind === 'peering' ? t('topology.said.through', { state, peering: linkNameOf(speech, first) }) : state;
    return t('topology.said.connection', { name, state: trouble ? t('topology.said.because', { state: how, trouble }) : how });
  });
  const exits = exitsOfNode(node).map((exit) =>
    exit.state === 'good'
      ? exitWord(speech, exit, node)
      : t('topology.said.exit', { name: exitWord(speech, exit, node), state: exitStateOf(speech, exit) }),
  );
  return [
    words.name(node),
    t(`topology.kind.${node.kind}`),
    words.range(node),
    node.kind === 'hub' ? '' : words.size(node),
    // A CCN is of no region.
    node.kind === 'hub' ? t('topology.networks', { n: node.hub?.networks ?? 0 }) : words.region(node.region),
    words.account(node.account),
    findings > 0 ? t('topology.findings', { n: findings }) : '',
    connections.length > 0 ? t('topology.said.connections', { count, all: connections.join('; ') }) : count,
    joinedUnread
      ? t(count !== '' ? 'topology.said.moreUnknown' : 'topology.said.connectionsUnknown')
      : count === '' && node.kind !== 'hub'
        ? t('topology.said.none')
        : '',
    exits.length > 0 ? t('topology.said.exits', { exits: formats.list(exits) }) : '',
    node.vpcs.some(({ unread }) => unread.exits)
      ? t(exits.length > 0 ? 'topology.said.moreExitsUnknown' : 'topology.said.exitsUnknown')
      : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** Words and names of the map. */
export function useEstateWords(called: (id: string) => string): EstateSpeech {
  const t = useT();
  const formats = useFormats();
  const language = useLanguage();
  const info = useConsole();
  return useMemo(() => {
    const accounts = new Map((info?.accounts ?? []).map(({ id, uin, name }) => [uin ?? id, name || id]));
    const speech: Speech = { t, formats, language, called, accounts };
    const words = pictureWords(speech);
    return {
      words,
      region: words.region,
      account: words.account,
      nameOf: (view, key) => {
        const node = view.nodes.find((one) => one.key === key);
        if (node) return words.name(node);
        const vpc = view.nodes.flatMap(({ vpcs }) => vpcs).find((one) => one.key === key);
        if (vpc) return vpc.name || vpc.id;
        const line = view.lines.find((one) => one.key === key || one.links.some((link) => link.key === key));
        return line ? lineWords(speech, line).long : '';
      },
      linkName: (link) => linkNameOf(speech, link),
      linkState: (link) => stateWord(speech, link),
      linkTrouble: (link) => linkTroubleOf(speech, link),
      linkMissing: (link) => missingAt(speech, link),
      lineState: (line) => {
        const [first, ...rest] = line.links;
        return first && rest.length === 0 ? stateWord(speech, first) : bundleWord(speech, line);
      },
      exitName: (exit) => exitNameOf(speech, exit),
      exitWord: (exit, node) => exitWord(speech, exit, node),
      exitState: (exit) => exitStateOf(speech, exit),
      finding: (finding) => findingWord(speech, finding),
      said: (all, view, node) => saidOf(speech, words, all, view, node),
    };
  }, [t, formats, language, info, called]);
}
