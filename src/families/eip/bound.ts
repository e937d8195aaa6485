/** What an elastic IP is bound to. The cloud of today has no `BindedResourceId`; three fields tell it together. */
import type { Address } from '../../../catalogue/families/eip/index.ts';

/** Of the resource, the instance or the interface, whichever is told first; '' where none is. */
export const boundTo = (row: Address): string => row.BindedResourceId || row.InstanceId || row.NetworkInterfaceId || '';

/** Unbound only where its state and every field that names something say so. */
export const isBound = (row: Address): boolean => row.AddressStatus !== 'UNBIND' || boundTo(row) !== '';
