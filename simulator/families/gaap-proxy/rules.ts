/** What holds for acceleration proxies. No action here makes one: only seeds and the control API do. */

import { requireBalance } from '../../accounts/balance.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { startTask } from '../../rules/tasks.ts';
import { cloudTime } from '../../world/clock.ts';
import type { Effect } from '../task/table.ts';
import { type ProxyRow, proxyRegionTable, proxyTable, proxyTokenTable } from './table.ts';

/** What may be said of a new proxy; it is a running one of version 2.0 otherwise. */
export function addProxy({ partition, now }: CallContext, wanted: Partial<ProxyRow>): ProxyRow {
  const ProxyId = wanted.ProxyId ?? partition.newId(proxyTable, 'link');
  return partition.table(proxyTable).put({
    ProxyName: ProxyId,
    Version: '2.0',
    Status: 'RUNNING',
    AccessRegion: 'SouthChina',
    RealServerRegion: 'Hongkong',
    Bandwidth: 10,
    Domain: `${ProxyId}.gaapqcloud.com`,
    CreatedTime: cloudTime(now),
    ...wanted,
    ProxyId,
  });
}

/** Ids of those that were not closed, and of those whose opening failed (001:26-27). */
interface OpenResult {
  readonly invalid: readonly string[];
  readonly failed: readonly string[];
}

/**
 * Begins to open those of the proxies that are closed.
 * @throws CloudError before anything has begun: missing, of the old version, no node free, nothing to pay with (001:85-95).
 */
export function openProxies(call: Call, ids: readonly string[]): OpenResult {
  const rows = ids.map((id) => proxyOf(call, id));
  const old = rows.find((row) => row.Version !== '2.0');
  if (old) throw new CloudError('FailedOperation.NotSupportOldVersionProxy', `${old.ProxyId} is of version ${old.Version}.`);
  const closed = rows.filter((row) => row.Status === 'CLOSED');
  for (const { ProxyId, AccessRegion, RealServerRegion } of closed) {
    const full = [AccessRegion, RealServerRegion].find((region) => call.table(proxyRegionTable).get(region)?.IsFull);
    if (full) throw new CloudError('ResourceUnavailable', `${full} has no node for ${ProxyId}.`);
  }
  if (closed.length > 0) requireBalance(call, 'FailedOperation.AccountBalanceInsufficient');
  const failed = closed.filter((row) => row.FailsToOpen === true);
  for (const row of closed) if (!failed.includes(row)) begin(call, row.ProxyId);
  const idsOf = (some: readonly ProxyRow[]) => some.map((row) => row.ProxyId);
  return { invalid: idsOf(rows.filter((row) => !closed.includes(row))), failed: idsOf(failed) };
}

function proxyOf(call: Call, id: string): ProxyRow {
  const row = call.table(proxyTable).get(id);
  if (!row) throw new CloudError('ResourceNotFound', `There is no proxy ${id}.`);
  return row;
}

function begin(call: Call, id: string): void {
  call.table(proxyTable).patch(id, { Status: 'OPENING' });
  const effect: Effect = { table: proxyTable.name, scope: call.partition.scopeOf(proxyTable), id, set: { Status: 'RUNNING' } };
  startTask(call, { family: 'gaap-proxy', queue: 'other', effects: [effect] });
}

/** How long a token is remembered. The document gives no term (001:19). */
const rememberedMs = 24 * 3600 * 1000;

/**
 * Does it once for a token: the same call again is answered alike and does nothing.
 * @throws CloudError when the token came before with other proxies, or is not made of ASCII characters.
 */
export function onceForToken(call: Call, token: string | undefined, ids: readonly string[], work: () => OpenResult): OpenResult {
  if (token === undefined) return work();
  if (!/^[\x20-\x7e]+$/.test(token)) throw new CloudError('InvalidParameterValue', 'The ClientToken has other than ASCII characters.');
  const tokens = call.table(proxyTokenTable);
  for (const row of tokens.all().rows()) if (row.At + rememberedMs <= call.now) tokens.delete(row.ClientToken);
  const asked = [...ids].sort();
  const known = tokens.get(token);
  if (known) {
    if (known.Asked.join() === asked.join()) return { invalid: known.Invalid, failed: known.Failed };
    throw new CloudError('FailedOperation.DuplicatedRequest', 'The ClientToken was used for other proxies.');
  }
  const opened = work();
  tokens.put({ ClientToken: token, Asked: asked, Invalid: opened.invalid, Failed: opened.failed, At: call.now });
  return opened;
}
