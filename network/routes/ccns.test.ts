/** CCNs against an oracle that reads blocks as texts of bits, and the cases that stay unknown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIp } from '../addresses/ip.ts';
import { indexOf } from '../model/look-up.ts';
import { emptyModel, type ModelCcn, type ModelCcnAttachment, type NetworkModel } from '../model/model.ts';
import type { PathQuery } from '../paths/path.ts';
import { trace } from '../paths/trace.ts';
import { enterCcn, targetIn } from './ccns.ts';
import { effectiveRoutesOfTable } from './routes.ts';

const open = [{ action: 'ACCEPT', protocol: 'ALL', port: 'ALL', cidr: '0.0.0.0/0' }] as const;
const vpcs = ['a', 'b', 'c'];
const blockOf = (at: number): string => `10.${at}.0.0/16`;

/** Three VPCs of one subnet and one interface each, all in one CCN that each has a route into. */
function joined(ccn: Partial<ModelCcn> = {}, attachments: Partial<Record<string, Partial<ModelCcnAttachment>>> = {}): NetworkModel {
  return {
    ...emptyModel,
    vpcs: vpcs.map((name, at) => ({ id: `vpc-${name}`, account: '1', region: 'ap-guangzhou', cidr: blockOf(at) })),
    subnets: vpcs.map((name, at) => ({ id: `subnet-${name}`, vpc: `vpc-${name}`, cidr: `10.${at}.1.0/24`, networkAcl: null })),
    routeTables: vpcs.map((name) => ({
      id: `rtb-${name}`,
      vpc: `vpc-${name}`,
      main: true,
      routes: [{ destination: '10.0.0.0/8', type: 'CCN', gateway: 'ccn-1' }],
    })),
    interfaces: vpcs.map((name, at) => ({
      id: `eni-${name}`,
      vpc: `vpc-${name}`,
      subnet: `subnet-${name}`,
      addresses: [{ address: `10.${at}.1.5`, primary: true }],
      securityGroups: ['sg'],
      instance: `ins-${name}`,
    })),
    securityGroups: [{ id: 'sg', account: '1', region: 'ap-guangzhou', ingress: open, egress: open }],
    ccns: [
      {
        id: 'ccn-1',
        state: 'available',
        selections: [],
        routes: vpcs.map((name, at) => ({ routeTable: 'main', destination: blockOf(at), instance: `vpc-${name}`, enabled: true })),
        ...ccn,
      },
    ],
    ccnAttachments: vpcs.map((name) => ({
      id: `ccn-1 vpc-${name}`,
      ccn: 'ccn-1',
      instance: `vpc-${name}`,
      type: 'VPC',
      state: 'active',
      routeTable: 'main',
      ...attachments[name],
    })),
  };
}

const ask = (model: NetworkModel, to = 'eni-b') =>
  trace(model, { from: { interface: 'eni-a' }, to: { interface: to }, protocol: 'TCP', port: 22 });

