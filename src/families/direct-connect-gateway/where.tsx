/** Where a gateway stands: in a VPC, or, of the CCN kind, in a CCN or nowhere yet. */
import { useT } from '../../i18n/index.ts';
import { RefLink } from '../../kit/ref.tsx';
import type { Gateway } from './rules.ts';

export const isOfCcn = ({ networkType }: Gateway): boolean => networkType === 'CCN';

/** The CCN that one of the CCN kind is in; "" for none. */
export const ccnOf = (row: Gateway): string => row.ccnId ?? '';

export function Where({ row, name }: { readonly row: Gateway; readonly name?: string }) {
  const t = useT();
  if (!isOfCcn(row)) return <RefLink family="vpc" id={row.unVpcId} {...(name ? { name } : {})} />;
  const ccn = ccnOf(row);
  return ccn === '' ? <span className="text-muted">{t('directConnectGateway.inNoCcn')}</span> : <RefLink family="ccn" id={ccn} />;
}
