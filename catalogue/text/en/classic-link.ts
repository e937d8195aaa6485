import type { FamilyText } from '../shape.ts';

export const text = {
  one: 'classic link',
  many: 'classic links',
  what: 'Joins an instance of the classic network to a VPC, so that both reach each other by private addresses.',
  actions: {
    'vpc:AttachClassicLinkVpc': {
      title: 'Link classic instances',
      what: 'The instances must be in the region of the VPC; each can be linked to one VPC only.',
    },
    'vpc:DescribeClassicLinkInstances': { title: 'List classic links' },
    'vpc:DetachClassicLinkVpc': {
      title: 'Unlink classic instances',
      done: 'Unlinked {what}',
      what: 'The instances lose the way into the VPC at once.',
    },
    'vpc2017:AttachClassicLinkVpc': { title: 'Link classic instances' },
    'vpc2017:DescribeVpcClassicLink': { title: 'List classic links' },
    'vpc2017:DetachClassicLinkVpc': { title: 'Unlink classic instances' },
  },
  fields: {
    VmIp: { label: 'Instance address' },
    ClassicLinkInstanceSet: { label: 'Classic links' },
    ClassicLinkId: { label: 'Link ID' },
    LanIp: { label: 'Instance address' },
    InstanceName: { label: 'Instance name' },
  },
  values: {
    OrderField: { createTime: 'Created' },
  },
} as const satisfies FamilyText;
