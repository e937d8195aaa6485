import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectedAnswers } from './fixtures/expected.ts';
import { readRuleTable } from './read.ts';
import { outcomeText } from './testing.ts';
import type { TableNames } from './values.ts';

const folder = `${import.meta.dirname}/fixtures`;
const names: TableNames = { serviceTemplates: new Map(), addressTemplates: new Map(), groups: new Map([['web', 'sg-ohuuioma']]) };

/** What each file of the folder shows. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'a word that is not understood makes no rule': [
    'zh-heading-rule-word',
    'zh-denials',
    'merged-action',
    'unknown-words',
    'negations',
    'port-words',
    'internet',
    'json-direction',
    'check-point',
    'json-effect',
    'footnote-marks',
  ],
  'the encoding is told by the bytes, or asked': [
    'gbk',
    'utf16-excel',
    'utf16be',
    'utf16le-without-mark',
    'windows-1252',
    'big5',
    'lost-characters',
    'binary',
    'workbook.xlsx',
  ],
  'a column that narrows is understood or refused, and a disabled rule left out': [
    'enabled-column',
    'json-enabled',
    'negate-source',
    'netmask',
    'wildcard-in-cell',
    'source-port',
    'expiry',
    'icmp-columns',
    'icmp-type',
    'unknown-column',
    'harmless',
    'palo-alto',
    'fortigate',
    'asa-csv',
    'json-inner-negation',
    'network-policy',
  ],
  'the remote end is that of the direction, and the near end is everyone or a fault': [
    'near-end',
    'only-destination',
    'title-other-direction',
    'two-line-heading',
  ],
  'JSON goes through the same checks, and unknown keys are told': [
    'json-misspelt',
    'json-camel',
    'json-two-ends',
    'json-twice',
    'json-lists-misspelt',
    'json-carried',
    'json-broken',
  ],
  'a priority or an index orders the rules': [
    'priority-sorted',
    'priority-ties',
    'priority-either-way',
    'priority-hides',
    'index-gap',
    'two-orders',
    'huawei-csv',
  ],
  'without a heading that is understood everything is asked': [
    'no-heading',
    'no-heading-switch',
    'two-tables',
    'sections',
    'totals',
    'footnote',
    'extra-cells',
    'lines-of-quotes',
  ],
  'an unclosed quote is a fault, and formulas come back as texts': ['open-quote', 'formula', 'own-csv-before', 'description-only-sheet'],
  'JSON of another shape is told once': ['json-other'],
  'lines are counted as the file counts them': ['blank-lines'],
  'the whole answer of this cloud': ['cloud-answer'],
  'lines of the Terraform provider': [
    'terraform-lite',
    'terraform-lines',
    'terraform-blocks',
    'terraform-comments',
    'terraform-two-groups',
  ],
  'permissions of AWS': ['aws-permissions', 'aws-two-groups', 'aws-rules', 'aws-console', 'aws-acl'],
  'rules of OpenStack and its kin': ['openstack', 'openstack-cli', 'huawei', 'two-owners'],
  'exports of Alibaba Cloud': ['alibaba-answer', 'alibaba-table', 'slash-ports'],
  'rules of Azure and Google Cloud': ['azure', 'gcp'],
  'several blocks and ports in one cell': ['several-in-cells', 'type-heading', 'zero-and-unspecified'],
  'title lines and comments': ['title-line'],
  'a line that says the delimiter': ['sep-line'],
  'line ends of every kind': ['cr-only'],
  'Markdown tables': ['markdown'],
  'IPv6 beside IPv4': ['ipv6', 'family', 'icmp-of-the-other-family', 'host-bits'],
  'texts that are no tables are told as what they are': ['iptables', 'cisco', 'juniper', 'yaml'],
};

it('every file has its outcome and its kind', () => {
  const files = readdirSync(folder)
    .flatMap((name) => (name.endsWith('.txt') ? [name.slice(0, -4)] : []))
    .sort();
  expect(Object.keys(expectedAnswers).sort()).toEqual(files);
  expect(Object.values(kinds).flat().sort()).toEqual(files);
});

describe.each(Object.entries(kinds))('%s', (_, files) => {
  it.each(files)('%s', (name) => {
    const bytes = new Uint8Array(readFileSync(`${folder}/${name}.txt`));
    expect(outcomeText(readRuleTable(bytes, {}, names))).toEqual(expectedAnswers[name]);
  });
});
