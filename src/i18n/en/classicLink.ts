export const messages = {
  unlink: 'Unlink',
  noClassic: 'This account has no classic network',
  noClassicBody: 'It is one of the newer accounts that only have VPCs, so there is nothing here to link.',
  noneHere: 'No classic links yet',
  noneHereBody: 'Instances of the classic network reach this VPC once they are linked to it.',
  idsHint: 'The API has no list of classic instances, so their ids are typed.',
  already: '{id} is linked to {vpc} already: unlink it there first.',
  done: 'Linked {n|one one instance|other # instances}',
} as const;
