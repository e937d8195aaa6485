/** Every migration, in order. One that was released is never changed: what follows is a new one at the end. */
import type { Migration } from './migrate.ts';
import { sessions } from './migrations/0001-sessions.ts';
import { history } from './migrations/0002-history.ts';

export const migrations: readonly Migration[] = [sessions, history];