describe('IPv6 and secondary ranges in a CCN', () => {
  const six = (at: number): string => `2402:4e00:${at + 1}::/56`;
  const both = (routes: readonly string[], base = joined()): NetworkModel => ({
    ...base,
    vpcs: base.vpcs.map((row, at) => ({ ...row, secondaryCidrs: [`172.${16 + at}.0.0/16`], ipv6Cidrs: [six(at)] })),
    subnets: base.subnets.flatMap((row, at) => [
      { ...row, ipv6Cidr: six(at).replace('/56', '/64') },
      { ...row, id: `${row.id}-2`, cidr: `172.${16 + at}.1.0/24`, ipv6Cidr: null },
    ]),
    interfaces: base.interfaces.flatMap((row, at) => [
      { ...row, ipv6Addresses: [{ address: `2402:4e00:${at + 1}::5`, primary: true }] },
      { ...row, id: `${row.id}-2`, subnet: `${row.subnet}-2`, addresses: [{ address: `172.${16 + at}.1.5`, primary: true }] },
    ]),
    routeTables: base.routeTables.map((row, at) => ({
      ...row,
      routes: [1, 0]
        .map(six)
        .concat('172.16.0.0/12')
        .flatMap((destination) => (destination === six(at) ? [] : [{ destination, type: 'CCN', gateway: 'ccn-1' }])),
    })),
    securityGroups: base.securityGroups.map((row) => {
      const all = [...open, { ...open[0], cidr: '::/0' }];
      return { ...row, ingress: all, egress: all };
    }),
    ccns: base.ccns.map((row) => ({
      ...row,
      routes: routes.map((text) => {
        const [name = '', destination = ''] = text.split(' ');
        return { routeTable: 'main', destination, instance: `vpc-${name}`, enabled: true };
      }),
    })),
  });
  const verdict = (model: NetworkModel, query: Partial<PathQuery>) => {
    const { verdict: found, because } = trace(model, {
      from: { interface: 'eni-a' },
      to: { interface: 'eni-b' },
      protocol: 'TCP',
      port: 22,
      ...query,
    });
    return [found, because?.code ?? null];
  };

  it('are followed by the routes that it lists', () => {
    const whole = both([`a ${six(0)}`, `b ${six(1)}`, 'a 172.16.0.0/16', 'b 172.17.0.0/16']);
    expect(verdict(whole, { family: 'IPv6' })).toEqual(['reachable', null]);
    expect(verdict(whole, { from: { interface: 'eni-a-2' }, to: { interface: 'eni-b-2' } })).toEqual(['reachable', null]);
    const narrow = both([`a ${six(0)}`, `b ${six(1)}`, 'a 172.16.0.0/16']);
    expect(verdict(narrow, { from: { interface: 'eni-a-2' }, to: { interface: 'eni-b-2' } })).toEqual(['blocked', 'no-ccn-route']);
  });

  it('of IPv6 stay unknown in one that lists no such route, and are lost where it lists others', () => {
    expect(verdict(both(['a 10.0.0.0/16', 'b 10.1.0.0/16']), { family: 'IPv6' })).toEqual(['unknown', 'ipv6-next-hop']);
    expect(verdict(both([`a ${six(0)}`]), { family: 'IPv6' })).toEqual(['blocked', 'no-ccn-route']);
  });
});

describe('a route into a CCN', () => {
  it('leads into the attached VPC and back, with the CCN among the hops', () => {
    const answer = ask(joined());
    expect(answer.verdict).toBe('reachable');
    expect(answer.forward.find(({ step }) => step === 'ccn')).toMatchObject({ id: 'ccn-1', vpc: 'vpc-b', result: 'pass' });
    expect(answer.return.find(({ step }) => step === 'ccn')).toMatchObject({ id: 'ccn-1', vpc: 'vpc-a', result: 'pass' });
  });

  it('loses what no route in force leads to, and what a table does not have', () => {
    const off = joined().ccns[0]?.routes?.map((route) => ({ ...route, enabled: route.instance !== 'vpc-b' })) ?? [];
    expect(ask(joined({ routes: off }))).toMatchObject({ verdict: 'blocked', because: { code: 'no-ccn-route', id: 'ccn-1' } });
    expect(ask(joined({}, { a: { routeTable: 'other' } }))).toMatchObject({ verdict: 'blocked', because: { code: 'no-ccn-route' } });
    // The answer finds no way back.
    expect(ask(joined({}, { b: { routeTable: 'other' } }))).toMatchObject({ verdict: 'blocked', decidedBy: { way: 'return' } });
  });

  it('is dead without an attachment, or with one that waits', () => {
    const model = joined();
    const apart = { ...model, ccnAttachments: model.ccnAttachments.filter(({ instance }) => instance !== 'vpc-a') };
    expect(ask(apart)).toMatchObject({ verdict: 'blocked', because: { code: 'not-in-ccn', id: 'ccn-1', vpc: 'vpc-a' } });
    expect(ask(joined({}, { a: { state: 'pending' } }))).toMatchObject({ because: { code: 'next-hop-not-active', state: 'pending' } });
    expect(ask(joined({ state: 'arrears' }))).toMatchObject({ verdict: 'blocked', because: { code: 'next-hop-not-active' } });
  });

  it('stays unknown where nobody tells: another account’s CCN, routes or policies that were not read, odd states', () => {
    const model = joined();
    const [ccn] = model.ccns;
    const { routes: _, ...mute } = ccn as ModelCcn;
    const { selections: __, ...blind } = ccn as ModelCcn;
    for (const ccns of [[], [mute], [blind]]) {
      expect(ask({ ...model, ccns })).toMatchObject({ verdict: 'unknown', because: { code: 'ccn-routes-not-known', id: 'ccn-1' } });
    }
    expect(ask(joined({}, { a: { state: 'unknown', told: 'ODD' } }))).toMatchObject({ because: { code: 'state-not-known', told: 'ODD' } });
    const gap = { kind: 'ccnAttachments', because: 'x' } as const;
    expect(ask({ ...model, ccnAttachments: [], gaps: [gap] })).toMatchObject({ verdict: 'unknown', because: { code: 'not-known' } });
    const far = { ...model, vpcs: model.vpcs.filter(({ id }) => id !== 'vpc-b') };
    expect(trace(far, { from: { interface: 'eni-a' }, to: { address: '10.1.1.5' }, protocol: 'TCP', port: 22 }).verdict).toBe('unknown');
  });

  it('is routed by the table that a policy chooses by the source', () => {
    const selections = [{ instance: 'vpc-a', source: '10.0.1.0/24', routeTable: 'other' }];
    expect(ask(joined({ selections }))).toMatchObject({ verdict: 'blocked', because: { code: 'no-ccn-route' } });
    const elsewhere = [{ instance: 'vpc-a', source: '10.0.9.0/24', routeTable: 'other' }];
    expect(ask(joined({ selections: elsewhere })).verdict).toBe('reachable');
  });

  it('says of a route of a table what the CCN makes of it', () => {
    const [, route] = effectiveRoutesOfTable(joined(), 'rtb-a');
    expect(route).toMatchObject({ status: 'active', remarks: [{ code: 'partly-in-ccn', id: 'ccn-1' }] });
  });
});

