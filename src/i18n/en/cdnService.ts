export const messages = {
  title: 'CDN service (Alibaba Cloud)',
  lead: 'Opens the content delivery network of Alibaba Cloud for an account. It is done once; regions play no part.',
  account: 'Account',
  accountHelp: 'The Alibaba Cloud account that the service is opened for.',
  costs: 'Traffic or bandwidth is charged from then on, by what you choose here.',
  done: 'The CDN service is open for {account}',
  noAccount: 'No Alibaba Cloud account is configured',
  noAccountBody: 'Weft reads one from these environment variables when it starts. Set both, then start it again.',
} as const;
