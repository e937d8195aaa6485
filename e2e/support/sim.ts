/** The simulated cloud's control API, as tests use it: worlds, faults and resources that no page can make. */
import type { Family } from '../../catalogue/define.ts';

interface Fault {
  readonly service?: string;
  readonly action?: string;
  readonly kind: 'error' | 'latency' | 'drop-before' | 'drop-after' | 'task-fails' | 'task-never-ends';
  readonly code?: string;
  readonly ms?: number;
  /** How often; null is for ever. Once when left out. */
  readonly times?: number | null;
  /** It strikes each n-th call that it concerns. */
  readonly every?: number;
}

/** A cloud that is asked too much: each answer takes its time, and every third call is refused. */
export const throttlingFaults: readonly Fault[] = [
  { kind: 'latency', ms: 300, times: null },
  { kind: 'error', code: 'RequestLimitExceeded', every: 3, times: null },
];

interface Fill {
  readonly account?: string;
  readonly region: string;
  readonly vpcs: number;
  readonly subnetsPerVpc?: number;
  readonly enisPerSubnet?: number;
}

interface State {
  /** With how many calls each has concerned so far. */
  readonly faults: readonly (Fault & { readonly seen: number })[];
  readonly accounts: readonly {
    readonly name: string;
    readonly uin: string;
    readonly regions: Readonly<Record<string, Readonly<Record<string, number>>>>;
  }[];
}

interface AccountKeys {
  readonly name: string;
  readonly uin: string;
  /** Which API its console speaks, where that is not the documents'. */
  readonly dialect?: 'today';
  readonly secretId: string;
  readonly secretKey: string;
}

export type Sim = ReturnType<typeof simAt>;

/** What the product's simulated cloud is started with, so that tests may use its control API. */
export const controlToken = 'a-fixed-control-token-for-tests';

/** `standing` are faults that every world begins with, and that `clearFaults` leaves. */
export function simAt(url: string, standing: readonly Fault[] = [], token = controlToken) {
  const ask = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${url}/_sim/${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /_sim/${path}: ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  const stand = async (): Promise<void> => {
    for (const fault of standing) await ask('POST', 'faults', fault);
  };
  return {
    /** Orders the standing faults in the world as it is. */
    stand,
    reset: async (seed: 'demo' | 'empty') => {
      await ask('POST', 'reset', { seed });
      await stand();
    },
    fill: (fill: Fill) => ask('POST', 'fill', fill),
    fault: (fault: Fault) => ask('POST', 'faults', fault),
    clearFaults: async () => {
      await ask('DELETE', 'faults');
      await stand();
    },
    /** Adds a row to a table: an instance in a subnet, say, so that the subnet cannot be deleted. */
    resource: (region: string, table: string, row: Readonly<Record<string, unknown>>) => ask('POST', 'resources', { region, table, row }),
    quota: (type: string, limit: number, region?: string) => ask('POST', 'quotas', { type, limit, ...(region ? { region } : {}) }),
    transitions: (family: Family | '*', speed: 'at-once' | { seconds: number } | { reads: number }) =>
      ask('POST', 'transitions', { family, speed }),
    /** Every account with its keys: to look for them where they must not be, and to sign calls in measurements. */
    accounts: async (): Promise<AccountKeys[]> => {
      const { rows } = (await ask('GET', 'snapshot')) as { rows: readonly [string, string, string, AccountKeys][] };
      return rows.flatMap(([table, , , row]) => (table === 'account' ? [row] : []));
    },
    /** Puts the world's clock forward, in seconds. */
    advance: (seconds: number) => ask('POST', 'clock', { advance: seconds }),
    state: async () => (await ask('GET', 'state')) as State,
  };
}
