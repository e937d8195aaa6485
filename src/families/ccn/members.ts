/** The lists that a CCN has beside its own row, and how calls are narrowed to one CCN. */
import { useMemo } from 'react';
import { useMembers } from '../../kit/members.tsx';
import { memberList } from '../../lib/members.ts';

export const attachmentList = memberList('ccn', 'attachments', {
  id: 'InstanceId',
  idWithin: 'CcnId',
  name: 'InstanceName',
  pending: { field: 'State', values: ['ATTACHING', 'DETACHING'] },
});
export const routeList = memberList('ccn', 'routes', { id: 'RouteId' });
export const tableList = memberList('ccn', 'tables', { id: 'CcnRouteTableId', name: 'RouteTableName' });
export const selectionList = memberList('ccn', 'selections');

/** For lists that take the CCN as a filter. */
export const ofCcn = (id: string) => ({ Filters: [{ Name: 'ccn-id' as const, Values: [id] }] });

/** For those that take it by name. */
export const namedCcn = (CcnId: string) => ({ CcnId });

interface Instance {
  readonly InstanceType: string;
  readonly InstanceId: string;
  readonly InstanceRegion: string;
}

/** An attached network as calls name it. */
export const instanceParams = ({ InstanceType, InstanceId, InstanceRegion }: Instance): Instance => ({
  InstanceType,
  InstanceId,
  InstanceRegion,
});

/** What a person calls a network in a CCN: its name, as soon as it is read, else its id. */
export function useNetworkName(ccn: string, network: string): string {
  const { rows } = useMembers(
    attachmentList,
    useMemo(() => ofCcn(ccn), [ccn]),
  );
  return rows.find(({ InstanceId }) => InstanceId === network)?.InstanceName || network;
}
