/** The world's own time: it runs with the machine's, runs ahead of it, or stands still. Times are epoch milliseconds. */

/** `offset` is what the world is ahead by; `stoppedAt` is where it stands still, or null while it runs. */
export interface ClockState {
  readonly offset: number;
  readonly stoppedAt: number | null;
}

export class Clock {
  private state: ClockState = { offset: 0, stoppedAt: null };

  /** `machine` is the time that the world's is derived from. */
  constructor(readonly machine: () => number) {}

  now(): number {
    return this.state.stoppedAt ?? this.machine() + this.state.offset;
  }

  current(): ClockState {
    return this.state;
  }

  get running(): boolean {
    return this.state.stoppedAt === null;
  }

  /** Moves on by so many seconds, running or not. */
  advance(seconds: number): ClockState {
    const ms = Math.round(seconds * 1000);
    return this.set(
      this.state.stoppedAt === null
        ? { offset: this.state.offset + ms, stoppedAt: null }
        : { offset: this.state.offset, stoppedAt: this.state.stoppedAt + ms },
    );
  }

  /** Stops at the given time. */
  stopAt(time: number): ClockState {
    return this.set({ offset: this.state.offset, stoppedAt: time });
  }

  /** Runs on from where it stands. */
  run(): ClockState {
    return this.set({ offset: this.now() - this.machine(), stoppedAt: null });
  }

  set(state: ClockState): ClockState {
    this.state = state;
    return state;
  }
}

const chinaStandardTime = 8 * 3600 * 1000;

/** "2018-04-25 10:26:26", China Standard Time: how every answer writes a time (1550). */
export const cloudTime = (epoch: number): string => new Date(epoch + chinaStandardTime).toISOString().slice(0, 19).replace('T', ' ');
