import type { FamilyText } from '../shape.ts';

export const text = {
  one: '弹性公网 IP',
  many: '弹性公网 IP',
  what: '归账号所有、直至释放的公网 IPv4 地址（EIP）。可绑定到云服务器，或弹性网卡上的某个内网 IP，并可随时换绑。',
  actions: {
    'vpc:AllocateAddresses': { title: '申请弹性公网 IP', what: '向账号申请公网地址，按地域和每日次数受配额限制。' },
    'vpc:DescribeAddresses': { title: '查询弹性公网 IP' },
    'vpc:AssociateAddress': {
      title: '绑定弹性公网 IP',
      done: '已绑定 {what}',
      what: '将未绑定的弹性公网 IP 绑定到云服务器，或弹性网卡的某个内网 IP。原有的普通公网 IP 会被释放。',
    },
    'vpc:DisassociateAddress': {
      title: '解绑弹性公网 IP',
      done: '已解绑 {what}',
      what: '将弹性公网 IP 与所绑定的资源分离。它仍归账号所有，闲置期间可能计费。',
    },
    'vpc:ModifyAddressAttribute': { title: '重命名弹性公网 IP' },
    'vpc:ReleaseAddresses': {
      title: '释放弹性公网 IP',
      done: '已释放 {what}',
      what: '归还公网地址，之后可能无法再次获得。只有未绑定的才能释放。',
    },
    'vpc:TransformAddress': { title: '普通公网 IP 转弹性公网 IP', what: '保留云服务器现有的公网地址，并将其转为弹性公网 IP。' },
  },
  fields: {
    AddressId: { label: '弹性公网 IP ID' },
    AddressIds: { label: '弹性公网 IP' },
    AddressName: { label: '名称', help: '最长 20 个字符。' },
    AddressStatus: { label: '状态' },
    AddressIp: { label: '公网地址' },
    AddressSet: { label: '弹性公网 IP' },
    BindedResourceId: { label: '绑定资源' },
    PrivateAddressIp: { label: '内网 IP' },
    'vpc:AssociateAddress.PrivateIpAddress': { label: '内网 IP', help: '选择弹性网卡时必填：绑定到网卡的哪个内网 IP。' },
    IsArrears: { label: '欠费停用' },
    IsBlocked: { label: '已封堵' },
    AddressCount: { label: '申请数量' },
    ReallocateNormalPublicIp: { label: '重新分配普通公网 IP', help: '仅适用于云服务器主网卡的主 IP，每日限十次。' },
  },
  values: {
    AddressStatus: { UNBIND: '未绑定', BIND: '已绑定', BIND_ENI: '已绑定弹性网卡', BINDED: '已绑定' },
  },
} as const satisfies FamilyText;
