import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Cancellation } from './cancellation.ts';
import { type Admission, type Entry, Gate, type Place } from './gate.ts';
import { doublingMs, Pace } from './pace.ts';

describe('the pace of a lane', () => {
  it('lets no window of a second have more than the rate, however calls come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 120 }), (rate, gaps) => {
        const pace = new Pace({ rate, fromTheStart: true });
        let now = 0;
        const starts = gaps.map((gap) => {
          now = pace.nextStart(now + gap);
          pace.started(now);
          return now;
        });
        return starts.every((start, index) => index < rate || start - (starts[index - rate] ?? 0) >= 1_000);
      }),
    );
  });

  it('has no limit where none is documented, until the cloud complains', () => {
    const pace = new Pace({ rate: 20, fromTheStart: false });
    for (let call = 0; call < 5_000; call += 1) pace.started(0);
    expect(pace.nextStart(0)).toBe(0);
    pace.refused(0, 0);
    expect(pace.rate(0)).toBe(20);
  });

  it('recovers from one refusal by itself, slowly: doubled every ten seconds, then without a limit', () => {
    const pace = new Pace({ rate: 20, fromTheStart: false });
    pace.refused(0, 0);
    expect([0, 1, 2, 3].map((steps) => Math.round(pace.rate(steps * doublingMs)))).toEqual([20, 40, 80, 160]);
    expect(pace.rate(70_000)).toBe(Number.POSITIVE_INFINITY);
  });

  it('of a documented rate goes below it when the cloud complains even so, and never above it again', () => {
    const pace = new Pace({ rate: 20, fromTheStart: true });
    pace.refused(0, 0);
    expect(pace.rate(0)).toBe(10);
    for (let more = 1; more < 5; more += 1) pace.refused(more, more);
    expect(pace.rate(5)).toBeCloseTo(5, 1);
    expect(pace.rate(1_000_000)).toBe(20);
  });

  it('is lowered once by a burst whose calls were all under way', () => {
    const pace = new Pace({ rate: 20, fromTheStart: true });
    for (let call = 0; call < 30; call += 1) pace.refused(100, 200);
    expect(pace.rate(200)).toBe(10);
  });
});

describe('the gate', () => {
  const entry = (more: Partial<Entry> = {}): Entry => ({
    lane: 'a',
    pace: null,
    person: 'p',
    patience: 1_000,
    cancellation: new Cancellation(),
    ...more,
  });
  const placeOf = (admission: Admission | Promise<Admission>): Place => {
    if (typeof admission === 'string' || admission instanceof Promise) throw new Error(`no place: ${admission}`);
    return admission;
  };

  it('gives a slow lane its own places only: another lane starts at once', () => {
    const gate = new Gate({ places: 4, now: () => 0 });
    for (let call = 0; call < 3; call += 1) placeOf(gate.enter(entry()));
    expect(gate.enter(entry())).toBeInstanceOf(Promise);
    expect(placeOf(gate.enter(entry({ lane: 'b' }))).startedAt).toBe(0);
  });

  it('keeps a quarter of a lane from one person, for the others', () => {
    const gate = new Gate({ places: 4, now: () => 0 });
    for (let call = 0; call < 6; call += 1) void gate.enter(entry());
    placeOf(gate.enter(entry({ person: 'other', lane: 'b' })));
    expect(gate.waiting).toBe(3);
    const other = gate.enter(entry({ person: 'other' }));
    expect(other).toBeInstanceOf(Promise);
    return expect(other).resolves.toMatchObject({ startedAt: 0 });
  });

  it('lets people take turns, whoever came first with however much', async () => {
    const gate = new Gate({ places: 1, now: () => 0 });
    const first = placeOf(gate.enter(entry()));
    const order: string[] = [];
    const follow = async (person: string): Promise<void> => {
      const place = await gate.enter(entry({ person }));
      order.push(person);
      if (typeof place !== 'string') place.leave();
    };
    const all = [...Array.from({ length: 50 }, () => follow('greedy')), follow('modest'), follow('modest')];
    first.leave();
    await Promise.all(all);
    expect(order.slice(0, 5)).toEqual(['greedy', 'modest', 'greedy', 'modest', 'greedy']);
    expect(order).toHaveLength(52);
  });

  it('gives the place of whoever leaves the queue to the next at once', async () => {
    const gate = new Gate({ places: 1, now: () => 0 });
    const first = placeOf(gate.enter(entry()));
    const leaving = Array.from({ length: 600 }, () => new Cancellation());
    const gone = leaving.map((cancellation) => gate.enter(entry({ cancellation })));
    const next = gate.enter(entry());
    for (const cancellation of leaving) cancellation.cancel();
    expect(new Set(await Promise.all(gone))).toEqual(new Set(['cancelled']));
    first.leave();
    await expect(next).resolves.toMatchObject({ startedAt: 0 });
  });

  it('counts a call against the rate when it starts: calls that left the queue cost nothing', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const gate = new Gate({ places: 10, now: () => Date.now() });
    const pace = { rate: 2, fromTheStart: true };
    placeOf(gate.enter(entry({ pace })));
    placeOf(gate.enter(entry({ pace })));
    const leaving = new Cancellation();
    for (let call = 0; call < 100; call += 1) void gate.enter(entry({ pace, cancellation: leaving, patience: 100_000 }));
    const next = Promise.resolve(gate.enter(entry({ pace, patience: 100_000 })));
    leaving.cancel();
    const began = Date.now();
    const started = next.then((place) => (typeof place === 'string' ? -1 : place.startedAt - began));
    await vi.advanceTimersByTimeAsync(1_100);
    expect(await started).toBe(1_050);
  });

  it('refuses at once who would wait longer than their patience, and later who did', async () => {
    const gate = new Gate({ places: 1, now: () => 0 });
    const pace = { rate: 1, fromTheStart: true };
    placeOf(gate.enter(entry({ lane: 'rated', pace }))).leave();
    expect(gate.enter(entry({ lane: 'rated', pace, patience: 900 }))).toBe('full');
    placeOf(gate.enter(entry()));
    await expect(gate.enter(entry({ patience: 5 }))).resolves.toBe('full');
    expect(gate.waiting).toBe(0);
  });

  it('leaves every lane two places when very many calls are under way', () => {
    const gate = new Gate({ places: 32, now: () => 0 });
    for (let lane = 0; lane < 12; lane += 1) for (let call = 0; call < 24; call += 1) void gate.enter(entry({ lane: `slow ${lane}` }));
    placeOf(gate.enter(entry({ lane: 'new' })));
    placeOf(gate.enter(entry({ lane: 'new' })));
    expect(gate.enter(entry({ lane: 'new' }))).toBeInstanceOf(Promise);
  });
});
