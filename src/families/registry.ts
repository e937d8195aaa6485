/** The families that have pages: one line each, in the order of the navigation. */
import {
  ArrowLeftRight,
  BookMarked,
  Cable,
  CloudUpload,
  Database,
  DoorOpen,
  EthernetPort,
  Gauge,
  Globe,
  KeyRound,
  ListChecks,
  LockKeyhole,
  type LucideIcon,
  Network,
  Plug,
  Rocket,
  Route,
  Router,
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
    family: 'network-acl',
    path: segments['network-acl'],
    icon: ListChecks,
    group: 'security',
    load: () => bring(import('./network-acl/index.tsx'), 'networkAcl', 'network-acl', 'vpc'),
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
    family: 'nat-gateway',
    path: segments['nat-gateway'],
    icon: DoorOpen,
    group: 'network',
    load: () => bring(import('./nat-gateway/index.tsx'), 'natGateway', 'nat-gateway', 'vpc', 'route-table'),
  },
  {
    family: 'peering',
    path: segments.peering,
    icon: ArrowLeftRight,
    group: 'connect',
    load: () => bring(import('./peering/index.tsx'), 'peering', 'peering', 'vpc'),
  },
  {
    family: 'vpn-gateway',
    path: segments['vpn-gateway'],
    icon: LockKeyhole,
    group: 'connect',
    load: () => bring(import('./vpn-gateway/index.tsx'), 'vpnGateway', 'vpn-gateway', 'vpn-gateway', 'vpc', 'vpn-connection'),
  },
  {
    family: 'vpn-connection',
    path: segments['vpn-connection'],
    icon: KeyRound,
    group: 'connect',
    load: () =>
      bring(
        import('./vpn-connection/index.tsx'),
        'vpnConnection',
        'vpn-connection',
        'vpn-connection',
        'vpc',
        'vpn-gateway',
        'customer-gateway',
      ),
  },
  {
    family: 'customer-gateway',
    path: segments['customer-gateway'],
    icon: Router,
    group: 'connect',
    load: () => bring(import('./customer-gateway/index.tsx'), 'customerGateway', 'customer-gateway', 'customer-gateway', 'vpn-connection'),
  },
  {
    family: 'direct-connect-gateway',
    path: segments['direct-connect-gateway'],
    icon: Plug,
    group: 'connect',
    load: () => bring(import('./direct-connect-gateway/index.tsx'), 'directConnectGateway', 'direct-connect-gateway', 'vpc'),
  },
  {
    family: 'classic-link',
    path: segments['classic-link'],
    icon: Cable,
    group: 'connect',
    load: () => bring(import('./classic-link/index.tsx'), 'classicLink', 'classic-link', 'vpc'),
  },
  {
    family: 'parameter-template',
    path: segments['parameter-template'],
    icon: BookMarked,
    group: 'security',
    load: () => bring(import('./parameter-template/index.tsx'), 'parameterTemplate', 'parameter-template'),
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
  {
    family: 'cdb-instance',
    path: segments['cdb-instance'],
    icon: Database,
    group: 'more',
    load: () => bring(import('./cdb-instance/index.tsx'), 'cdbInstance', 'cdb-instance'),
  },
  {
    family: 'gaap-proxy',
    path: segments['gaap-proxy'],
    icon: Rocket,
    group: 'more',
    load: () => bring(import('./gaap-proxy/index.tsx'), 'gaapProxy', 'gaap-proxy'),
  },
  {
    family: 'cdn-service',
    path: segments['cdn-service'],
    icon: CloudUpload,
    group: 'more',
    load: () => bring(import('./cdn-service/index.tsx'), 'cdnService', 'cdn-service'),
  },
] as const satisfies readonly FamilyEntry[];
