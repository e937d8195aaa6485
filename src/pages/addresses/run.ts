/** Subnets made one after the other through the one way to write, so that each can be followed, stopped and tried again. */
import type { QueryClient } from '@tanstack/react-query';
import type { FamilyModule } from '../../../catalogue/lazy.ts';
import { type ApiError, toApiError } from '../../api/api-error.ts';
import { perform } from '../../api/mutate.ts';
import type { Scope } from '../../lib/scope.ts';

export interface PlannedSubnet {
  readonly name: string;
  /** Also what it is told from the others by: blocks of a plan never overlap. */
  readonly cidr: string;
  readonly zone: string;
}

export interface Result {
  readonly state: 'running' | 'done' | 'failed';
  readonly id?: string | null;
  readonly error?: ApiError;
}

/**
 * The name of a planned subnet: what was typed, then the zone's letter, then a number where a zone comes round again. A
 * hyphen or an underscore at the end of what was typed is the one between.
 */
export function nameOfPlanned(typed: string, letter: string, round: number): string {
  const [, stem = '', mark = ''] = /^(.*?)([-_.]*)$/.exec(typed.trim() || 'subnet') ?? [];
  return `${stem}${mark === '' ? '-' : mark}${letter}${round > 0 ? round + 1 : ''}`;
}

/** By block. */
export type Results = ReadonlyMap<string, Result>;

export const wantsWork = (result: Result | undefined): boolean => result === undefined || result.state === 'failed';

interface RunContext {
  readonly client: QueryClient;
  readonly scope: Scope;
  readonly module: FamilyModule;
  readonly action: string;
  readonly vpc: string;
  /** Aborted: the one under way is finished, no further one is begun. */
  readonly signal: AbortSignal;
}

export async function createAll(
  { client, scope, module, action, vpc, signal }: RunContext,
  plan: readonly PlannedSubnet[],
  before: Results,
  onChange: (results: Results) => void,
): Promise<Results> {
  const now = new Map(before);
  const put = (cidr: string, result: Result): void => {
    now.set(cidr, result);
    onChange(new Map(now));
  };
  for (const { name, cidr, zone } of plan) {
    if (signal.aborted) break;
    put(cidr, { state: 'running' });
    try {
      const params = { VpcId: vpc, SubnetName: name.trim(), CidrBlock: cidr, Zone: zone };
      const { id } = await perform(client, scope, { module, name: action, params, label: name.trim() });
      put(cidr, { state: 'done', id });
    } catch (error) {
      put(cidr, { state: 'failed', error: toApiError(error) });
    }
  }
  return now;
}
