/** How each kind of box and line looks, by the names of tokens: the same on the screen and in exported pictures. */
import type { Meaning } from '../../ui/status.tsx';
import type { EdgeKind, NodeKind, NodeState } from './node.ts';

export const inkNames = [
  'canvas',
  'surface',
  'hover',
  'raised',
  'line',
  'line-strong',
  'text',
  'muted',
  'accent',
  'accent-soft',
  'pending',
  'warning',
  'danger',
] as const;

export type Ink = (typeof inkNames)[number];

interface BoxStyle {
  readonly fill: Ink;
  readonly stroke: Ink;
  readonly dash?: string;
}

const pale: BoxStyle = { fill: 'canvas', stroke: 'line' };
const plain: BoxStyle = { fill: 'surface', stroke: 'line' };
const gateway: BoxStyle = { fill: 'accent-soft', stroke: 'accent' };

const boxes: Readonly<Record<NodeKind, BoxStyle>> = {
  region: plain,
  outside: { ...pale, dash: '4 3' },
  vpc: { fill: 'canvas', stroke: 'line-strong' },
  gateways: { ...plain, dash: '4 3' },
  zone: plain,
  subnet: pale,
  interfaces: { fill: 'hover', stroke: 'line' },
  interface: { fill: 'raised', stroke: 'line' },
  'nat-gateway': gateway,
  'vpn-gateway': gateway,
  'direct-connect-gateway': gateway,
  peering: gateway,
  'vpn-connection': plain,
  internet: plain,
  'data-centre': plain,
};

const borders: Readonly<Record<NodeState, Partial<BoxStyle>>> = {
  good: {},
  unsure: { fill: 'surface', stroke: 'muted', dash: '1 3' },
  pending: { stroke: 'pending', dash: '4 3' },
  partial: { fill: 'surface', stroke: 'warning', dash: '8 4' },
  idle: { fill: 'surface', stroke: 'warning', dash: '2 4' },
  down: { stroke: 'danger' },
};

export const boxStyle = (kind: NodeKind, state: NodeState): BoxStyle => ({ ...boxes[kind], ...borders[state] });

interface LineStyle {
  readonly stroke: Ink;
  readonly width: number;
  readonly dash?: string;
}

const lines: Readonly<Record<EdgeKind, LineStyle>> = {
  route: { stroke: 'muted', width: 1 },
  peering: { stroke: 'accent', width: 2 },
  nat: { stroke: 'accent', width: 1.25 },
  vpn: { stroke: 'accent', width: 1.5, dash: '6 4' },
  'direct-connect': { stroke: 'accent', width: 3, dash: '12 4' },
};

const broken: Readonly<Record<NodeState, Partial<LineStyle>>> = {
  good: {},
  unsure: { stroke: 'muted', dash: '1 3' },
  pending: { stroke: 'pending', dash: '4 4' },
  partial: { stroke: 'warning', dash: '8 4' },
  idle: { stroke: 'warning', dash: '2 6' },
  down: { stroke: 'danger', dash: '2 4' },
};

export const edgeKinds = Object.keys(lines) as EdgeKind[];
export const lineStyle = (kind: EdgeKind, state: NodeState): LineStyle => ({ ...lines[kind], ...broken[state] });

/** A sign of 14 by 14 for each kind, as a path. */
export const signs: Partial<Readonly<Record<NodeKind, string>>> = {
  interface: 'M3 3h8v6H3zM5 9v2M7 9v2M9 9v2',
  interfaces: 'M1 5h8v6H1zM4 5V2h9v6H9',
  'nat-gateway': 'M2 4h9l-2-2M12 10H3l2 2',
  'vpn-gateway': 'M4 6V4a3 3 0 0 1 6 0v2M3 6h8v6H3z',
  'vpn-connection': 'M1 7a3 3 0 0 1 6 0 3 3 0 0 0 6 0',
  'direct-connect-gateway': 'M2 7h10M2 4v6M12 4v6',
  peering: 'M4.5 7h5M4.5 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0M13.500 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0',
  internet: 'M7 1a6 6 0 1 0 0 12A6 6 0 1 0 7 1M1 7h12M7 1c-4 4-4 8 0 12M7 1c4 4 4 8 0 12',
  'data-centre': 'M2 2h10v4H2zM2 8h10v4H2zM4 4h1M4 10h1',
};

/** In what ink its sign is drawn. */
export const stateInks: Readonly<Record<NodeState, Ink>> = {
  good: 'accent',
  unsure: 'muted',
  pending: 'pending',
  partial: 'warning',
  idle: 'warning',
  down: 'danger',
};

/** What a state means where it stands in words. */
export const stateMeanings: Readonly<Record<NodeState, Meaning>> = {
  good: 'good',
  unsure: 'neutral',
  pending: 'pending',
  partial: 'warning',
  idle: 'warning',
  down: 'danger',
};

/** Beside a name: a clock, a cross, a broken line, or a question mark. */
export const stateSigns: Partial<Readonly<Record<NodeState, string>>> = {
  pending: 'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1M6 3v3l2 1',
  partial: 'M1 6h10M8 3l3 3-3 3',
  idle: 'M1 6h3M8 6h3M6 2v8',
  unsure: 'M3 4a3 3 0 1 1 4 3q-1 0.500-1 1.500M6 11v0.500',
  down: 'M2 2l8 8M10 2l-8 8',
};

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/;

/** A text cut to a width, by what letters take on average; the size is that of the letters, in the width's units. */
export function cut(text: string, width: number, size: number, mono = false): string {
  const narrow = size * (mono ? 0.62 : 0.56);
  let used = 0;
  for (let at = 0; at < text.length; at += 1) {
    used += wide.test(text.charAt(at)) ? size : narrow;
    if (used > width) return at < 2 ? '' : `${text.slice(0, at - 1)}…`;
  }
  return text;
}

/** Second lines that are addresses, blocks and ids. */
export const isMono = (kind: NodeKind): boolean => kind !== 'region' && kind !== 'interfaces' && kind !== 'peering';
