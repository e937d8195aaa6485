import { defineTable } from '../../world/table.ts';

/** An acceleration proxy. Its actions name no region (001:17), so an account's proxies are the same everywhere. */
export interface ProxyRow {
  readonly ProxyId: string;
  readonly ProxyName: string;
  readonly Version: '1.0' | '2.0';
  readonly Status: 'RUNNING' | 'CLOSED' | 'OPENING' | 'CLOSING' | 'ISOLATED';
  /** Where clients are, and where the servers are that they reach. */
  readonly AccessRegion: string;
  readonly RealServerRegion: string;
  /** Mbps. */
  readonly Bandwidth: number;
  readonly Domain: string;
  /** True for one that cannot be opened although nothing speaks against it; only the control API says so. */
  readonly FailsToOpen?: boolean;
  readonly CreatedTime: string;
}

export const proxyTable = defineTable<ProxyRow>()({
  name: 'gaap-proxy',
  scope: 'account',
  id: (row) => row.ProxyId,
  indexes: {},
});

/** A region of the accelerated network that has no node to spare; only the control API puts such a row. */
interface ProxyRegionRow {
  readonly RegionId: string;
  readonly IsFull: boolean;
}

export const proxyRegionTable = defineTable<ProxyRegionRow>()({
  name: 'gaap-region',
  scope: 'account',
  id: (row) => row.RegionId,
  indexes: {},
});

/** What was answered to a call with a ClientToken, so that its repetition is answered alike (001:19). */
interface ProxyTokenRow {
  readonly ClientToken: string;
  /** The ids that it was about, sorted. */
  readonly Asked: readonly string[];
  readonly Invalid: readonly string[];
  readonly Failed: readonly string[];
  /** World time in epoch milliseconds. */
  readonly At: number;
}

export const proxyTokenTable = defineTable<ProxyTokenRow>()({
  name: 'gaap-token',
  scope: 'account',
  id: (row) => row.ClientToken,
  indexes: {},
});
