import { expect, test } from 'vitest';
import { finish } from '../rules/slices.ts';
import { engineRules, lostAnswers } from './acl-answers.ts';
import { entryFrom } from './acl-entries.ts';

const entry = (action: number, ipProtocol: string, cidrIp: string, portRange: string) =>
  entryFrom({ desc: '', action, ipProtocol, cidrIp, portRange });
const rulesOf = (...entries: ReturnType<typeof entry>[]) => engineRules(entries) ?? [];
const lost = (...lists: Parameters<typeof lostAnswers>) => finish(lostAnswers(...lists));
const everything = entry(1, 'all', '0.0.0.0/0', 'ALL');

test('a rule that is not understood, or still being typed, is none for the engine', () => {
  expect(engineRules([entry(2, 'tcp', '10.0.0.0/8', '80')])).toBe(null);
  expect(engineRules([everything, entry(1, 'tcp', '10.0.0.', '80')])).toBe(null);
  expect(engineRules([everything])).toEqual([{ action: 'ACCEPT', protocol: 'ALL', port: 'ALL', cidr: '0.0.0.0/0' }]);
});

test('answers need a rule to the ports that clients use', () => {
  const web = rulesOf(entry(1, 'tcp', '10.0.0.0/8', '443'));
  expect(lost(web, rulesOf(everything))).toEqual([]);
  expect(lost(web, rulesOf(entry(1, 'tcp', '10.0.0.0/8', '1024-65535')))).toEqual([]);
  // The server's own port is of no use to the client.
  expect(lost(web, rulesOf(entry(1, 'tcp', '10.0.0.0/8', '443')))).not.toEqual([]);
  const half = lost(web, rulesOf(entry(1, 'tcp', '10.0.0.0/9', '1024-65535')));
  expect(half).toMatchObject([{ protocols: 1, low: 1024, high: 65535 }]);
  expect(half[0]?.from).toBe(0x0a800000);
});

test('what is denied first needs no answer', () => {
  const through = rulesOf(entry(0, 'tcp', '10.1.0.0/16', 'ALL'), entry(1, 'tcp', '10.1.0.0/16', '22'));
  expect(lost(through, [])).toEqual([]);
});

test('long port lists are worked out in short slices', () => {
  const long = Array.from({ length: 100 }, (_, at) =>
    entry(at % 2, 'tcp', `10.0.0.0/${8 + (at % 24)}`, Array.from({ length: 50 }, (__, port) => String(1 + at + port * 202)).join(',')),
  );
  let slices = 0;
  const work = lostAnswers(rulesOf(...long), rulesOf(...long));
  for (let step = work.next(); !step.done; step = work.next()) slices += 1;
  expect(slices).toBeGreaterThan(5);
});
