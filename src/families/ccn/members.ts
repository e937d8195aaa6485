/** The lists that a CCN has beside its own row, and how calls are narrowed to one CCN. */
import type { MemberList } from '../../lib/members.ts';

export const attachmentList: MemberList = { operation: 'attachments', id: 'InstanceId', name: 'InstanceName' };
export const routeList: MemberList = { operation: 'routes', id: 'RouteId' };
export const tableList: MemberList = { operation: 'tables', id: 'CcnRouteTableId', name: 'RouteTableName' };
export const selectionList: MemberList = { operation: 'selections' };

/** For lists that take the CCN as a filter. */
export const ofCcn = (id: string) => ({ Filters: [{ Name: 'ccn-id', Values: [id] }] });

/** For those that take it by name. */
export const namedCcn = (CcnId: string) => ({ CcnId });

interface Instance {
  readonly InstanceType: string;
  readonly InstanceId: string;
  readonly InstanceRegion: string;
}

/** An attached network as calls name it. */
export const instanceOf = ({ InstanceType, InstanceId, InstanceRegion }: Instance): Instance => ({
  InstanceType,
  InstanceId,
  InstanceRegion,
});
