import { expect, it } from 'vitest';
import { resetCall } from './plan-calls.ts';
import { ruleFrom, sentPolicy } from './policy.ts';
import { isKnown, type KnownRule } from './rule-set.ts';

const known = (listed: object): KnownRule => {
  const rule = ruleFrom(listed);
  if (!isKnown(rule)) throw new Error(rule.reasons.join());
  return rule;
};

const open = { CidrBlock: '0.0.0.0/0', Action: 'ACCEPT' };
const everything: KnownRule = {
  action: 'ACCEPT',
  service: { kind: 'ports', protocol: 'ALL', port: 'ALL' },
  remote: { kind: 'address', cidr: '0.0.0.0/0' },
  description: '',
};

it('asks today for all ports of ALL, and no documented API for a port of what has none', () => {
  expect(sentPolicy(everything, true)).toEqual({ ...open, Protocol: 'ALL', Port: 'ALL' });
  expect(sentPolicy(everything, false)).toEqual({ ...open, Protocol: 'ALL' });
  const ping: KnownRule = { ...everything, service: { kind: 'ports', protocol: 'ICMP', port: 'ALL' } };
  expect(sentPolicy(ping, true)).toEqual({ ...open, Protocol: 'ICMP' });
});

it('gives the port of an untouched rule back to today in the word it came in', () => {
  const rows = [
    { ...open, Protocol: 'ALL', Port: 'all' },
    { ...open, Protocol: 'ICMP', Port: 'ALL' },
    { ...open, Protocol: 'ICMPv6' },
  ];
  const wanted = { ingress: rows.map(known), egress: [] };
  expect(resetCall('sg-1', '1', wanted, true).params.SecurityGroupPolicySet.Ingress).toEqual(rows);
});
