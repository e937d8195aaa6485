/**
 * Whether Weft's own server answers. When it does not, that is told once for the whole page; it is asked again by itself,
 * slower and slower, and when it is back everything that is shown is read anew.
 */
import { create } from 'zustand';
import { withBasePath } from '../lib/base-path.ts';

interface Connection {
  /** When it stopped to answer, in ms of the epoch; null while it answers. */
  readonly lostAt: number | null;
  /** When it last answered. */
  readonly answeredAt: number;
  /** It is being asked right now whether it is back. */
  readonly asking: boolean;
  /** The session has ended while something was being entered, which going to the sign-in page would lose. */
  readonly signedOut: boolean;
}

export const useConnection = create<Connection>(() => ({ lostAt: null, answeredAt: Date.now(), asking: false, signedOut: false }));

/** Milliseconds before each question, while it does not answer; the last one stays. */
const waits = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

let onBack = (): void => undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let tries = 0;

/** What to do when the server is back: read again what is shown. */
export function setBackHandler(handler: () => void): void {
  onBack = handler;
}

/** The server has answered, whatever it said. */
export function noteAnswer(): void {
  const { lostAt } = useConnection.getState();
  useConnection.setState({ answeredAt: Date.now(), lostAt: null });
  if (lostAt === null) return;
  clearTimeout(timer);
  tries = 0;
  onBack();
}

/** The server did not answer. */
export function noteLoss(): void {
  if (useConnection.getState().lostAt !== null) return;
  useConnection.setState({ lostAt: Date.now() });
  tries = 0;
  askLater();
}

function askLater(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void askNow(), waits[Math.min(tries, waits.length - 1)]);
  tries += 1;
}

/** Answers of a proxy before a server that is away. */
export const isGatewayStatus = (status: number): boolean => status === 502 || status === 503 || status === 504;

/** Asks whether the server answers, and notes it. */
export async function serverAnswers(): Promise<boolean> {
  const answer = await fetch(withBasePath('/healthz'), { cache: 'no-store' }).catch(() => null);
  // Its own health may be bad: it answers all the same, and says so itself.
  const answers = answer !== null && (answer.ok || answer.headers.get('content-type')?.includes('json') === true);
  if (answers) noteAnswer();
  else noteLoss();
  return answers;
}

/** Asks at once whether the server is back. */
export async function askNow(): Promise<void> {
  const { lostAt, asking } = useConnection.getState();
  if (lostAt === null || asking) return;
  useConnection.setState({ asking: true });
  const back = await serverAnswers();
  useConnection.setState({ asking: false });
  if (!back) askLater();
}

/** Asks as soon as the browser has a network again, or somebody looks at the page again. */
export function watchNetwork(): () => void {
  const ask = (): void => {
    if (document.visibilityState === 'visible') void askNow();
  };
  window.addEventListener('online', ask);
  document.addEventListener('visibilitychange', ask);
  return () => {
    window.removeEventListener('online', ask);
    document.removeEventListener('visibilitychange', ask);
  };
}
