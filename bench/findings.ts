/** What judging a network for findings costs: 100 VPCs, 1,000 subnets, 5,000 interfaces, 500 groups. Processor time, and the longest slice. */
import { kindsOfFindings } from '../network/findings/all-kinds.ts';
import { findings } from '../network/findings/findings.ts';
import type { ModelInterface, ModelNetworkAcl, ModelSecurityGroup, ModelSubnet, NetworkModel } from '../network/model/model.ts';
import { joinModels } from '../network/model/model.ts';
import { allow, soundVpc } from '../network/testing/sound-network.ts';

/** A sound VPC with eight more subnets, three more groups and 48 more machines, half of them behind an ACL and on public addresses. */
function wideVpc(at: number): NetworkModel {
  const one = soundVpc(at, `n${at}`, String(1 + (at % 2)));
  const [vpc, block] = [`vpc-n${at}`, `10.${at}`];
  const numbers = (n: number) => Array.from({ length: n }, (_, number) => number);
  const subnets = numbers(8).map(
    (n): ModelSubnet => ({
      ...{ id: `subnet-n${at}-${n}`, vpc, cidr: `${block}.${10 + n}.0/24`, ipv6Cidr: null, zone: `z-${n % 3}` },
      ...{ networkAcl: n % 2 ? `acl-${at}` : null, routeTable: `rtb-n${at}-${n % 2 ? 'web' : 'data'}` },
    }),
  );
  const groups = numbers(3).map(
    (n): ModelSecurityGroup => ({
      ...{ id: `sg-n${at}-${n}`, account: String(1 + (at % 2)), region: 'ap-guangzhou', egress: [allow('ALL', 'ALL')] },
      ingress: [
        ...numbers(20).map((r) => allow('TCP', String(1000 + ((r * 37 + n * 11 + at) % 6000)), { cidr: `10.${(at + r) % 100}.${r}.0/24` })),
        ...[allow('TCP', '443'), allow('TCP', '22', { cidr: '113.0.0.0/24' })],
      ],
    }),
  );
  const interfaces = subnets.flatMap((subnet, n) =>
    numbers(6).map((i): ModelInterface => {
      const address = { address: `${block}.${10 + n}.${5 + i}`, primary: true, ...(n % 2 ? { publicAddress: `44.${at}.${n}.${i}` } : {}) };
      const own = [`sg-n${at}-${(n + i) % 3}`, ...(i % 2 ? [`sg-n${at}-data`] : [])];
      return {
        ...{ id: `eni-n${at}-${n}-${i}`, vpc, subnet: subnet.id, addresses: [address], ipv6Addresses: [] },
        ...{ securityGroups: own, instance: `ins-${at}-${n}-${i}` },
      };
    }),
  );
  const acl: ModelNetworkAcl = {
    ...{ id: `acl-${at}`, vpc, egress: [allow('TCP', '1024-65535'), allow('TCP', '443')] },
    ingress: numbers(12).map((r) =>
      allow('TCP', r === 11 ? '1024-65535' : String(403 + r * 8), { cidr: r % 3 ? '0.0.0.0/0' : '10.0.0.0/8' }),
    ),
  };
  return {
    ...one,
    subnets: [...one.subnets, ...subnets],
    securityGroups: [...one.securityGroups, ...groups],
    interfaces: [...one.interfaces, ...interfaces],
    networkAcls: [acl],
  };
}

const rows = Array.from({ length: 5 }, () => {
  const model = joinModels(Array.from({ length: 100 }, (_, at) => wideVpc(at)));
  const start = process.cpuUsage();
  const slices = findings(model, '2026-11-28', kindsOfFindings);
  let [longest, last, count] = [0, performance.now(), 0];
  for (;;) {
    const { done, value } = slices.next();
    const now = performance.now();
    [longest, last, count] = [Math.max(longest, now - last), now, count + 1];
    if (!done) continue;
    const { user, system } = process.cpuUsage(start);
    return {
      'processor ms': Math.round((user + system) / 1000),
      'longest slice ms': Math.round(longest),
      slices: count,
      findings: value.findings.length,
      interfaces: model.interfaces.length,
    };
  }
});
console.table(rows);
