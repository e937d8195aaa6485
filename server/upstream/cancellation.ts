/** A wish to stop, cheaper than an AbortSignal where each call has one. */
export class Cancellation {
  cancelled = false;
  readonly #hooks = new Set<() => void>();

  cancel(): void {
    if (this.cancelled) return;
    this.cancelled = true;
    for (const hook of this.#hooks) hook();
    this.#hooks.clear();
  }

  /** Runs `hook` when cancelled (at once if it already is). Returns the way to take it back. */
  on(hook: () => void): () => void {
    if (this.cancelled) hook();
    else this.#hooks.add(hook);
    return () => this.#hooks.delete(hook);
  }
}
