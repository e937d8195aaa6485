/** Filters of today that name no field of a row: where in the row their values stand, "*" for each of a list. */
export const places: Readonly<Record<string, readonly string[]>> = {
  'address-ip': ['PrivateIpAddressSet.*.PrivateIpAddress', 'AddressSet.*', 'Ipv6AddressSet.*.Address'],
  'address-ipv6': ['Ipv6AddressSet.*.Address'],
  'public-address-ip': ['PrivateIpAddressSet.*.PublicIpAddress'],
  'is-primary': ['Primary'],
  'eni-type': ['EniType'],
  'eni-qos': ['QosLevel'],
  'nat-state': ['State'],
  'next-hop-type': ['RouteSet.*.GatewayType'],
  'service-port': ['ServiceSet.*'],
  'nat-gateway': ['NatGatewayId'],
  vpc: ['VpcId'],
  public: ['PublicIpAddress'],
  private: ['PrivateIpAddress'],
  resource: ['ResourceId'],
};
