export const messages = {
  addresses: 'Addresses',
  subnets: 'Subnets',
  given: 'In subnets',
  givenOf: 'Addresses of {cidr} that are given to subnets',
  default: 'Default',
  space: 'Address space',
  spaceWords: '{given} of {total} addresses ({share}) are given to {subnets|one # subnet|other # subnets}.',
  suggest: 'Free of other VPCs in this region',
  overlapsOne: 'This range overlaps {names}. VPCs with overlapping ranges can never be peered or share a VPN.',
  overlapsTitle: 'Overlaps other VPCs',
} as const;
