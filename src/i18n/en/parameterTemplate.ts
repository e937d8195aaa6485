export const messages = {
  sorts: 'Kinds of template',
  addresses: 'Addresses',
  addressGroups: 'Address groups',
  services: 'Services',
  serviceGroups: 'Service groups',
  members: 'Members',
  usedBy: 'Used by',
  looking: 'Looking through the rules of all regions…',
  notFoundOut: 'What uses it could not be found out',
  unused: 'No rule and no group uses it',
  line: 'Line {n}, {member}: {problem}',
} as const;
