/** What NAT gateways translate is read only of those whose accounts speak `today`: nobody else has such rules. */
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { use, useDeferredValue, useMemo, useState } from 'react';
import { loadFamily } from '../../catalogue/lazy.ts';
import type { NetworkModel } from '../../network/model/model.ts';
import { type NatRules, natRulesOf } from '../../network/model/nat-rules.ts';
import { listOptions } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
import { memberList, membersOf } from '../lib/members.ts';
import { dialectIn, useConsole } from '../lib/scope.ts';
import { useSpokenModule } from '../lib/spoken.ts';
import type { OwnedScope, ResourceFacts } from './assemble.ts';
import { isSettled, type QueryAnswer, together, wholeRows, whyNotWhole } from './list-answers.ts';

const portList = memberList('nat-gateway', 'dnat');
const sourceList = memberList('nat-gateway', 'snat', { id: 'NatGatewaySnatId' });

export interface WithNatRules {
  readonly model: NetworkModel;
  /** Every list has arrived, or was refused. */
  readonly complete: boolean;
  /** Reads all of them again. */
  readonly again: () => void;
  readonly rereading: boolean;
}

/** The model with the rules of its NAT gateways, two lists for each. Suspends for the catalogue's data alone. */
export function useNatRules(model: NetworkModel, known: ReadonlyMap<string, ResourceFacts>, scopes: readonly OwnedScope[]): WithNatRules {
  const t = useT();
  const info = useConsole();
  const gateways = useMemo(
    () =>
      model.natGateways.flatMap(({ id, vpc }) => {
        const scope = known.get(id)?.scope;
        return scope && dialectIn(info, scope) === 'today' ? [{ id, vpc, scope }] : [];
      }),
    [model, known, info],
  );
  const asked = gateways.length > 0;
  // What stands on the page stays there while the catalogue's data comes.
  const needed = useDeferredValue(asked);
  const plain = needed ? use(loadFamily('nat-gateway')) : null;
  // The page's own account may speak as the documents do, and then its families know no rules.
  const module = useSpokenModule(plain, 'today');
  const views = module && {
    ports: membersOf(module, portList),
    sources: membersOf(module, sourceList),
  };
  const asking = {
    ports: views ? gateways.map(({ id, scope }) => listOptions(scope, views.ports, { NatGatewayIds: [id] })) : [],
    sources: views ? gateways.map(({ id, scope }) => listOptions(scope, views.sources, { NatGatewayId: id })) : [],
  };
  const ports = useQueries({ queries: asking.ports, combine: together });
  const sources = useQueries({ queries: asking.sources, combine: together });
  const client = useQueryClient();
  const [rereading, setRereading] = useState(false);
  const again = (): void => {
    setRereading(true);
    const all = [...asking.ports, ...asking.sources].map(({ queryKey }) => client.refetchQueries({ queryKey, exact: true }));
    void Promise.allSettled(all).then(() => setRereading(false));
  };
  const reading = t('ui.loading');
  const whole = useMemo((): NetworkModel => {
    const rowsOf = <R>(answer: QueryAnswer<R> | undefined) => ({
      rows: wholeRows(answer),
      because: whyNotWhole(answer, { reading, partial: t('kit.inconsistent') }),
    });
    const all = gateways.map(
      ({ id, vpc, scope }, at): NatRules => ({
        gateway: { id, vpc, account: scope.owner, region: scope.region },
        ports: rowsOf(ports[at]),
        sources: rowsOf(sources[at]),
      }),
    );
    const spoken = scopes.filter((scope) => dialectIn(info, scope) === 'today');
    const unlisted = model.gaps.filter(
      ({ kind, account, region }) =>
        kind === 'natGateways' &&
        spoken.some((scope) => (account ?? scope.owner) === scope.owner && (region ?? scope.region) === scope.region),
    );
    if (all.length === 0 && unlisted.length === 0) return model;
    const rules = natRulesOf(all, unlisted);
    return { ...model, ...rules, gaps: [...model.gaps, ...rules.gaps] };
  }, [model, gateways, ports, sources, scopes, info, reading, t]);
  return { model: whole, complete: asked === needed && ports.every(isSettled) && sources.every(isSettled), again, rereading };
}
