import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../network/rule-sets/rule-set.ts';
import { type Names, readRemote, readService } from '../../../network/rule-sets/text.ts';
import { type ReadFor, type ReadRule, readRuleFile, ruleCsv, ruleJson, toTable } from './rule-files.ts';

const names: Names = {
  serviceTemplates: new Map([['remote-login', 'ppm-f5n1f8da']]),
  addressTemplates: new Map([['办公网出口', 'ipm-2uw6ujo6']]),
  groups: new Map([['web', 'sg-ohuuioma']]),
};
const tcp = (port: string) => ({ value: { kind: 'ports', protocol: 'TCP', port } });

describe('a cell', () => {
  it.each([
    ['443', tcp('443')],
    ['tcp 443', tcp('443')],
    ['TCP:8000-8010', tcp('8000-8010')],
    ['tcp/all', tcp('ALL')],
    ['tcp 80, 443', tcp('80,443')],
    ['SSH', tcp('22')],
    ['udp 53', { value: { kind: 'ports', protocol: 'UDP', port: '53' } }],
    ['icmp', { value: { kind: 'ports', protocol: 'ICMP', port: 'ALL' } }],
    ['any', { value: { kind: 'ports', protocol: 'ALL', port: 'ALL' } }],
    ['remote-login', { value: { kind: 'template', id: 'ppm-f5n1f8da' } }],
    ['ppmg-f5n1f8da', { value: { kind: 'template', id: 'ppmg-f5n1f8da' } }],
    ['tcp', { fault: 'port-needed' }],
    ['icmp 80', { fault: 'port-not-here' }],
    ['tcp 70000', { fault: 'port-wrong' }],
    ['tcp 80,90-99', { fault: 'port-wrong' }],
    ['', { fault: 'service-empty' }],
    ['nonsense', { fault: 'service-unknown' }],
  ])('of a service, "%s"', (text, expected) => expect(readService(text, names)).toEqual(expected));

  it.each([
    ['10.0.0.1', { value: { kind: 'address', cidr: '10.0.0.1' } }],
    ['10.0.0.0/24', { value: { kind: 'address', cidr: '10.0.0.0/24' } }],
    ['10.0.0.2/24', { fault: 'remote-host-bits' }],
    ['2001:db8::1/64', { fault: 'remote-host-bits' }],
    ['2001:DB8:0::/64', { value: { kind: 'address', cidr: '2001:db8::/64' } }],
    ['Anywhere', { value: { kind: 'address', cidr: '0.0.0.0/0' } }],
    ['web', { value: { kind: 'group', id: 'sg-ohuuioma' } }],
    ['办公网出口', { value: { kind: 'template', id: 'ipm-2uw6ujo6' } }],
    ['::/0', { value: { kind: 'address', cidr: '::/0' } }],
    ['10.0.0.1-10.0.0.9', { fault: 'remote-range' }],
    ['10.0.0', { fault: 'remote-unknown' }],
    ['010.0.0.1', { fault: 'remote-unknown' }],
    ['', { fault: 'remote-empty' }],
  ])('of a remote end, "%s"', (text, expected) => expect(readRemote(text, names)).toEqual(expected));
});

/** The rules of a text that can be taken as they are. */
function taken(text: string, where: ReadFor = {}): readonly ReadRule[] {
  const outcome = readRuleFile(text, {}, { names, ...where });
  if (outcome.kind !== 'reading') throw new Error(`${outcome.kind} ${JSON.stringify(outcome)}`);
  expect(outcome.reading.faults).toEqual([]);
  expect(outcome.reading.asks).toEqual([]);
  return outcome.reading.rules;
}

describe('a table', () => {
  it('is read from a spreadsheet with headings in any order and either language', () => {
    expect(taken('来源\t协议\t端口\t策略\t备注\n10.0.0.0/8\tTCP\t22\t允许\t办公\nweb\tALL\t\t拒绝\t')).toEqual([
      {
        direction: 'ingress',
        rule: { action: 'ACCEPT', service: tcp('22').value, remote: { kind: 'address', cidr: '10.0.0.0/8' }, description: '办公' },
      },
      {
        direction: 'ingress',
        rule: {
          action: 'DROP',
          service: { kind: 'ports', protocol: 'ALL', port: 'ALL' },
          remote: { kind: 'group', id: 'sg-ohuuioma' },
          description: '',
        },
      },
    ]);
  });

  it('takes nothing that its list cannot hold', () => {
    const outcome = readRuleFile('action,protocol,port,source\nallow,tcp,22,web', {}, { names, references: false });
    expect(outcome.kind === 'reading' && [outcome.reading.rules, outcome.reading.faults.map(({ code }) => code)]).toEqual([
      [],
      ['not-here'],
    ]);
  });

  it('carries what is not known through files, and no reader makes a rule of it', () => {
    const listed = { Protocol: 'SCTP', Port: '22', CidrBlock: '10.0.0.0/8', Action: 'ACCEPT' };
    const set: RuleSet = { ingress: [{ kind: 'carried', listed, reasons: ['Protocol SCTP'] }], egress: [] };
    expect(JSON.parse(ruleJson(set))).toMatchObject({ Ingress: [], Carried: { Ingress: [{ Place: 0, Listed: listed }] } });
    for (const text of [ruleCsv(set), toTable('ingress', set.ingress), ruleJson(set)]) {
      const outcome = readRuleFile(text);
      expect(outcome.kind === 'reading' && [outcome.reading.rules, outcome.reading.faults.map(({ code }) => code)]).toEqual([
        [],
        ['carried'],
      ]);
    }
  });
});
