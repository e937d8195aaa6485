/** Structured logs (JSON lines, UTC) on stderr. Only the fields that are named here can be written. */
import pino from 'pino';

interface CallFacts {
  /** Our own number of the call, also in the answer's header X-Weft-Call. */
  readonly call: string;
  readonly service: string;
  readonly action: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly status: number;
  /** "ok", or the code of the error. */
  readonly code: string;
  /** The cloud's id of the request. */
  readonly requestId: string | null;
  readonly attempts: number;
  readonly ms: number;
}

interface EventFacts {
  readonly why?: string;
  readonly status?: number;
  readonly method?: string;
  readonly host?: string;
  readonly origin?: string;
  readonly path?: string;
  readonly port?: number;
  readonly mode?: string;
  readonly offsetMs?: number;
  readonly signal?: string;
  readonly exitCode?: number | null;
  readonly accounts?: number;
}

export interface Log {
  call: (facts: CallFacts) => void;
  info: (event: string, facts?: EventFacts) => void;
  warn: (event: string, facts?: EventFacts) => void;
  /** Something failed that should not have. Its text is cleaned of every known secret. */
  defect: (event: string, error: unknown) => void;
  flush: () => void;
}

interface LogOptions {
  readonly redact: (text: string) => string;
  /** Where lines go; stderr when left out. */
  readonly write?: (line: string) => void;
}

const longest = 300;

/** Text of a request is cut short; JSON keeps line breaks and escapes of a terminal from acting. */
const clip = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

export function createLog({ redact, write }: LogOptions): Log {
  // Lines are gathered for a tenth of a second: thousands of calls a second must not wait for a terminal.
  const stderr = write ? null : pino.destination({ dest: 2, sync: false, minLength: 16_000, periodicFlush: 100 });
  const options: pino.LoggerOptions = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
  };
  const logger = pino(options, stderr ?? { write: write ?? (() => {}) });
  const clean = (text: string): string => clip(redact(text));
  const allowed = (facts: EventFacts = {}): EventFacts => ({
    ...(facts.why === undefined ? {} : { why: clean(facts.why) }),
    ...(facts.status === undefined ? {} : { status: facts.status }),
    ...(facts.method === undefined ? {} : { method: clean(facts.method) }),
    ...(facts.host === undefined ? {} : { host: clean(facts.host) }),
    ...(facts.origin === undefined ? {} : { origin: clean(facts.origin) }),
    ...(facts.path === undefined ? {} : { path: clean(facts.path) }),
    ...(facts.port === undefined ? {} : { port: facts.port }),
    ...(facts.mode === undefined ? {} : { mode: facts.mode }),
    ...(facts.offsetMs === undefined ? {} : { offsetMs: facts.offsetMs }),
    ...(facts.signal === undefined ? {} : { signal: facts.signal }),
    ...(facts.exitCode === undefined ? {} : { exitCode: facts.exitCode }),
    ...(facts.accounts === undefined ? {} : { accounts: facts.accounts }),
  });
  return {
    call: ({ call, service, action, account, region, status, code, requestId, attempts, ms }) => {
      const line = { call, service: clean(service), action: clean(action), account, region, status, code, requestId, attempts, ms };
      logger.info({ event: 'call', ...line });
    },
    info: (event, facts) => logger.info({ event, ...allowed(facts) }),
    warn: (event, facts) => logger.warn({ event, ...allowed(facts) }),
    defect: (event, error) => {
      const { name, stack } = error instanceof Error ? error : new Error(String(error));
      logger.error({ event, name, stack: redact(stack ?? '').slice(0, 4_000) });
    },
    flush: () => {
      try {
        stderr?.flushSync();
      } catch {
        // Nobody reads stderr any more.
      }
    },
  };
}
