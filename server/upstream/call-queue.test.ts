import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Admission, CallQueue, type Slot, type SlotRequest } from './call-queue.ts';
import { Cancellation } from './cancellation.ts';
import { doublingMs, RateLimiter } from './rate-limiter.ts';

describe('the rate of a bucket', () => {
  it('lets no window of a second have more than the rate, however calls come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 120 }), (rate, gaps) => {
        const limiter = new RateLimiter({ rate, fromTheStart: true });
        let now = 0;
        const starts = gaps.map((gap) => {
          now = limiter.nextStart(now + gap);
          limiter.started(now);
          return now;
        });
        return starts.every((start, index) => index < rate || start - (starts[index - rate] ?? 0) >= 1_000);
      }),
    );
  });

  it('has no limit where none is documented, until the cloud complains', () => {
    const limiter = new RateLimiter({ rate: 20, fromTheStart: false });
    for (let call = 0; call < 5_000; call += 1) limiter.started(0);
    expect(limiter.nextStart(0)).toBe(0);
    limiter.markThrottled(0, 0);
    expect(limiter.rate(0)).toBe(20);
  });

  it('recovers from one refusal by itself, slowly: doubled every ten seconds, then without a limit', () => {
    const limiter = new RateLimiter({ rate: 20, fromTheStart: false });
    limiter.markThrottled(0, 0);
    expect([0, 1, 2, 3].map((steps) => Math.round(limiter.rate(steps * doublingMs)))).toEqual([20, 40, 80, 160]);
    expect(limiter.rate(70_000)).toBe(Number.POSITIVE_INFINITY);
  });

  it('of a documented rate goes below it when the cloud complains even so, and never above it again', () => {
    const limiter = new RateLimiter({ rate: 20, fromTheStart: true });
    limiter.markThrottled(0, 0);
    expect(limiter.rate(0)).toBe(10);
    for (let more = 1; more < 5; more += 1) limiter.markThrottled(more, more);
    expect(limiter.rate(5)).toBeCloseTo(5, 1);
    expect(limiter.rate(1_000_000)).toBe(20);
  });

  it('is lowered once by a burst whose calls were all under way', () => {
    const limiter = new RateLimiter({ rate: 20, fromTheStart: true });
    for (let call = 0; call < 30; call += 1) limiter.markThrottled(100, 200);
    expect(limiter.rate(200)).toBe(10);
  });
});

describe('the queue of calls', () => {
  const slotRequest = (more: Partial<SlotRequest> = {}): SlotRequest => ({
    bucket: 'a',
    rateLimit: null,
    person: 'p',
    patience: 1_000,
    cancellation: new Cancellation(),
    ...more,
  });
  const slotOf = (admission: Admission | Promise<Admission>): Slot => {
    if (typeof admission === 'string' || admission instanceof Promise) throw new Error(`no slot: ${admission}`);
    return admission;
  };

  it('gives a slow bucket its own slots only: another bucket starts at once', () => {
    const queue = new CallQueue({ slots: 4, now: () => 0 });
    for (let call = 0; call < 3; call += 1) slotOf(queue.reserve(slotRequest()));
    expect(queue.reserve(slotRequest())).toBeInstanceOf(Promise);
    expect(slotOf(queue.reserve(slotRequest({ bucket: 'b' }))).startedAt).toBe(0);
  });

  it('keeps a quarter of a bucket from one person, for the others', () => {
    const queue = new CallQueue({ slots: 4, now: () => 0 });
    for (let call = 0; call < 6; call += 1) void queue.reserve(slotRequest());
    slotOf(queue.reserve(slotRequest({ person: 'other', bucket: 'b' })));
    expect(queue.waiting).toBe(3);
    const other = queue.reserve(slotRequest({ person: 'other' }));
    expect(other).toBeInstanceOf(Promise);
    return expect(other).resolves.toMatchObject({ startedAt: 0 });
  });

  it('lets people take turns, whoever came first with however much', async () => {
    const queue = new CallQueue({ slots: 1, now: () => 0 });
    const first = slotOf(queue.reserve(slotRequest()));
    const order: string[] = [];
    const follow = async (person: string): Promise<void> => {
      const slot = await queue.reserve(slotRequest({ person }));
      order.push(person);
      if (typeof slot !== 'string') slot.release();
    };
    const all = [...Array.from({ length: 50 }, () => follow('greedy')), follow('modest'), follow('modest')];
    first.release();
    await Promise.all(all);
    expect(order.slice(0, 5)).toEqual(['greedy', 'modest', 'greedy', 'modest', 'greedy']);
    expect(order).toHaveLength(52);
  });

  it('gives the slot of whoever leaves the queue to the next at once', async () => {
    const queue = new CallQueue({ slots: 1, now: () => 0 });
    const first = slotOf(queue.reserve(slotRequest()));
    const leaving = Array.from({ length: 600 }, () => new Cancellation());
    const gone = leaving.map((cancellation) => queue.reserve(slotRequest({ cancellation })));
    const next = queue.reserve(slotRequest());
    for (const cancellation of leaving) cancellation.cancel();
    expect(new Set(await Promise.all(gone))).toEqual(new Set(['cancelled']));
    first.release();
    await expect(next).resolves.toMatchObject({ startedAt: 0 });
  });

  it('counts a call against the rate when it starts: calls that left the queue cost nothing', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const queue = new CallQueue({ slots: 10, now: () => Date.now() });
    const rateLimit = { rate: 2, fromTheStart: true };
    slotOf(queue.reserve(slotRequest({ rateLimit })));
    slotOf(queue.reserve(slotRequest({ rateLimit })));
    const leaving = new Cancellation();
    for (let call = 0; call < 100; call += 1) void queue.reserve(slotRequest({ rateLimit, cancellation: leaving, patience: 100_000 }));
    const next = Promise.resolve(queue.reserve(slotRequest({ rateLimit, patience: 100_000 })));
    leaving.cancel();
    const began = Date.now();
    const started = next.then((slot) => (typeof slot === 'string' ? -1 : slot.startedAt - began));
    await vi.advanceTimersByTimeAsync(1_100);
    expect(await started).toBe(1_050);
  });

  it('refuses at once who would wait longer than their patience, and later who did', async () => {
    const queue = new CallQueue({ slots: 1, now: () => 0 });
    const rateLimit = { rate: 1, fromTheStart: true };
    slotOf(queue.reserve(slotRequest({ bucket: 'rated', rateLimit }))).release();
    expect(queue.reserve(slotRequest({ bucket: 'rated', rateLimit, patience: 900 }))).toBe('full');
    slotOf(queue.reserve(slotRequest()));
    await expect(queue.reserve(slotRequest({ patience: 5 }))).resolves.toBe('full');
    expect(queue.waiting).toBe(0);
  });

  it('leaves every bucket two slots when very many calls are under way', () => {
    const queue = new CallQueue({ slots: 32, now: () => 0 });
    for (let bucket = 0; bucket < 12; bucket += 1)
      for (let call = 0; call < 24; call += 1) void queue.reserve(slotRequest({ bucket: `slow ${bucket}` }));
    slotOf(queue.reserve(slotRequest({ bucket: 'new' })));
    slotOf(queue.reserve(slotRequest({ bucket: 'new' })));
    expect(queue.reserve(slotRequest({ bucket: 'new' }))).toBeInstanceOf(Promise);
  });
});
