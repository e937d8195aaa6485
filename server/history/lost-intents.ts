/** Writes that were under way on a server that is gone. */
import type { Store } from '../store/store.ts';

/** Of servers on one database: how long one may be silent before it counts as gone. A write takes a minute and a half at most. */
const silentMs = 180_000;

/** Entries of writes that nobody will tell the outcome of. On a shared database this server says by the way that it lives. */
export async function closeLostIntents({ db, shared }: Store, server: string, now: number): Promise<readonly string[]> {
  if (shared) {
    const own = { id: server, seen: now };
    await db
      .insertInto('servers')
      .values(own)
      .onConflict((clash) => clash.column('id').doUpdateSet({ seen: now }))
      .execute();
    await db
      .deleteFrom('servers')
      .where('seen', '<', now - silentMs)
      .execute();
  }
  const open = await db
    .selectFrom('history as intent')
    .leftJoin('history as outcome', (join) => join.onRef('outcome.entry', '=', 'intent.entry').on('outcome.kind', '=', 'outcome'))
    .select('intent.entry')
    .where('intent.kind', '=', 'intent')
    .where('outcome.entry', 'is', null)
    .where('intent.server', '!=', server)
    // A shared one: servers that are heard of have them in hand.
    .$if(shared, (query) => query.where('intent.server', 'not in', db.selectFrom('servers').select('id')))
    .execute();
  return open.map(({ entry }) => entry);
}
