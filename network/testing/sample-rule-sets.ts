/** Generated rules for the tests: few addresses and ports, so that rules meet each other often. */
import * as fc from 'fast-check';
import { hasPort, isIpv6, type KnownRule } from '../rule-sets/rule-set.ts';
import type { References } from '../rules/policies.ts';

const addresses = ['10.0.0.0/8', '10.0.0.0/30', '10.0.0.1', '10.0.0.2/31', '0.0.0.0/0', '203.0.113.7', '2001:db8::/126', '::/0'];
const ports = ['ALL', '22', '80', '20-25', '22,80'];

const service = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('ports' as const),
      protocol: fc.constantFrom('TCP' as const, 'UDP', 'ICMP', 'ICMPv6', 'ALL'),
      port: fc.constantFrom(...ports),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('template' as const), id: fc.constantFrom('ppm-known', 'ppm-unknown') }) },
);

const remote = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('address' as const), cidr: fc.constantFrom(...addresses) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('template' as const), id: fc.constantFrom('ipm-known', 'ipm-unknown') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('group' as const), id: fc.constantFrom('sg-known', 'sg-unknown') }) },
);

/** ICMP and ICMPv6 each go with their own family. */
function withItsIcmp(rule: KnownRule): KnownRule {
  const { service, remote } = rule;
  if (service.kind !== 'ports' || remote.kind !== 'address' || !service.protocol.startsWith('ICMP')) return rule;
  return { ...rule, service: { ...service, protocol: isIpv6(remote.cidr) ? 'ICMPv6' : 'ICMP' } };
}

export const anyRule: fc.Arbitrary<KnownRule> = fc
  .record({ action: fc.constantFrom('ACCEPT' as const, 'DROP'), service, remote, description: fc.constantFrom('', '', 'a', 'b') })
  .map(withItsIcmp)
  .map((rule) =>
    rule.service.kind === 'ports' && !hasPort(rule.service.protocol) ? { ...rule, service: { ...rule.service, port: 'ALL' } } : rule,
  );

export const references: References = {
  addressTemplates: new Map([['ipm-known', ['10.0.0.0/29', '203.0.113.7']]]),
  addressTemplateGroups: new Map(),
  serviceTemplates: new Map([['ppm-known', ['tcp:80', 'udp:22']]]),
  serviceTemplateGroups: new Map(),
  members: (group) => (group === 'sg-known' ? { addresses: ['10.0.0.1', '10.0.0.3'], complete: true } : null),
};
