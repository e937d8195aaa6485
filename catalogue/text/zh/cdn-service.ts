import type { FamilyText } from '../shape.ts';

export const text = {
  one: 'CDN 服务',
  many: 'CDN 服务',
  what: '阿里云内容分发网络，每个账号只需开通一次。',
  actions: {
    'alicdn:OpenCdnService': { title: '开通 CDN 服务', what: '账号须已实名认证且余额充足，开通后按用量计费。' },
  },
  fields: {
    InternetChargeType: { label: '计费方式' },
  },
  values: {
    InternetChargeType: { PayByTraffic: '按流量', PayByBandwidth: '按带宽峰值' },
  },
} as const satisfies FamilyText;
