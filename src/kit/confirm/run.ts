/** One operation on several resources, one after the other, so that it can be followed, stopped, and tried again. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FamilyModule } from '../../../catalogue/lazy.ts';
import { type ApiError, isNotFound, toApiError } from '../../api/api-error.ts';
import { perform } from '../../api/mutate.ts';
import { type AnyRow, idOf, nameOf, requireOperation, rowParams } from '../../lib/family.ts';
import type { Scope } from '../../lib/scope.ts';
import { type ParamValues, valuesIn } from '../form/param-values.ts';

export interface BatchStep {
  readonly state: 'running' | 'done' | 'started' | 'failed';
  readonly error?: ApiError;
}

interface BatchRun {
  /** Resource id → how far it is; rows that have not been touched are absent. */
  readonly steps: ReadonlyMap<string, BatchStep>;
  readonly running: boolean;
  readonly start: (rows: readonly AnyRow[]) => Promise<ReadonlyMap<string, BatchStep>>;
  /** The one in flight is finished, no further one is begun. */
  readonly stop: () => void;
}

interface RunOptions {
  readonly operation: string;
  /** What is called for a row instead, where members of the family are served by different actions. */
  readonly operationFor?: ((row: AnyRow) => string) | undefined;
  /** What the row itself does not tell under the action's own names. */
  readonly params?: ((row: AnyRow) => ParamValues<string>) | undefined;
}

export function useRun(scope: Scope, module: FamilyModule, { operation, operationFor, params }: RunOptions): BatchRun {
  const client = useQueryClient();
  const [steps, setSteps] = useState<ReadonlyMap<string, BatchStep>>(new Map());
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);

  const start = async (rows: readonly AnyRow[]): Promise<ReadonlyMap<string, BatchStep>> => {
    stopped.current = false;
    setRunning(true);
    const now = new Map(steps);
    const put = (id: string, step: BatchStep): void => {
      now.set(id, step);
      setSteps(new Map(now));
    };
    for (const row of rows) {
      if (stopped.current) break;
      const { name, data } = requireOperation(module, operationFor?.(row) ?? operation);
      const id = idOf(module, row);
      put(id, { state: 'running' });
      try {
        const all = { ...rowParams(module, data, row), ...valuesIn(params?.(row)) };
        const done = await perform(client, scope, { module, name, params: all, label: nameOf(module, row) || id });
        put(id, { state: done.task ? 'started' : 'done' });
      } catch (error) {
        // Somebody else was faster: what was wanted is so.
        put(id, operation === 'delete' && isNotFound(error) ? { state: 'done' } : { state: 'failed', error: toApiError(error) });
      }
    }
    setRunning(false);
    return now;
  };
  return {
    steps,
    running,
    start,
    stop: () => {
      stopped.current = true;
    },
  };
}
