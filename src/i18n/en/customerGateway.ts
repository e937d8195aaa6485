export const messages = {
  tunnels: 'VPN connections',
  down: '{n} down',
  unused: 'Unused',
  known: 'The customer gateway {name} has this address already.',
  notPublic: 'This is no address that a device on the internet can have.',
  devices: 'Devices',
  devicesBody: 'For these devices the cloud writes a configuration. It is made on the page of a VPN connection.',
  vendor: 'Vendor',
  platform: 'Platform',
  version: 'Version',
} as const;