const bits = (address: string): string =>
  address
    .split('.')
    .map((octet) => Number(octet).toString(2).padStart(8, '0'))
    .join('');
const inside = (cidr: string, address: string): boolean => {
  const [base = '', length = ''] = cidr.split('/');
  return bits(base).slice(0, Number(length)) === bits(address).slice(0, Number(length));
};

const block = fc.constantFrom('10.0.0.0/8', '10.0.0.0/9', '10.1.0.0/16', '10.1.0.0/17', '10.1.128.0/17', '10.2.0.0/16', '10.2.1.0/24');
const table = fc.constantFrom('main', 'other');
const instance = fc.constantFrom('vpc-a', 'vpc-b', 'vpc-c');

it('takes the longest of the routes in force of the table that is asked, as an oracle does', () => {
  const routes = fc.array(fc.record({ routeTable: table, destination: block, instance, enabled: fc.boolean() }), { maxLength: 8 });
  const selections = fc.uniqueArray(fc.record({ instance, source: block, routeTable: table }), {
    maxLength: 3,
    selector: ({ instance: of, source }) => `${of} ${source}`,
  });
  const address = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(1, 127, 128, 200)).map(([a, b]) => `10.${a}.${b}.5`);
  fc.assert(
    fc.property(routes, selections, address, address, (all, policies, source, destination) => {
      const model = joined({ routes: all, selections: policies });
      const entry = enterCcn(indexOf(model), 'vpc-a', 'ccn-1');
      if (entry.kind !== 'in') throw new Error(entry.kind);
      const found = targetIn(indexOf(model), entry, 'vpc-a', parseIp(source) ?? 0, parseIp(destination) ?? 0);
      let [chosen, depth] = ['main', -1];
      for (const policy of policies) {
        const length = Number(policy.source.split('/')[1]);
        if (policy.instance === 'vpc-a' && inside(policy.source, source) && length > depth) [chosen, depth] = [policy.routeTable, length];
      }
      const fitting = all.filter((route) => route.enabled && route.routeTable === chosen && inside(route.destination, destination));
      const longest = Math.max(...fitting.map((route) => Number(route.destination.split('/')[1])));
      const ends = new Set(fitting.filter((route) => route.destination.endsWith(`/${longest}`)).map((route) => route.instance));
      const said = found.kind === 'to' ? found.instance : found.kind;
      expect(said).toBe(ends.size === 0 ? 'block' : ends.size > 1 ? 'unknown' : [...ends][0]);
    }),
    { numRuns: 300 },
  );
});
