import { ArrowRight } from 'lucide-react';
import { Fragment, type ReactNode, Suspense } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import type { Address } from '../../../catalogue/families/eip/index.ts';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import { familyOfId } from '../../../catalogue/ids.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { RefLink, useNames } from '../../kit/ref.tsx';
import { part } from '../../lib/part.tsx';
import { useScope } from '../../lib/scope.ts';
import { Code } from '../../ui/copy.tsx';
import { Card } from '../../ui/parts.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { isBound } from './bound.ts';

/** The parameters that find the interface behind an elastic IP; null when it is bound to no interface. */
export function interfaceOf(row: Address): Readonly<Record<string, unknown>> | null {
  if (row.NetworkInterfaceId) return { NetworkInterfaceIds: [row.NetworkInterfaceId] };
  if (row.InstanceId) return { Filters: [{ Name: 'attachment.instance-id', Values: [row.InstanceId] }] };
  return null;
}

/** The way from the public address to what answers at it, as the interfaces tell it. */
export function WhereItLeads({ row }: { readonly row: Address }) {
  const t = useT();
  const where = interfaceOf(row);
  const gateway = gatewayOf(row);
  const list = useList(useScope(), 'eni', { where: where ?? {}, enabled: where !== null });
  const bound = isBound(row);
  return (
    <Card title={t('eip.path.title')}>
      {!bound && <p className="text-muted">{t('eip.path.nowhere', { address: row.AddressIp })}</p>}
      {where && list.loading && <Skeleton className="w-full" />}
      {where && list.error && <ErrorPlace error={list.error} onRetry={list.refresh} />}
      {/* Without a condition the list is everybody's: none of its interfaces is this one's. */}
      {bound && gateway === null && (!where || list.complete) && <Steps row={row} nic={where ? behind(row, list.rows) : undefined} />}
      {bound && gateway !== null && (
        <Suspense fallback={<Skeleton className="w-full" />}>
          <ThroughGateway row={row} gateway={gateway} />
        </Suspense>
      )}
    </Card>
  );
}

/** The NAT gateway that an elastic IP is bound to; null when it is bound to something else. */
export const gatewayOf = (row: Address): string | null =>
  [row.BindedResourceId, row.InstanceId].find((id) => id && familyOfId(id) === 'nat-gateway') ?? null;

/** It brings the network engine: only where there is a gateway. */
const ThroughGateway = part(async () => (await import('./through-gateway.tsx')).ThroughGateway);

/** Of an instance it is the first interface; of an interface the one that was asked for. */
export const behind = (row: Address, found: readonly NetworkInterface[]): NetworkInterface | undefined =>
  row.NetworkInterfaceId ? found.find((nic) => nic.NetworkInterfaceId === row.NetworkInterfaceId) : found.find((nic) => nic.Primary);

interface Step {
  readonly label: string;
  readonly value: ReactNode;
}

const named: readonly Family[] = ['eni', 'subnet', 'vpc'];

interface StepsProps {
  readonly row: Address;
  readonly nic: NetworkInterface | undefined;
  /** Where it ends, when no interface tells. */
  readonly vpc?: string | null;
}

export function Steps({ row, nic, vpc = null }: StepsProps) {
  const t = useT();
  const names = useNames(named);
  const address = row.PrivateAddressIp || nic?.PrivateIpAddressSet.find((own) => own.Primary)?.PrivateIpAddress;
  const gateway = gatewayOf(row);
  const instance = gateway === null ? row.InstanceId || nic?.Attachment?.InstanceId : undefined;
  const steps: Step[] = [{ label: t('eip.path.public'), value: <Code copy>{row.AddressIp}</Code> }];
  if (gateway) steps.push({ label: t('eip.path.gateway'), value: <RefLink family="nat-gateway" id={gateway} /> });
  if (address) steps.push({ label: t('eip.path.private'), value: <Code copy>{address}</Code> });
  if (nic)
    steps.push({
      label: t('eip.path.interface'),
      value: <RefLink family="eni" id={nic.NetworkInterfaceId} name={names('eni', nic.NetworkInterfaceId)} />,
    });
  if (instance) steps.push({ label: t('eip.path.instance'), value: <Code copy>{instance}</Code> });
  if (nic)
    steps.push({ label: t('eip.path.subnet'), value: <RefLink family="subnet" id={nic.SubnetId} name={names('subnet', nic.SubnetId)} /> });
  const at = nic?.VpcId ?? vpc;
  if (at) steps.push({ label: t('eip.path.vpc'), value: <RefLink family="vpc" id={at} name={names('vpc', at)} /> });
  return (
    <ol className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {steps.map(({ label, value }, index) => (
        <Fragment key={label}>
          {index > 0 && (
            <li aria-hidden="true" className="text-muted">
              <ArrowRight className="size-4" />
            </li>
          )}
          <li className="flex min-w-0 flex-col">
            <span className="text-muted text-xs">{label}</span>
            <span className="flex min-h-6 items-center">{value}</span>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}
