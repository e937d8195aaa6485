/** Whether what this server depends on works. Anybody may ask it, so it costs little however often it is asked. */
import { type Demo, down } from './demo.ts';
import { whyNotWritable } from './folder.ts';

/** How long a finding stands before it is looked at again, in milliseconds. */
const freshMs = 1_000;

interface HealthOptions {
  /** The data folder, or null when nothing is kept. */
  readonly data: string | null;
  readonly demo: Pick<Demo, 'running' | 'trouble'> | null;
  /** Asks the database something; left out where it is the data folder's. */
  readonly askDatabase?: (() => Promise<unknown>) | undefined;
  readonly now?: () => number;
}

/** Resolves to what is wrong, in sentences that name no path. */
export function createHealth({ data, demo, askDatabase, now = Date.now }: HealthOptions): () => Promise<readonly string[]> {
  let known: { readonly at: number; readonly found: Promise<readonly string[]> } | null = null;
  const look = async (): Promise<readonly string[]> => {
    const why = data === null ? null : whyNotWritable(data);
    const trouble = demo === null ? null : await demo.trouble();
    const isAway = askDatabase !== undefined && !(await isAnswered(askDatabase));
    return [
      ...(why === null ? [] : [`The data folder cannot be written: ${why}.`]),
      ...(isAway ? ['The database does not answer: nothing is changed without a record of it.'] : []),
      ...(trouble === null ? [] : [trouble]),
    ];
  };
  return () => {
    // That its process is gone is known without asking.
    if (demo && !demo.running()) return Promise.resolve([down]);
    if (known === null || now() - known.at >= freshMs) known = { at: now(), found: look() };
    return known.found;
  };
}

const isAnswered = (ask: () => Promise<unknown>): Promise<boolean> =>
  ask().then(
    () => true,
    () => false,
  );
