/** The proxy's own questions: who is signed in, which accounts there are, which cloud this is. */
import type { ConsoleInfo } from '../lib/scope.ts';
import { ApiError } from './api-error.ts';
import { readAnswer, request } from './call.ts';
import { awaitConsole } from './run.ts';

/** True when the token was taken; a wrong one is false, anything else throws ApiError. */
export async function signIn(token: string): Promise<boolean> {
  const response = await request('/api/session', { method: 'POST', body: { token } });
  if (response.status === 401) return false;
  await readAnswer(response);
  return true;
}

/** Ends the session on the server at once. Resolves to where the provider's own session is ended, or null. */
export async function signOut(): Promise<string | null> {
  const answer = (await readAnswer(await request('/api/session', { method: 'DELETE' }))) as { readonly next?: string } | null;
  return answer?.next ?? null;
}

/** The console's facts, or null when nobody is signed in. Operations wait for them: they say what the accounts speak. */
export const readConsole = (signal?: AbortSignal): Promise<ConsoleInfo | null> => awaitConsole(askConsole(signal));

async function askConsole(signal?: AbortSignal): Promise<ConsoleInfo | null> {
  const response = await request('/api/console', { signal });
  if (response.status === 401) return null;
  const info = await readAnswer(response);
  if (typeof info !== 'object' || info === null) throw new ApiError({ code: 'BadAnswer', message: 'the console facts are empty' }, 200);
  return info as ConsoleInfo;
}
