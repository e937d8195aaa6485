import { describe, expect, it } from 'vitest';
import { type ListKind, readListTable } from './lists.ts';
import type { TableSource } from './read.ts';

function read(source: TableSource, kind: ListKind): string[] {
  const outcome = readListTable(source, {}, kind);
  if (outcome.kind !== 'reading') return [outcome.kind === 'problem' ? outcome.problem : outcome.kind];
  const { asks, rules, faults, leftOut } = outcome.reading;
  return [
    ...asks.map((ask) => `asks ${ask}`),
    ...rules.map(({ value, name, zone }) => [value, name, zone].filter(Boolean).join(' ')),
    ...(asks.length > 0 ? [] : faults.map(({ line, code }) => `${line}: ${code}`)),
    ...leftOut.map(({ line, code }) => `${line}: left out, ${code}`),
  ];
}

describe('members of an address template', () => {
  it.each<[string, string, string[]]>([
    ['a line each', '10.0.0.0/8\n\n192.0.2.7\r10.0.0.1-10.0.0.9', ['10.0.0.0/8', '192.0.2.7', '10.0.0.1-10.0.0.9']],
    ['side by side', '10.0.0.0/8, 192.0.2.7；192.0.2.8', ['10.0.0.0/8', '192.0.2.7', '192.0.2.8']],
    ['a column of a table', '地址,备注\n10.0.0.0/8,办公\n１０．１．０．０/16,', ['10.0.0.0/8', '10.1.0.0/16']],
    ['with a mask', 'address,mask\n10.0.0.0,255.0.0.0\n10.0.0.0,0.255.255.255', ['10.0.0.0/8', '3: mask-wrong']],
    ['host bits', '10.0.0.5/8', ['1: remote-host-bits']],
    [
      'IPv6',
      '2001:db8::/32\n2001:db8::1 - 2001:db8::9\nfd00::7\n2001:db8::5/32\n1::2::3',
      ['2001:db8::/32', '2001:db8::1-2001:db8::9', 'fd00::7', '4: remote-host-bits', '5: remote-unknown'],
    ],
    ['an exception', '10.0.0.0/8\n!10.1.0.0/16\nnot 10.2.0.0/16', ['10.0.0.0/8', '2: remote-unknown', '3: remote-unknown']],
    [
      'what the cloud would take for everyone',
      '0.0.0.0/8\n0.0.0.0\n0.0.0.0/0',
      ['0.0.0.0/0', '1: remote-host-bits', '2: remote-unspecified'],
    ],
    ['switched off', 'enabled,address\nno,10.0.0.0/8\nyes,10.1.0.0/16', ['10.1.0.0/16', '2: left out, disabled']],
    ['excluded', 'address,exclude\n10.0.0.0/8,no\n10.1.0.0/16,yes', ['10.0.0.0/8', '3: narrows']],
    ['a column that nobody knows', 'address,Kunde\n10.0.0.0/8,ACME', ['asks columns']],
    ['JSON', '["10.0.0.0/8",\n"192.0.2.7"]', ['10.0.0.0/8', '192.0.2.7']],
    ['JSON of the cloud', '{"AddressTemplateName":"a","AddressSet":["10.0.0.0/8"]}', ['10.0.0.0/8']],
    ['JSON of another shape', '{"a":{"b":1}}', ['json-shape']],
    ['a comment', '# office\n10.0.0.0/8', ['10.0.0.0/8', '1: left out, comment']],
  ])('%s', (_, text, expected) => expect(read(text, 'addresses')).toEqual(expected));
});

it.each<[string, string, string[]]>([
  ['as this cloud writes them', 'tcp:80\ntcp:443,8080\nudp:3000-3010\nicmp', ['tcp:80', 'tcp:443,8080', 'udp:3000-3010', 'icmp']],
  ['as people write them', 'TCP 80\n443/tcp\nudp/53', ['tcp:80', 'tcp:443', 'udp:53']],
  ['a port without a protocol', '80', ['1: service-unknown']],
  ['everything', 'all', ['1: service-unknown']],
])('members of a service template, %s', (_, text, expected) => expect(read(text, 'services')).toEqual(expected));

it.each<[string, string, string[]]>([
  ['IPv6', '2001:db8::/64', ['1: list-ipv6']],
  ['with names and zones', 'name,cidr,zone\nweb-a,10.8.6.0/24,ap-guangzhou-3', ['10.8.6.0/24 web-a ap-guangzhou-3']],
  ['an address is no block', '10.8.6.1', ['1: block-needed']],
  ['a range is no block', '10.8.6.0-10.8.6.255', ['1: remote-range']],
])('blocks of a plan, %s', (_, text, expected) => expect(read(text, 'blocks')).toEqual(expected));
