import { describe, expect, it } from 'vitest';
import { boxOfPacket, intersects, type Packet } from '../packets/packet-set.ts';
import { decide } from './decide.ts';
import { expand, noReferences, type Policy, packetsOfPolicy, type References, readProtocolPort } from './policies.ts';

const references: References = {
  addressTemplates: new Map([
    ['ipm-office', ['203.0.113.0/28', '203.0.113.40-203.0.113.43']],
    ['ipm-lab', ['198.51.100.7']],
  ]),
  addressTemplateGroups: new Map([
    ['ipmg-people', ['ipm-office', 'ipm-lab']],
    ['ipmg-half', ['ipm-lab', 'ipm-gone']],
  ]),
  serviceTemplates: new Map([
    ['ppm-web', ['tcp:80', 'TCP: 443']],
    ['ppm-ping', ['icmp:all']],
  ]),
  serviceTemplateGroups: new Map([['ppmg-usual', ['ppm-web', 'ppm-ping']]]),
  members: (group) =>
    group === 'sg-web'
      ? { addresses: ['10.0.0.4', '10.0.0.5'], complete: true }
      : group === 'sg-part'
        ? { addresses: ['10.0.0.9'], complete: false }
        : null,
};

describe('expand', () => {
  it('keeps the order of the policies, and each policy its addresses and services', () => {
    const policies: Policy[] = [
      { action: 'DROP', protocol: 'TCP', port: '80', addressTemplate: 'ipm-lab' },
      { action: 'ACCEPT', serviceTemplate: 'ppmg-usual', addressTemplate: 'ipmg-people' },
      { action: 'ACCEPT', protocol: 'TCP', port: '3306', securityGroup: 'sg-web' },
    ];
    const { rules, unresolved, count } = expand(policies, references);
    expect(unresolved).toEqual([]);
    expect(rules.map(({ policy }) => policy)).toEqual([0, ...Array<number>(9).fill(1), 2, 2]);
    expect(count).toBe(1 + 3 * 3 + 1);
    const deciding = (packet: Packet) => {
      const { action, rule } = decide(rules, packet);
      return rule === null ? action : `${action} by ${rules[rule]?.policy}`;
    };
    expect(deciding({ protocol: 'TCP', address: '198.51.100.7', port: 80 })).toBe('DROP by 0');
    expect(deciding({ protocol: 'TCP', address: '198.51.100.7', port: 443 })).toBe('ACCEPT by 1');
    expect(deciding({ protocol: 'ICMP', address: '203.0.113.43' })).toBe('ACCEPT by 1');
    expect(deciding({ protocol: 'ICMP', address: '203.0.113.44' })).toBe('DROP');
    expect(deciding({ protocol: 'TCP', address: '10.0.0.5', port: 3306 })).toBe('ACCEPT by 2');
    expect(deciding({ protocol: 'TCP', address: '10.0.0.6', port: 3306 })).toBe('DROP');
  });

  it('lists what is not known instead of guessing', () => {
    const policies: Policy[] = [
      { action: 'ACCEPT', protocol: 'TCP', port: '22', addressTemplate: 'ipmg-half' },
      { action: 'ACCEPT', serviceTemplate: 'ppm-gone', cidr: '10.0.0.0/8' },
      { action: 'DROP', protocol: 'ALL', port: 'ALL', securityGroup: 'sg-part' },
    ];
    const { rules, unresolved } = expand(policies, references);
    expect(unresolved).toEqual([
      { policy: 0, reference: 'ipm-gone' },
      { policy: 1, reference: 'ppm-gone' },
      { policy: 2, reference: 'sg-part' },
    ]);
    expect(rules.map(({ cidr }) => cidr)).toEqual(['198.51.100.7', '10.0.0.9']);
  });
});

describe('packetsOfPolicy', () => {
  const holds = (set: ReturnType<typeof packetsOfPolicy>['packets'], packet: Packet) =>
    set.some((box) => intersects(box, boxOfPacket(packet)));

  it('holds the packets of the expanded rules', () => {
    const policy: Policy = { action: 'ACCEPT', serviceTemplate: 'ppmg-usual', addressTemplate: 'ipmg-people' };
    const { packets, unsure } = packetsOfPolicy(policy, 0, references);
    const { rules } = expand([policy], references);
    expect(unsure).toEqual([]);
    for (const address of ['203.0.113.0', '203.0.113.15', '203.0.113.16', '203.0.113.39', '203.0.113.40', '203.0.113.44', '198.51.100.7']) {
      for (const port of [79, 80, 81, 443]) {
        const packet: Packet = { protocol: 'TCP', address, port };
        expect(holds(packets, packet)).toBe(decide(rules, packet).action === 'ACCEPT');
      }
    }
  });

  it('keeps apart what it may match besides', () => {
    const { packets, unsure, missing } = packetsOfPolicy(
      { action: 'ACCEPT', protocol: 'TCP', port: '22', securityGroup: 'sg-part' },
      0,
      references,
    );
    expect(missing).toEqual(['sg-part']);
    const at = (address: string, port: number): Packet => ({ protocol: 'TCP', address, port });
    expect([holds(packets, at('10.0.0.9', 22)), holds(unsure, at('10.0.0.9', 22))]).toEqual([true, false]);
    expect([holds(packets, at('10.0.0.8', 22)), holds(unsure, at('10.0.0.8', 22))]).toEqual([false, true]);
    expect([holds(packets, at('10.0.0.8', 23)), holds(unsure, at('10.0.0.8', 23))]).toEqual([false, false]);
  });

  it('names a text of a template that cannot be read: what it stands for is not known', () => {
    const broken = new Map([['ipm-x', ['10.0.0.300', '10.0.0.1']]]);
    const policy: Policy = { action: 'ACCEPT', protocol: 'TCP', port: '22', addressTemplate: 'ipm-x' };
    const { packets, unsure, missing } = packetsOfPolicy(policy, 4, { ...noReferences, addressTemplates: broken });
    expect(missing).toEqual(['ipm-x "10.0.0.300"']);
    const ssh: Packet = { protocol: 'TCP', address: '10.0.0.2', port: 22 };
    expect([holds(packets, { ...ssh, address: '10.0.0.1' }), holds(packets, ssh), holds(unsure, ssh)]).toEqual([true, false, true]);
    expect(() => readProtocolPort('sctp:80')).toThrow('"sctp:80" is not a service');
  });
});
