import type { ReactNode } from 'react';
import type { VpnGateway } from '../../../catalogue/families/vpn-gateway/index.ts';
import { readCloudTime, useFormats, useT } from '../../i18n/index.ts';
import { useNow } from '../../lib/use-now.ts';
import { Status } from '../../ui/status.tsx';

/** From this many days on the end of the term is worth a warning. */
const soon = 14 * 86_400_000;

/** When what was paid for ends; nothing for gateways that are paid by the hour. */
export function Term({ row }: { readonly row: VpnGateway }): ReactNode {
  const t = useT();
  const formats = useFormats();
  const now = useNow(60_000);
  const end = readCloudTime(row.ExpiredTime);
  if (!end || row.InstanceChargeType !== 'PREPAID') return null;
  const words = formats.relative(end, new Date(now));
  const renews = row.RenewFlag === 'NOTIFY_AND_AUTO_RENEW' && !row.NewPurchasePlan;
  if (renews) return <span title={formats.dateTime(end)}>{t('vpnGateway.renewsIn', { when: words })}</span>;
  return <span title={formats.dateTime(end)}>{end.getTime() - now < soon ? <Status meaning="warning">{words}</Status> : words}</span>;
}
