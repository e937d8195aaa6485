import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkModel } from '../model/model.ts';
import { anyQuestion } from '../testing/sample-paths.ts';
import { peeredNetwork } from '../testing/two-vpcs.ts';
import type { Repair } from './path.ts';
import { trace } from './trace.ts';

/** The model after the change that a repair describes. */
function apply(model: NetworkModel, repair: Repair): NetworkModel {
  switch (repair.kind) {
    case 'add-policy':
    case 'add-acl-rule': {
      const rule = { action: 'ACCEPT', protocol: repair.protocol, port: repair.port, cidr: repair.cidr } as const;
      const at = repair.before ?? Number.MAX_SAFE_INTEGER;
      const put = <T>(rules: readonly T[], one: T) => rules.toSpliced(at, 0, one);
      if (repair.kind === 'add-policy') {
        const groups = model.securityGroups.map((row) =>
          row.id === repair.securityGroup ? { ...row, [repair.direction]: put(row[repair.direction], rule) } : row,
        );
        return { ...model, securityGroups: groups };
      }
      const acls = model.networkAcls.map((row) =>
        row.id === repair.networkAcl ? { ...row, [repair.direction]: put(row[repair.direction], rule) } : row,
      );
      return { ...model, networkAcls: acls };
    }
    case 'add-route':
    case 'replace-route': {
      const { destination, type, gateway } = repair;
      const old = repair.kind === 'replace-route' ? repair.instead.row : null;
      const tables = model.routeTables.map((row) =>
        row.id === repair.routeTable
          ? { ...row, routes: [...row.routes.filter((route) => route !== old), { destination, type, gateway }] }
          : row,
      );
      return { ...model, routeTables: tables };
    }
    case 'remove-route': {
      const tables = model.routeTables.map((row) =>
        row.id === repair.routeTable ? { ...row, routes: row.routes.filter((route) => route !== repair.route.row) } : row,
      );
      return { ...model, routeTables: tables };
    }
    case 'accept-peering':
    case 'revive-peering':
      return { ...model, peerings: model.peerings.map((row) => (row.id === repair.peering ? { ...row, state: 'active' } : row)) };
    case 'create-peering':
      return { ...model, peerings: [...model.peerings, { id: `pcx-${model.peerings.length}`, vpcs: repair.vpcs, state: 'active' }] };
    case 'bind-eip': {
      const boundTo = { interface: repair.interface, privateAddress: repair.privateAddress };
      return { ...model, eips: [...model.eips, { id: `eip-${model.eips.length}`, address: `43.9.0.${model.eips.length}`, boundTo }] };
    }
  }
}

describe('repairs', () => {
  it('take their stops away, until the path is open or what is left is not for a change of this kind to mend', () => {
    const ends = new Map<string, number>();
    fc.assert(
      fc.property(anyQuestion, ({ model: start, question: { from, to, ...rest } }) => {
        const query = { ...rest, from: from.startsWith('eni') ? { interface: from } : { address: from }, to };
        let model = start;
        let answer = trace(model, query);
        for (let rounds = 0; answer.repairs.length > 0; rounds += 1) {
          expect(answer.verdict).not.toBe('reachable');
          expect(rounds).toBeLessThan(8);
          model = answer.repairs.reduce(apply, model);
          answer = trace(model, query);
        }
        const end = answer.verdict === 'reachable' ? 'reachable' : `${answer.verdict} ${answer.because?.code}`;
        ends.set(end, (ends.get(end) ?? 0) + 1);
      }),
      { numRuns: 600 },
    );
    expect(ends.get('reachable') ?? 0).toBeGreaterThan(300);
    expect([...ends.keys()].filter((end) => /filtered|no-public-address|several-routes/.test(end))).toEqual([]);
  });

  it('tell the route there and the route back at once', () => {
    const model = peeredNetwork([], []);
    const answer = trace(model, { from: { interface: 'eni-a' }, to: { interface: 'eni-b' }, protocol: 'TCP', port: 443 });
    expect(answer.because).toEqual({ code: 'no-route', routeTable: 'rtb-a' });
    expect(answer.repairs).toEqual([
      { kind: 'add-route', routeTable: 'rtb-a', destination: '10.1.0.0/16', type: 'PEERCONNECTION', gateway: 'pcx-ab' },
      { kind: 'add-route', routeTable: 'rtb-b', destination: '10.0.0.0/16', type: 'PEERCONNECTION', gateway: 'pcx-ab' },
    ]);
  });
});
