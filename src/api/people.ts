/** How people sign in, and which sessions are open. */
import { readAnswer, request } from './call.ts';

/** Whom people sign in with: what the button says; null where it is the sign-in link. */
export async function readProviderName(signal?: AbortSignal): Promise<string | null> {
  const answer = (await readAnswer(await request('/api/sign-in', { signal }))) as { readonly provider: string | null };
  return answer.provider;
}

/** A session as the server lists it. Times are milliseconds of the epoch. */
export interface SessionEntry {
  readonly id: string;
  readonly person: { readonly name: string | null; readonly email: string | null };
  readonly created: number;
  readonly seen: number;
  /** Opened by a program, not by a browser. */
  readonly script: boolean;
  /** The one of this very browser. */
  readonly current: boolean;
}

/** The person's own sessions, the one used last first; everybody's for admins. */
export async function readSessions(signal?: AbortSignal): Promise<readonly SessionEntry[]> {
  const answer = (await readAnswer(await request('/api/sessions', { signal }))) as { readonly sessions: readonly SessionEntry[] };
  return answer.sessions;
}

export async function endSession(id: string): Promise<void> {
  await readAnswer(await request(`/api/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' }));
}
