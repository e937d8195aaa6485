import type { FamilyText } from '../shape.ts';

export const text = {
  one: 'CDN service',
  many: 'CDN services',
  what: 'Alibaba Cloud’s content delivery network. It is opened once for an account.',
  actions: {
    'alicdn:OpenCdnService': {
      title: 'Open the CDN service',
      what: 'Needs a verified owner and a sufficient balance. Traffic is charged from then on.',
    },
  },
  fields: {
    InternetChargeType: { label: 'Charged by' },
  },
  values: {
    InternetChargeType: { PayByTraffic: 'Traffic', PayByBandwidth: 'Peak bandwidth' },
  },
} as const satisfies FamilyText;
