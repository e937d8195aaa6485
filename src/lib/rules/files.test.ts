import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, readAny, readJson, readTable, toCsv, toJson, toTable } from './files.ts';
import type { KnownRule, KnownSet } from './model.ts';
import { anyRule } from './testing.ts';
import { type Names, readFar, readService } from './text.ts';

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
    ['10.0.0.2/24', { fault: 'far-host-bits' }],
    ['2001:db8::1/64', { fault: 'far-host-bits' }],
    ['2001:DB8:0::/64', { value: { kind: 'address', cidr: '2001:db8::/64' } }],
    ['Anywhere', { value: { kind: 'address', cidr: '0.0.0.0/0' } }],
    ['web', { value: { kind: 'group', id: 'sg-ohuuioma' } }],
    ['办公网出口', { value: { kind: 'template', id: 'ipm-2uw6ujo6' } }],
    ['::/0', { value: { kind: 'address', cidr: '::/0' } }],
    ['10.0.0.1-10.0.0.9', { fault: 'far-range' }],
    ['10.0.0', { fault: 'far-unknown' }],
    ['010.0.0.1', { fault: 'far-unknown' }],
    ['', { fault: 'far-empty' }],
  ])('of a far end, "%s"', (text, expected) => expect(readFar(text, names)).toEqual(expected));
});

describe('a table', () => {
  it('is read from a spreadsheet with headings in any order and either language', () => {
    const { rules, unread } = readTable('来源\t协议\t端口\t策略\t备注\n10.0.0.0/8\tTCP\t22\t允许\t办公\nweb\tALL\t\t拒绝\t', names);
    expect(unread).toEqual([]);
    expect(rules).toEqual([
      {
        direction: null,
        rule: { action: 'ACCEPT', ...{ service: tcp('22').value }, far: { kind: 'address', cidr: '10.0.0.0/8' }, description: '办公' },
      },
      {
        direction: null,
        rule: {
          action: 'DROP',
          service: { kind: 'ports', protocol: 'ALL', port: 'ALL' },
          far: { kind: 'group', id: 'sg-ohuuioma' },
          description: '',
        },
      },
    ]);
  });

  it('is read without headings by what its cells hold', () => {
    const { rules } = readTable('inbound,allow,tcp,443,0.0.0.0/0,"the, web"\nssh,203.0.113.7,on call');
    expect(rules.map(({ rule }) => [rule.action, rule.service, rule.far, rule.description])).toEqual([
      ['ACCEPT', tcp('443').value, { kind: 'address', cidr: '0.0.0.0/0' }, 'the, web'],
      ['ACCEPT', tcp('22').value, { kind: 'address', cidr: '203.0.113.7' }, 'on call'],
    ]);
    expect(rules[0]?.direction).toBe('ingress');
  });

  it('says which lines it could not read, and why', () => {
    expect(readTable('action,service,source\nallow,ssh,10.0.0.0/8\nallow,ssh,somewhere\nmaybe,ssh,10.0.0.1').unread).toEqual([
      { line: 3, text: 'allow · ssh · somewhere', fault: 'far-unknown' },
      { line: 4, text: 'maybe · ssh · 10.0.0.1', fault: 'action-unknown' },
    ]);
  });

  it('keeps quotes, new lines in quotes, and undoes the apostrophe that guards formulas', () => {
    expect(cellsOf('a,"b ""c""\nd"\r\n"\'=x",e')).toEqual([
      ['a', 'b "c"\nd'],
      ['=x', 'e'],
    ]);
  });
});

const real = (rule: KnownRule): KnownRule => ({
  ...rule,
  service: rule.service.kind === 'template' ? { kind: 'template', id: 'ppm-f5n1f8da' } : rule.service,
  far: rule.far.kind === 'address' ? rule.far : { kind: rule.far.kind, id: rule.far.kind === 'group' ? 'sg-ohuuioma' : 'ipm-2uw6ujo6' },
});
const rules = fc.array(
  fc.tuple(anyRule, fc.constantFrom('', '=evil()', 'a, "b"', '中文')).map(([rule, description]) => real({ ...rule, description })),
  { maxLength: 6 },
);
const direct = (set: KnownSet) => [
  ...set.ingress.map((rule) => ({ direction: 'ingress', rule })),
  ...set.egress.map((rule) => ({ direction: 'egress', rule })),
];

it('what is written is read back the same, as CSV, as JSON and from the clipboard', () => {
  fc.assert(
    fc.property(rules, rules, (ingress, egress) => {
      const set = { ingress, egress };
      expect(readAny(toCsv(set)).rules).toEqual(direct(set));
      expect(readAny(toJson(set)).rules).toEqual(direct(set));
      if (ingress.length > 0 && ingress.every(({ description }) => description === '中文')) {
        expect(readAny(toTable('ingress', ingress)).rules).toEqual(direct({ ingress, egress: [] }));
      }
    }),
  );
});

it('JSON of another kind is none of ours, and its rules are checked like typed ones', () => {
  expect(readJson('{"a":1}')).toBeNull();
  expect(readJson('no json')).toBeNull();
  const bad = readJson(
    JSON.stringify({ Ingress: [{ Action: 'ACCEPT', Protocol: 'TCP', Port: '99999', CidrBlock: '10.0.0.0/8' }, { Action: 'x' }, 7] }),
  );
  expect(bad?.rules).toEqual([]);
  expect(bad?.unread.map(({ fault }) => fault)).toEqual(['carried', 'action-unknown', 'action-unknown']);
});
