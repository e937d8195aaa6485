import type { FamilyText } from '../shape.ts';

export const text = {
  one: 'elastic IP',
  many: 'elastic IPs',
  what: 'A public IPv4 address that belongs to the account until it is released. It is bound to an instance or to one private address of a network interface, and can be moved.',
  actions: {
    'vpc:AllocateAddresses': {
      title: 'Allocate elastic IPs',
      what: 'Takes addresses into the account. Their number is limited by region and by day.',
    },
    'vpc:DescribeAddresses': { title: 'List elastic IPs' },
    'vpc:AssociateAddress': {
      title: 'Bind elastic IP',
      done: 'Bound {what}',
      what: 'Binds a free elastic IP to an instance, or to a private address of a network interface. The ordinary public address that was there is released.',
    },
    'vpc:DisassociateAddress': {
      title: 'Unbind elastic IP',
      done: 'Unbound {what}',
      what: 'Takes the elastic IP away from what it is bound to. It stays in the account, and may cost while it is idle.',
    },
    'vpc:ModifyAddressAttribute': { title: 'Rename elastic IP' },
    'vpc:ReleaseAddresses': {
      title: 'Release elastic IPs',
      done: 'Released {what}',
      what: 'Gives the addresses back. They may not be had again. Only unbound ones can be released.',
    },
    'vpc:TransformAddress': {
      title: 'Turn public IP into elastic IP',
      what: 'Keeps the address that an instance has now, and makes an elastic IP of it.',
    },
  },
  fields: {
    AddressId: { label: 'Elastic IP ID' },
    AddressIds: { label: 'Elastic IPs' },
    AddressName: { label: 'Name', help: 'Up to 20 characters.' },
    AddressStatus: { label: 'State' },
    AddressIp: { label: 'Address' },
    AddressSet: { label: 'Elastic IPs' },
    BindedResourceId: { label: 'Bound to' },
    PrivateAddressIp: { label: 'Private address' },
    'vpc:AssociateAddress.PrivateIpAddress': {
      label: 'Private address',
      help: 'Needed with a network interface: which of its addresses to bind to.',
    },
    IsArrears: { label: 'In arrears' },
    IsBlocked: { label: 'Blocked' },
    AddressCount: { label: 'How many' },
    ReallocateNormalPublicIp: {
      label: 'Give back an ordinary public address',
      help: 'Only for the primary address of an instance, ten times a day.',
    },
  },
  values: {
    AddressStatus: { UNBIND: 'Not bound', BIND: 'Bound', BIND_ENI: 'Bound to an interface', BINDED: 'Bound' },
  },
} as const satisfies FamilyText;
