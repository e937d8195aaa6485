/** What NAT gateways translate, of the answers to their lists. Pure. */
import type { DnatRule, SnatRule } from '../../catalogue/families/nat-gateway/rules.ts';
import type { Gap, ModelNatPort, ModelNatSource, NetworkModel } from './model.ts';
import { readNatPort, readNatSource } from './read-nat.ts';

/** Where a gateway stands that has rules to list. */
interface ListedNatGateway {
  readonly id: string;
  readonly vpc: string;
  readonly account: string;
  readonly region: string;
}

/** The rows of one list; undefined where they were not read whole. */
interface NatRows<R> {
  readonly rows: readonly R[] | undefined;
  readonly because: string;
}

export interface NatRules {
  readonly gateway: ListedNatGateway;
  readonly ports: NatRows<DnatRule>;
  readonly sources: NatRows<SnatRule>;
}

/** Rows that can be read; of the others, and of a list that is not here, a gap. */
function readAll<R, M>(
  kind: 'natPorts' | 'natSources',
  { gateway, list }: { readonly gateway: ListedNatGateway; readonly list: NatRows<R> },
  read: (row: R) => M,
): { readonly rows: M[]; readonly gaps: Gap[] } {
  const { account, region } = gateway;
  if (!list.rows) return { rows: [], gaps: [{ kind, account, region, because: list.because }] };
  const gaps: Gap[] = [];
  const rows = list.rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      if (!(error instanceof RangeError) && !(error instanceof TypeError)) throw error;
      gaps.push({ kind, account, region, because: `${gateway.id}: ${error.message}` });
      return [];
    }
  });
  return { rows, gaps };
}

/** The parts of a model that the lists tell. Gateways that were not listed may have rules too: `unlisted` are the gaps of their lists. */
export function natRulesOf(all: readonly NatRules[], unlisted: readonly Gap[]): Pick<NetworkModel, 'natPorts' | 'natSources' | 'gaps'> {
  const ports = all.map(({ gateway, ports: list }) =>
    readAll('natPorts', { gateway, list }, (row): ModelNatPort => readNatPort(row, gateway)),
  );
  const sources = all.map(({ gateway, sources: list }) =>
    readAll('natSources', { gateway, list }, (row): ModelNatSource => readNatSource(row, gateway)),
  );
  return {
    natPorts: ports.flatMap(({ rows }) => rows),
    natSources: sources.flatMap(({ rows }) => rows),
    gaps: [
      ...[...ports, ...sources].flatMap(({ gaps }) => gaps),
      ...unlisted.flatMap((gap): Gap[] => [
        { ...gap, kind: 'natPorts' },
        { ...gap, kind: 'natSources' },
      ]),
    ],
  };
}
