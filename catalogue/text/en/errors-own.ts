/** Codes of the carrier: why there is no answer of the cloud, and what to do about it. */
export const meansOwn = {
  CloudTimeout: 'The cloud did not answer in full before the time was up.',
  'CloudTimeout.Connect': 'The cloud’s endpoint did not take the connection before the time was up.',
  CloudUnreachable: 'The cloud’s endpoint cannot be reached.',
  'CloudUnreachable.Name': 'The name of the cloud’s endpoint could not be resolved to an address.',
  'CloudUnreachable.NoRoute': 'The network of the machine that runs Weft has no way to the cloud’s endpoint.',
  'CloudUnreachable.Proxy': 'The proxy on the way to the cloud did not pass the connection on.',
  'CloudUnreachable.Refused': 'Nothing takes connections at the cloud’s endpoint.',
  'CloudUnreachable.Reset': 'The connection to the cloud broke before its answer had arrived.',
  'CloudUnreachable.Tls': 'The certificate of the cloud’s endpoint was not accepted, so nothing was sent.',
  CloudUnreadable: 'What came back is not an answer of the cloud’s API.',
};

export const todoOwn = {
  'CloudTimeout.Connect': 'See whether a firewall drops connections from the machine that runs Weft, then try again.',
  'CloudUnreachable.Name': 'Check the DNS of the machine that runs Weft, and the spelling in WEFT_ENDPOINTS where it is set.',
  'CloudUnreachable.NoRoute': 'Check the network connection and the routes of the machine that runs Weft.',
  'CloudUnreachable.Proxy': 'Check the address, user and password in HTTPS_PROXY, and whether the proxy allows this endpoint.',
  'CloudUnreachable.Refused': 'Check host and port in WEFT_ENDPOINTS where it is set, and whether the service is running.',
  'CloudUnreachable.Tls':
    'Behind a proxy that opens TLS, name its authority in WEFT_CA_FILE. Otherwise someone may be listening in: do not go on.',
  CloudUnreadable: 'See what stands at the endpoint: a proxy or a sign-in page of the network may answer in the cloud’s place.',
};
