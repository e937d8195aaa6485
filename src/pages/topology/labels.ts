/** What boxes are called, and which page each one opens. */
import { useMemo } from 'react';
import { regionName } from '../../../catalogue/regions.ts';
import { type Language, type Translate, useLanguage, useT } from '../../i18n/index.ts';
import { type ConsoleInfo, useConsole } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { familyOf, type TopologyNode } from './node.ts';

export interface Label {
  readonly title: string;
  /** The second line: an id's block, an address, security groups. */
  readonly detail: string;
}

function labelOf(node: TopologyNode, t: Translate, language: Language, accounts: ReadonlyMap<string, string>): Label {
  const { kind, id, name, detail } = node;
  switch (kind) {
    case 'region':
      return { title: regionName(id, language), detail: [id, ...(accounts.size > 1 ? [accounts.get(detail) ?? detail] : [])].join(' · ') };
    case 'zone':
      return { title: id || t('topology.noZone'), detail: '' };
    case 'outside':
    case 'gateways':
    case 'internet':
    case 'data-centre':
      return { title: t(`topology.kind.${kind}`), detail };
    case 'interfaces':
      return { title: t('topology.interfaces', { n: node.children.length }), detail: detail || t('topology.noGroups') };
    default:
      return { title: name || id, detail };
  }
}

export interface Labels {
  readonly of: (node: TopologyNode) => Label;
  /** What is drawn of it, then its kind and state, for those who listen and those who say what they see. */
  readonly said: (node: TopologyNode) => string;
}

const accountNames = (info: ConsoleInfo | null): ReadonlyMap<string, string> =>
  new Map((info?.accounts ?? []).map(({ id, name, uin }) => [uin ?? id, name]));

export function useLabels(): Labels {
  const t = useT();
  const language = useLanguage();
  const info = useConsole();
  return useMemo(() => {
    const accounts = accountNames(info);
    const known = new WeakMap<TopologyNode, Label>();
    const of = (node: TopologyNode): Label => {
      const label = known.get(node) ?? labelOf(node, t, language, accounts);
      known.set(node, label);
      return label;
    };
    const heard = new WeakMap<TopologyNode, string>();
    const sentence = (node: TopologyNode): string => {
      const { title, detail } = of(node);
      const kind = t(`topology.kind.${node.kind}`);
      const state = node.state === 'good' ? '' : t(`topology.state.${node.state}`);
      return [title, detail, title === kind || node.kind === 'interfaces' ? '' : kind, state].filter(Boolean).join(', ');
    };
    const said = (node: TopologyNode): string => {
      const text = heard.get(node) ?? sentence(node);
      heard.set(node, text);
      return text;
    };
    return { of, said };
  }, [t, language, info]);
}

/** The page of a node; what is no resource of its own leads to the list or the page that tells most about it. */
export function pageOf(node: TopologyNode, vpc: string | null): string {
  const scope = { account: node.site?.account, region: node.site?.region };
  const family = familyOf[node.kind];
  if (family) return paths.detail(family, node.id, scope);
  switch (node.kind) {
    case 'interfaces':
      return paths.detail('subnet', node.id, scope, 'enis');
    case 'zone':
      return paths.list('subnet', scope, { 'f.Zone': node.id });
    case 'gateways':
      return vpc ? paths.detail('vpc', vpc, scope) : paths.list('vpc', scope);
    case 'internet':
    case 'outside':
      return paths.list('eip', scope);
    case 'data-centre':
      return paths.list('direct-connect-gateway', scope);
    default:
      return paths.list('vpc', scope);
  }
}
