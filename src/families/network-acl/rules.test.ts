import { expect, test } from 'vitest';
import { decide } from '../../../network/index.ts';
import { type EnteredRule, lostAnswers, readRules, toRule } from './rules.ts';

const rule = (action: 0 | 1, ipProtocol: string, cidrIp: string, portRange: string): EnteredRule => ({
  desc: '',
  action,
  ipProtocol,
  cidrIp,
  portRange,
});
const rulesOf = (...entries: EnteredRule[]) => entries.map(toRule);
const everything = rule(1, 'all', '0.0.0.0/0', 'ALL');

test('a rule being typed is no rule yet', () => {
  expect(readRules([rule(1, 'tcp', '10.0.0.', '80')])).toBe(null);
  expect(readRules([rule(1, 'tcp', '10.0.0.1', '80-')])).toBe(null);
  const read = readRules([rule(0, 'TCP', '10.0.0.2/24', '90-100'), everything]);
  expect(read && decide(read, { protocol: 'TCP', address: '10.0.0.9', port: 95 })).toEqual({ action: 'DROP', rule: 0 });
});

test('answers need a rule to the ports that clients use', () => {
  const web = rulesOf(rule(1, 'tcp', '10.0.0.0/8', '443'));
  expect(lostAnswers(web, rulesOf(everything))).toEqual([]);
  expect(lostAnswers(web, rulesOf(rule(1, 'tcp', '10.0.0.0/8', '1024-65535')))).toEqual([]);
  // The server's own port is of no use to the client.
  expect(lostAnswers(web, rulesOf(rule(1, 'tcp', '10.0.0.0/8', '443')))).not.toEqual([]);
  const half = lostAnswers(web, rulesOf(rule(1, 'tcp', '10.0.0.0/9', '1024-65535')));
  expect(half).toMatchObject([{ protocols: 1, low: 1024, high: 65535 }]);
  expect(half[0]?.from).toBe(0x0a800000);
});

test('what is denied first needs no answer', () => {
  const through = rulesOf(rule(0, 'tcp', '10.1.0.0/16', 'ALL'), rule(1, 'tcp', '10.1.0.0/16', '22'));
  expect(lostAnswers(through, [])).toEqual([]);
});
