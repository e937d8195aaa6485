import { openingFor } from '../openings.ts';
import { portKind } from '../port-kinds.ts';
import { remoteShells, riskyPorts } from '../risky-ports.ts';

/** Services without encryption that strangers reach. Port 80 beside 443 only sends people there. */
export const internetReachesCleartext = portKind({
  id: 'internet-reaches-cleartext',
  portClass: 'cleartext',
  severity: 'medium',
  forSome: 'medium',
  graver: { ports: remoteShells, severity: 'high' },
  portsOf: ({ openings }) => {
    const hasTls = openingFor(openings, 'TCP', 443) !== undefined;
    return riskyPorts.cleartext.ports.filter((port) => port !== 80 || !hasTls);
  },
});
