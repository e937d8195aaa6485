/** Until when a VPN gateway is paid for, and what happens then. */
import type { CallContext } from '../../call.ts';
import { willGo, willSet } from '../../rules/effects.ts';
import { startTask } from '../../rules/tasks.ts';
import { type VpnGatewayRow, vpnGatewayTable } from './table.ts';

const chinaStandardTime = 8 * 3600 * 1000;

/** So many months later, China Standard Time: the same day, or the month's last one where it has no such day. */
export function addMonths(time: number, months: number): number {
  const date = new Date(time + chinaStandardTime);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime() - chinaStandardTime;
}

const renewsItself = (row: VpnGatewayRow): boolean => row.RenewFlag === 'NOTIFY_AND_AUTO_RENEW' && !row.ToPostpaid;

/** The end of the term under way, in epoch milliseconds; null while it is paid by the hour. Renewal by itself adds months (11185). */
export function termEnd(row: VpnGatewayRow, now: number): number | null {
  if (row.ExpiresAt === null || !renewsItself(row)) return row.ExpiresAt;
  let end = row.ExpiresAt;
  for (let months = 1; end <= now; months += 1) end = addMonths(row.ExpiresAt, months);
  return end;
}

/**
 * Writes the row and sees to the end of its term: it goes, with its connections and the routes through it (11320), or is
 * paid by the hour from then on (7519). What was seen to for an earlier end then happens no more.
 */
export function putWithTerm(ctx: CallContext, row: VpnGatewayRow): VpnGatewayRow {
  const { VpnGatewayId: id, RenewFlag, ToPostpaid, ExpiresAt } = row;
  ctx.partition.table(vpnGatewayTable).put(row);
  if (ExpiresAt === null || renewsItself(row)) return row;
  const end = ToPostpaid
    ? willSet(ctx.partition, vpnGatewayTable, id, { InstanceChargeType: 'POSTPAID_BY_HOUR', ExpiresAt: null, ToPostpaid: false })
    : willGo(ctx.partition, vpnGatewayTable, id, ['VpnGatewayId', 'GatewayId']);
  const when = { ExpiresAt, ToPostpaid, ...(ToPostpaid ? {} : { RenewFlag }) };
  startTask(ctx, { family: 'vpn-gateway', effects: [{ ...end, when }], dueAt: ExpiresAt });
  return row;
}
