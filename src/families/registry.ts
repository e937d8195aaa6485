/** The families that have pages: one line each, in the order of the navigation. */
import {
  ArrowLeftRight,
  BookMarked,
  Cable,
  DoorOpen,
  EthernetPort,
  Gauge,
  Globe,
  type LucideIcon,
  Network,
  Route,
  ScrollText,
  ShieldCheck,
  Waypoints,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { Family } from '../../catalogue/define.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import { loadText } from '../../catalogue/text/load.ts';
import { type Area, currentLanguage, loadMessages } from '../i18n/index.ts';
import type { Parent } from '../kit/contained.tsx';
import { tracked } from '../lib/tracked.ts';
import { segments } from '../paths.ts';

export interface FamilyEntry {
  readonly family: Family;
  /** First segment of its pages' addresses. */
  readonly path: string;
  readonly icon: LucideIcon;
  readonly group: 'network' | 'security' | 'connect' | 'account' | 'more';
  readonly load: () => Promise<{
    readonly Pages: ComponentType;
    /** Its list within another resource, where it has one. */
    readonly Contained?: ComponentType<{ readonly parent: Parent }>;
  }>;
}

/** A family's pages with their texts and catalogue data, asked for at once. `also` are families its list reads too. */
async function bring<T>(pages: Promise<T>, area: Area, ...also: Family[]): Promise<T> {
  const language = currentLanguage();
  const data = also.flatMap((family): Promise<unknown>[] => [tracked(loadFamily(family)), tracked(loadText(language, family))]);
  const [module] = await Promise.all([pages, loadMessages(area), ...data]);
  return module;
}

export const families = [
  {
    family: 'vpc',
    path: segments.vpc,
    icon: Network,
    group: 'network',
    load: () => bring(import('./vpc/index.tsx'), 'vpc', 'vpc', 'subnet'),
  },
  {
    family: 'subnet',
    path: segments.subnet,
    icon: Waypoints,
    group: 'network',
    load: () => bring(import('./subnet/index.tsx'), 'subnet', 'subnet', 'vpc'),
  },
  {
    family: 'eni',
    path: segments.eni,
    icon: EthernetPort,
    group: 'network',
    load: () => bring(import('./eni/index.tsx'), 'eni', 'eni', 'vpc', 'subnet'),
  },
  {
    family: 'eip',
    path: segments.eip,
    icon: Globe,
    group: 'network',
    load: () => bring(import('./eip/index.tsx'), 'eip', 'eip', 'eni'),
  },
  {
    family: 'route-table',
    path: segments['route-table'],
    icon: Route,
    group: 'network',
    load: () => bring(import('./route-table/index.tsx'), 'routeTable', 'route-table', 'vpc'),
  },
  {
    family: 'security-group',
    path: segments['security-group'],
    icon: ShieldCheck,
    group: 'security',
    load: () => bring(import('./security-group/index.tsx'), 'securityGroup', 'security-group'),
  },
  {
    family: 'peering',
    path: segments.peering,
    icon: ArrowLeftRight,
    group: 'connect',
    load: () => bring(import('./peering/index.tsx'), 'peering', 'peering', 'vpc'),
  },
  {
    family: 'parameter-template',
    path: segments['parameter-template'],
    icon: BookMarked,
    group: 'security',
    load: () => bring(import('./parameter-template/index.tsx'), 'parameterTemplate', 'parameter-template'),
  },
  {
    family: 'direct-connect-gateway',
    path: segments['direct-connect-gateway'],
    icon: Cable,
    group: 'connect',
    load: () => bring(import('./direct-connect-gateway/index.tsx'), 'directConnectGateway', 'direct-connect-gateway', 'vpc'),
  },
  {
    family: 'nat-gateway',
    path: segments['nat-gateway'],
    icon: DoorOpen,
    group: 'network',
    load: () => bring(import('./nat-gateway/index.tsx'), 'natGateway', 'nat-gateway', 'vpc'),
  },
  {
    family: 'flow-log',
    path: segments['flow-log'],
    icon: ScrollText,
    group: 'network',
    load: () => bring(import('./flow-log/index.tsx'), 'flowLog', 'flow-log', 'vpc', 'subnet'),
  },
  {
    family: 'account',
    path: segments.account,
    icon: Gauge,
    group: 'account',
    load: () => bring(import('./account/index.tsx'), 'account', 'account'),
  },
] as const satisfies readonly FamilyEntry[];
