/** Control over the world as a whole: its state, its clock, its faults, and replacing it. */
import { allAccounts } from '../accounts/accounts.ts';
import { accountTable, counterTable, settingTable } from '../accounts/table.ts';
import { type FaultOrder, faultKinds } from '../faults.ts';
import { isSeed, seedWorld } from '../seed/index.ts';
import type { Clock, ClockState } from '../world/clock.ts';
import type { World } from '../world/world.ts';
import type { ControlContext } from './context.ts';
import { Answer, ControlError, numberIn, oneOf, optionalText, textIn, wholeIn } from './http.ts';

type Body = Readonly<Record<string, unknown>>;

/** Whether changes are taken: 200, or 503 with the cause. Tells no secret, so that it needs no token. */
export function healthOf({ store }: ControlContext): Answer {
  const trouble = store?.trouble;
  const kept = store ? 'folder' : 'nowhere';
  if (!trouble) return new Answer({ ok: true, kept }, 200);
  return new Answer({ ok: false, kept, cause: trouble.cause, since: new Date(trouble.since).toISOString() }, 503);
}

/** Rows by table and region, for each account, those of no region under `everywhere`; bytes of memory now and at most. */
export function stateOf({ world, faults, store }: ControlContext): unknown {
  return {
    clock: { now: new Date(world.clock.now()).toISOString(), running: world.clock.running },
    accounts: allAccounts(world).map(({ name, uin }) => ({
      name,
      uin,
      regions: countsOf(world, uin),
      everywhere: countsEverywhere(world, uin),
    })),
    faults: faults.list(),
    journal: store?.describe() ?? null,
    memory: { rss: process.memoryUsage.rss(), peak: process.resourceUsage().maxRSS * 1024 },
  };
}

function countsOf(world: World, uin: string): Record<string, Record<string, number>> {
  const regions: Record<string, Record<string, number>> = {};
  for (const spec of world.allSpecs()) {
    if (spec.scope !== 'region') continue;
    for (const scope of world.scopesOf(spec)) {
      const [owner = '', region = ''] = scope.split('/');
      if (owner !== uin) continue;
      regions[region] ??= {};
      (regions[region] as Record<string, number>)[spec.name] = world.table(spec, scope).size;
    }
  }
  return regions;
}

function countsEverywhere(world: World, uin: string): Record<string, number> {
  const own = [...world.allSpecs()].filter(({ scope }) => scope === 'account');
  const counts = own.map((spec): [string, number] => [spec.name, world.table(spec, `${uin}/`).size]);
  return Object.fromEntries(counts.filter(([, size]) => size > 0));
}

/** A new world with the same accounts and keys; faults and the clock start over too. */
export function reset({ world, faults }: ControlContext, body: Body): void {
  const seed = body.seed === undefined ? 'demo' : textIn(body, 'seed');
  if (!isSeed(seed)) throw new ControlError(400, '"seed" must be demo or empty');
  const accounts = allAccounts(world);
  const numbers = world.shared(counterTable).get('uin');
  world.clear();
  for (const account of accounts) world.shared(accountTable).put(account);
  if (numbers) world.shared(counterTable).put(numbers);
  seedWorld(world, seed);
  world.clock.set({ offset: 0, stoppedAt: null });
  faults.clear();
}

/** `{advance: seconds}`, `{set: "2026-11-21T00:00:00Z"}` (it stops there) or `{run: true}`. */
export function setClock({ world }: ControlContext, body: Body): { now: string; running: boolean } {
  const { clock } = world;
  world.shared(settingTable).put({ name: 'clock', value: moved(clock, body) });
  return { now: new Date(clock.now()).toISOString(), running: clock.running };
}

function moved(clock: Clock, body: Body): ClockState {
  if (body.advance !== undefined) return clock.advance(numberIn(body, 'advance', Number.NEGATIVE_INFINITY));
  if (body.run === true) return clock.run();
  const time = Date.parse(textIn(body, 'set'));
  if (Number.isNaN(time)) throw new ControlError(400, '"set" must be a time of the form 2026-11-21T00:00:00Z');
  return clock.stopAt(time);
}

export function orderFault({ faults }: ControlContext, body: Body): { id: number } {
  const kind = oneOf(body, 'kind', faultKinds);
  const optional = {
    service: optionalText(body, 'service'),
    action: optionalText(body, 'action'),
    uin: optionalText(body, 'uin'),
    message: optionalText(body, 'message'),
    code: kind === 'error' ? textIn(body, 'code') : undefined,
    ms: kind === 'latency' ? numberIn(body, 'ms') : undefined,
    every: body.every === undefined ? undefined : wholeIn(body, 'every', 1),
  };
  const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  const times = body.times === null ? null : body.times === undefined ? 1 : wholeIn(body, 'times', 1);
  return { id: faults.order({ kind, times, ...given } satisfies FaultOrder) };
}
