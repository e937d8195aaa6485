import { formatIp } from '../../addresses/ip.ts';
import type { PathQuery } from '../../paths/path.ts';
import { trace } from '../../paths/trace.ts';
import type { Evidence, FindingDraft } from '../finding.ts';
import type { FindingKind, Ground } from '../kind.ts';
import { type NatPath, natPaths, natPortText } from '../nat-paths.ts';
import { riskyPorts } from '../risky-ports.ts';

const risky = new Map([...riskyPorts.admin.ports, ...riskyPorts.database.ports].map((port) => [port, true]));

function packet({ model }: Ground, { port, witness }: NatPath): Evidence[] {
  if (witness === null) return [];
  const query: PathQuery = {
    from: { address: formatIp(witness) },
    to: { address: port.publicAddress },
    protocol: port.protocol,
    port: port.publicPort,
  };
  const { verdict, forward, return: back } = trace(model, query);
  return [{ type: 'packet', query, verdict, forward, return: back }];
}

function draft(ground: Ground, path: NatPath): FindingDraft {
  const { port, state, addresses } = path;
  const gateway = { of: 'natGateways', id: port.natGateway } as const;
  return {
    causes: [gateway],
    meaning: `${port.protocol} ${port.publicAddress}:${port.publicPort} ${port.address}:${port.port}`,
    severity: 'critical',
    moves: state === 'closed' ? [{ because: 'no-packet', to: 'low' }] : [],
    idle: state === 'closed',
    parameters: {
      port: port.port,
      publicPort: port.publicPort,
      publicAddress: port.publicAddress,
      address: port.address,
      addresses,
      state,
    },
    evidence: [{ type: 'row', thing: gateway, property: 'forward', value: natPortText(port) }, ...packet(ground, path)],
    symptoms:
      path.interface === null
        ? []
        : [{ thing: { of: 'interfaces', id: path.interface }, what: String(port.port), reason: state === 'closed' ? path.reason : null }],
    fix: { code: 'open', thing: gateway },
  };
}

/** A NAT gateway's port that leads to a shell, a desktop or a database. Named senders may come in. */
export const natForwardsRiskyPort: FindingKind = {
  id: 'nat-forwards-risky-port',
  group: 'internet',
  severity: 'critical',
  needs: ['natGateways', 'natPorts', 'interfaces', 'subnets', 'routeTables', 'securityGroups', 'networkAcls', 'eips'],
  *judge(ground) {
    const paths = yield* natPaths(ground);
    const asked = paths.filter(({ port, interface: id }) => port.protocol === 'TCP' && risky.has(port.port) && id !== null);
    return {
      findings: asked.filter(({ state }) => state === 'open' || state === 'closed').map((path) => draft(ground, path)),
      doubts: asked.flatMap(({ state, reason, interface: id }) =>
        state === 'unknown' && reason && id !== null ? [{ thing: { of: 'interfaces' as const, id }, reason }] : [],
      ),
      looked: paths.length,
    };
  },
};
