/** Adds the routes that a peering lacks, a call for each table: one after the other, each read again before it is written. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { loadFamily } from '../../catalogue/lazy.ts';
import { type RouteAddition, routeAddition } from '../../network/routes/added-routes.ts';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { perform } from '../api/mutate.ts';
import { readRowAgain } from '../api/read-again.ts';
import { requireOperation } from '../lib/family.ts';
import type { Scope } from '../lib/scope.ts';

/** A table that lacks routes, and where it stands. */
export interface LackingTable {
  readonly id: string;
  readonly vpc: string;
  readonly scope: Scope;
  readonly subnets: number;
  readonly destinations: readonly string[];
}

export type AddStep =
  | { readonly state: 'running' }
  | { readonly state: 'gone' }
  | ({ readonly state: 'done' } & RouteAddition)
  | { readonly state: 'failed'; readonly error: ApiError };

async function addTo(client: QueryClient, { id, scope, destinations }: LackingTable, peering: string): Promise<AddStep> {
  try {
    const module = await loadFamily('route-table');
    const table = await readRowAgain(client, scope, module, id);
    if (!table) return { state: 'gone' };
    const wanted = routeAddition(table.RouteSet, destinations, peering);
    if (wanted.add.length > 0) {
      const { name } = requireOperation(module, 'createRoutes');
      const Routes = wanted.add.map((DestinationCidrBlock) => ({
        DestinationCidrBlock,
        GatewayType: 'PEERCONNECTION',
        GatewayId: peering,
      }));
      await perform(client, scope, { module, name, params: { RouteTableId: id, Routes }, label: table.RouteTableName || id });
    }
    return { state: 'done', ...wanted };
  } catch (error) {
    return { state: 'failed', error: toApiError(error) };
  }
}

interface RouteAdder {
  /** By table; absent where nothing has been begun. */
  readonly steps: ReadonlyMap<string, AddStep>;
  readonly running: boolean;
  readonly start: (tables: readonly LackingTable[]) => Promise<void>;
  /** The call in flight is finished, no further one is begun. */
  readonly stop: () => void;
}

export function useAddRoutes(peering: string): RouteAdder {
  const client = useQueryClient();
  const [steps, setSteps] = useState<ReadonlyMap<string, AddStep>>(new Map());
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);
  return {
    steps,
    running,
    start: async (tables) => {
      stopped.current = false;
      setRunning(true);
      const put = (id: string, step: AddStep): void => setSteps((known) => new Map(known).set(id, step));
      for (const table of tables) {
        if (stopped.current) break;
        put(table.id, { state: 'running' });
        put(table.id, await addTo(client, table, peering));
      }
      setRunning(false);
    },
    stop: () => {
      stopped.current = true;
    },
  };
}
