import { Link2, Unlink } from 'lucide-react';
import { exactly } from '../../kit/exactly.ts';
import { standardFamily } from '../../kit/standard-family.tsx';
import { part } from '../../lib/part.tsx';

const FreeEip = part(async () => (await import('../free-eip-control.tsx')).FreeEipControl);

export const { Pages, Contained } = standardFamily('dhcp-ip', {
  columns: [
    { field: 'PrivateIpAddress', width: 136 },
    { field: 'State', width: 120 },
    { field: 'AddressIp', width: 136 },
    { field: 'VpcId', width: 176 },
    { field: 'SubnetId', width: 176 },
    { field: 'NetworkInterfaceId', defaultHidden: true },
    'CreatedTime',
  ],
  actions: (t) =>
    exactly({
      disabledReason: ({ AddressIp }) => (AddressIp ? t('dhcpIp.unbindFirst', { address: AddressIp }) : null),
      verbs: [
        { operation: 'associate', icon: Link2, isVisible: ({ AddressIp }) => !AddressIp },
        { operation: 'disassociate', icon: Unlink, isVisible: ({ AddressIp }) => Boolean(AddressIp) },
      ],
    }),
  // Said even where it is one: today's cloud wants it, although its description calls it optional.
  Create: {
    fields: ['DhcpIpName', 'VpcId', 'SubnetId', 'SecondaryPrivateIpAddressCount'],
    initial: { SecondaryPrivateIpAddressCount: '1' },
  },
  Edit: true,
  verbs: {
    associate: { precondition: ({ AddressIp }) => ({ AddressIp }), components: { AddressIp: FreeEip } },
  },
});
