import type { CustomerGateway } from '../../../catalogue/families/customer-gateway/index.ts';
import { by, defineTable, type StoredRow } from '../../world/table.ts';

/** The remote end of VPN connections, as the cloud knows it: a name and a public address (7185). */
export interface CustomerGatewayRow extends StoredRow<CustomerGateway> {
  /** "404" (8339). */
  readonly OldId: string;
  /** Its number in BGP, where a call of today gave one. */
  readonly BgpAsn?: number;
}

export const customerGatewayTable = defineTable<CustomerGatewayRow>()({
  name: 'customer-gateway',
  scope: 'region',
  id: (row) => row.CustomerGatewayId,
  indexes: by('OldId', 'IpAddress', 'CustomerGatewayName'),
});
