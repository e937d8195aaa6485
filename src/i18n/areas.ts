import type { messages as account } from './en/account.ts';
import type { messages as addresses } from './en/addresses.ts';
import type { messages as cdbInstance } from './en/cdbInstance.ts';
import type { messages as cdnService } from './en/cdnService.ts';
import type { messages as classicLink } from './en/classicLink.ts';
import type { messages as customerGateway } from './en/customerGateway.ts';
import type { messages as directConnectGateway } from './en/directConnectGateway.ts';
import type { messages as eip } from './en/eip.ts';
import type { messages as eni } from './en/eni.ts';
import type { messages as explorer } from './en/explorer.ts';
import type { messages as flowLog } from './en/flowLog.ts';
import type { messages as gaapProxy } from './en/gaapProxy.ts';
import type { messages as kit } from './en/kit.ts';
import type { messages as natGateway } from './en/natGateway.ts';
import type { messages as networkAcl } from './en/networkAcl.ts';
import type { messages as overview } from './en/overview.ts';
import type { messages as parameterTemplate } from './en/parameterTemplate.ts';
import type { messages as peering } from './en/peering.ts';
import type { messages as reachability } from './en/reachability.ts';
import type { messages as routeTable } from './en/routeTable.ts';
import type { messages as rules } from './en/rules.ts';
import type { messages as securityGroup } from './en/securityGroup.ts';
import type { messages as shell } from './en/shell.ts';
import type { messages as subnet } from './en/subnet.ts';
import type { messages as tables } from './en/tables.ts';
import type { messages as topology } from './en/topology.ts';
import type { messages as ui } from './en/ui.ts';
import type { messages as vpc } from './en/vpc.ts';
import type { messages as vpnConnection } from './en/vpnConnection.ts';
import type { messages as vpnGateway } from './en/vpnGateway.ts';

/**
 * The areas of the interface that have texts, each a file `en/<area>.ts` and `zh/<area>.ts` exporting `messages`.
 * English is the source: its keys and placeholders are the types, so a missing or misspelt key does not compile.
 * A new area: the two files, and one line here.
 */
export interface Catalogues {
  readonly ui: typeof ui;
  readonly shell: typeof shell;
  readonly kit: typeof kit;
  readonly explorer: typeof explorer;
  readonly overview: typeof overview;
  readonly addresses: typeof addresses;
  readonly reachability: typeof reachability;
  readonly tables: typeof tables;
  readonly topology: typeof topology;
  readonly vpc: typeof vpc;
  readonly subnet: typeof subnet;
  readonly networkAcl: typeof networkAcl;
  readonly vpnConnection: typeof vpnConnection;
  readonly vpnGateway: typeof vpnGateway;
  readonly customerGateway: typeof customerGateway;
  readonly flowLog: typeof flowLog;
  readonly natGateway: typeof natGateway;
  readonly account: typeof account;
  readonly classicLink: typeof classicLink;
  readonly cdbInstance: typeof cdbInstance;
  readonly gaapProxy: typeof gaapProxy;
  readonly cdnService: typeof cdnService;
  readonly eip: typeof eip;
  readonly eni: typeof eni;
  readonly routeTable: typeof routeTable;
  readonly rules: typeof rules;
  readonly securityGroup: typeof securityGroup;
  readonly parameterTemplate: typeof parameterTemplate;
  readonly directConnectGateway: typeof directConnectGateway;
  readonly peering: typeof peering;
}

export type Area = keyof Catalogues;

/** `area.key`, e.g. `shell.signOut`. */
export type MessageKey = { [A in Area]: `${A}.${keyof Catalogues[A] & string}` }[Area];

type TextOf<K> = K extends `${infer A}.${infer Rest}`
  ? A extends Area
    ? Rest extends keyof Catalogues[A]
      ? Catalogues[A][Rest]
      : never
    : never
  : never;

type NameIn<P> = P extends `${infer Name}|${string}` ? Name : P;
type Placeholders<S> = S extends `${string}{${infer P}}${infer Rest}` ? NameIn<P> | Placeholders<Rest> : never;

/** What a text needs: nothing, or one value for each of its placeholders. */
export type ParamsFor<K, V> = [Placeholders<TextOf<K>>] extends [never]
  ? []
  : [params: Readonly<Record<Placeholders<TextOf<K>> & string, V>>];

/** A catalogue in another language: the same keys. That the placeholders agree is tested. */
export type Translation<M> = { readonly [K in keyof M]: string };
