/** Identical reads that are under way at once are sent once, and everyone who asked gets the one answer. */
import { Cancellation } from './cancellation.ts';

interface Flight<T> {
  readonly answer: Promise<T>;
  readonly cancellation: Cancellation;
  waiters: number;
}

export class InFlight<T> {
  readonly #flights = new Map<string, Flight<T>>();

  /**
   * Joins the flight of this key or starts it. It is cancelled when the last who waits for it is gone. The key must name
   * the session: an answer fetched for one person is never given to another.
   */
  join(key: string, leaving: Cancellation, start: (cancellation: Cancellation) => Promise<T>): Promise<T> {
    const known = this.#flights.get(key);
    const flight = known ?? this.#start(key, start);
    flight.waiters += 1;
    leaving.on(() => {
      flight.waiters -= 1;
      if (flight.waiters > 0) return;
      // Whoever asks from now on must not be given the cancelled answer.
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
      flight.cancellation.cancel();
    });
    return flight.answer;
  }

  #start(key: string, start: (cancellation: Cancellation) => Promise<T>): Flight<T> {
    const cancellation = new Cancellation();
    const answer = start(cancellation);
    const flight: Flight<T> = { answer, cancellation, waiters: 0 };
    this.#flights.set(key, flight);
    const land = (): void => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    };
    answer.then(land, land);
    return flight;
  }

  get size(): number {
    return this.#flights.size;
  }
}
