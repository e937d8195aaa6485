import { describe, expect, it } from 'vitest';
import { references } from '../testing/sample-rule-sets.ts';
import { type CloneTarget, cloneRules, leavesDenials, selfId, withSelf } from './clone.ts';
import { ruleFrom } from './policy.ts';
import type { KnownRule } from './rule-set.ts';

const rule = (more: Partial<KnownRule>): KnownRule => ({
  action: 'ACCEPT',
  service: { kind: 'ports', protocol: 'TCP', port: '22' },
  remote: { kind: 'address', cidr: '10.0.0.0/8' },
  description: '',
  ...more,
});
const nowhere: CloneTarget = { ids: new Set(), groups: new Map(), addressTemplates: new Map(), serviceTemplates: new Map() };
const names = new Map([
  ['sg-web', 'web'],
  ['ipm-known', 'office'],
]);
const carried = (ingress: KnownRule[], there = nowhere) =>
  cloneRules({ ingress, egress: [] }, 'sg-self', there, references, (id) => names.get(id) ?? id);

describe('carrying rules to another place', () => {
  it('keeps addresses, and names of the group itself', () => {
    const own = rule({ remote: { kind: 'group', id: 'sg-self' } });
    const { rules, left } = carried([rule({}), own]);
    expect(left).toEqual([]);
    expect(rules.ingress).toEqual([rule({}), { ...own, remote: { kind: 'group', id: selfId } }]);
    expect(withSelf(rules, 'sg-new').ingress[1]?.remote).toEqual({ kind: 'group', id: 'sg-new' });
  });

  it('finds groups and templates by id or by name', () => {
    const there: CloneTarget = {
      ids: new Set(['ppm-known']),
      groups: new Map([['web', 'sg-there']]),
      addressTemplates: new Map([['office', 'ipm-there']]),
      serviceTemplates: new Map([['office', 'ppm-office']]),
    };
    const { rules } = carried(
      [
        rule({ remote: { kind: 'group', id: 'sg-web' } }),
        rule({ remote: { kind: 'template', id: 'ipm-known' }, service: { kind: 'template', id: 'ppm-known' } }),
      ],
      there,
    );
    expect(rules.ingress.map(({ remote, service }) => [remote, service.kind === 'template' ? service.id : ''])).toEqual([
      [{ kind: 'group', id: 'sg-there' }, ''],
      [{ kind: 'template', id: 'ipm-there' }, 'ppm-known'],
    ]);
  });

  it('writes templates out that are not there, and leaves out what nobody knows', () => {
    const { rules, left, writtenOut } = carried([
      rule({ remote: { kind: 'template', id: 'ipm-known' }, service: { kind: 'template', id: 'ppm-known' } }),
      rule({ remote: { kind: 'group', id: 'sg-web' } }),
      rule({ remote: { kind: 'template', id: 'ipm-unknown' } }),
    ]);
    expect(
      rules.ingress.map(({ remote, service }) => [
        remote.kind === 'address' && remote.cidr,
        service.kind === 'ports' && `${service.protocol} ${service.port}`,
      ]),
    ).toEqual([
      ['10.0.0.0/29', 'TCP 80'],
      ['203.0.113.7', 'TCP 80'],
      ['10.0.0.0/29', 'UDP 22'],
      ['203.0.113.7', 'UDP 22'],
    ]);
    expect(writtenOut).toEqual(['ipm-known', 'ppm-known']);
    expect(left.map(({ index, names: what }) => [index, what])).toEqual([
      [1, 'sg-web'],
      [2, 'ipm-unknown'],
    ]);
  });

  it('leaves what cannot be read in a template, and tells when a denial stays behind', () => {
    const odd = {
      ...references,
      serviceTemplates: new Map([['ppm-odd', ['tcp:80', 'sctp:80']]]),
      addressTemplates: new Map([['ipm-odd', ['10.0.0.0/8', 'example.com']]]),
    };
    const copy = (action: 'ACCEPT' | 'DROP') =>
      cloneRules(
        {
          ingress: [
            rule({ action, service: { kind: 'template', id: 'ppm-odd' } }),
            rule({ action, remote: { kind: 'template', id: 'ipm-odd' } }),
            rule({}),
          ],
          egress: [],
        },
        'sg-self',
        nowhere,
        odd,
        (id) => id,
      );
    expect(copy('DROP').left.map(({ names: what }) => what)).toEqual(['ppm-odd', 'ipm-odd']);
    expect(copy('DROP').rules.ingress).toEqual([rule({})]);
    expect([leavesDenials(copy('DROP')), leavesDenials(copy('ACCEPT'))]).toEqual([true, false]);
    const carriedWith = (Action: string) =>
      cloneRules(
        { ingress: [ruleFrom({ Protocol: 'SCTP', CidrBlock: '10.0.0.0/8', Action })], egress: [] },
        '',
        nowhere,
        references,
        String,
      );
    expect(['ACCEPT', 'DROP', 'REJECT'].map((action) => leavesDenials(carriedWith(action)))).toEqual([false, true, true]);
  });
});
