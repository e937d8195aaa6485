import type { Words } from '../shape.ts';

/** Fields that mean the same in every family. A family's own text goes before these. */
export const text = {
  fields: {
    VpcId: { label: 'VPC' },
    VpcIds: { label: 'VPCs' },
    SubnetId: { label: 'Subnet' },
    SubnetIds: { label: 'Subnets' },
    SubnetName: { label: 'Subnet name' },
    RouteTableId: { label: 'Route table' },
    RouteTableName: { label: 'Route table name' },
    RouteTableSet: { label: 'Route tables' },
    RouteTableType: { label: 'Route table type' },
    UnSubnetId: { label: 'Subnet', help: 'The present form of the id.' },
    Zone: { label: 'Zone' },
    ZoneId: { label: 'Zone' },
    ZoneIds: { label: 'Zones' },
    CreatedTime: { label: 'Created' },
    CreateTime: { label: 'Created' },
    Filters: { label: 'Filters', help: 'All filters must match; of one filter’s values any may.' },
    Offset: { label: 'Offset', help: 'How many rows to skip.' },
    Limit: { label: 'Rows', help: 'How many rows to return at most.' },
    OrderField: { label: 'Sort by' },
    OrderDirection: { label: 'Direction' },
    TotalCount: { label: 'Total' },
    Data: { label: 'Data' },
  },
  values: {
    OrderDirection: { asc: 'Ascending', desc: 'Descending' },
    RouteTableType: { '0': 'Ordinary', '1': 'Default' },
  },
} as const satisfies Words;
