export const messages = {
  title: 'Acceleration proxies (GAAP)',
  lead: 'Opens proxies that were closed. The documents behind this console have no list of proxies: type their ids.',
  costs: 'Proxies that are opened are charged from then on.',
  results: 'What came of each proxy',
  begun: 'Opening',
  begunWords: 'Accepted. The documents name no action that tells when it is open.',
  notClosed: 'Not touched',
  notClosedWords: 'It was not closed, so there was nothing to open.',
  failed: 'Failed',
  failedWords: 'The cloud could not open it. It may be tried again.',
} as const;
