import type { Words } from '../shape.ts';

/** Fields that mean the same in every family. A family's own text goes before these. */
export const text = {
  fields: {
    VpcId: { label: '私有网络' },
    VpcIds: { label: '私有网络' },
    SubnetId: { label: '子网' },
    SubnetIds: { label: '子网' },
    SubnetName: { label: '子网名称' },
    RouteTableId: { label: '路由表' },
    RouteTableName: { label: '路由表名称' },
    RouteTableSet: { label: '路由表' },
    RouteTableType: { label: '路由表类型' },
    UnSubnetId: { label: '子网', help: '现行格式的 ID。' },
    Zone: { label: '可用区' },
    ZoneId: { label: '可用区' },
    ZoneIds: { label: '可用区' },
    CreatedTime: { label: '创建时间' },
    CreateTime: { label: '创建时间' },
    Filters: { label: '过滤条件', help: '各条件须同时满足；同一条件的多个值满足其一即可。' },
    Offset: { label: '偏移量', help: '跳过的行数。' },
    Limit: { label: '每页行数', help: '最多返回的行数。' },
    OrderField: { label: '排序字段' },
    OrderDirection: { label: '排序方向' },
    TotalCount: { label: '总数' },
    Data: { label: '数据' },
  },
  values: {
    OrderDirection: { asc: '升序', desc: '降序' },
    RouteTableType: { '0': '普通', '1': '默认' },
  },
} as const satisfies Words;
