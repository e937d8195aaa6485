/**
 * What was begun on databases from this browser. The cloud names such work once, in the answer, and no action of the
 * documents lists it: whoever leaves the page would never find the name again.
 */
import { create } from 'zustand';

const key = 'weft.cdb-begun';
/** Older ones make room. */
const most = 20;

interface StartedRequest {
  /** The account's key; undefined for the default one. */
  readonly account: string | undefined;
  readonly InstanceId: string;
  readonly AsyncRequestId: string;
  readonly RequestId: string;
  /** ISO 8601. */
  readonly at: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isBegun(value: unknown): value is StartedRequest {
  const { InstanceId, AsyncRequestId, RequestId, at } = (value ?? {}) as Partial<StartedRequest>;
  return [InstanceId, AsyncRequestId, RequestId, at].every(isText);
}

/** What a storage holds; nothing where it is damaged. */
export function begunIn(text: string | null): readonly StartedRequest[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isBegun) : [];
  } catch {
    return [];
  }
}

function stored(): readonly StartedRequest[] {
  try {
    return begunIn(localStorage.getItem(key));
  } catch {
    return []; // Storage may be forbidden.
  }
}

const useStore = create<{ readonly begun: readonly StartedRequest[] }>(() => ({ begun: stored() }));

/** The latest first. */
export const useBegun = (): readonly StartedRequest[] => useStore((state) => state.begun);

export function keepBegun(one: StartedRequest): void {
  const begun = [one, ...stored()].slice(0, most);
  useStore.setState({ begun });
  try {
    localStorage.setItem(key, JSON.stringify(begun));
  } catch {
    // It is then known until the page is closed.
  }
}
