/**
 * What is measured, for Prometheus. Labels are names of the catalogue and words of ours: never an id, a name or an account,
 * so that neither a cloud nor a person can make their number grow.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** One attempt of a call, as the cloud answered it. */
export interface AttemptFacts {
  readonly service: string;
  readonly action: string;
  readonly seconds: number;
  /** `throttled`: refused for being one too many. `unanswered`: no answer that could be read. */
  readonly result: 'answered' | 'throttled' | 'unanswered';
}

interface CallFacts {
  readonly service: string;
  readonly action: string;
  readonly status: number;
  readonly code: string;
  readonly seconds: number;
}

export interface Metrics {
  readonly attempt: (facts: AttemptFacts) => void;
  readonly call: (facts: CallFacts) => void;
  /** Requests that the guard refused, by status. */
  readonly refused: (status: number) => void;
  /** What is counted when it is asked for. */
  readonly watch: (name: keyof typeof watched, read: () => number) => void;
  /** The exposition format of Prometheus. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
  readonly stop: () => void;
}

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60];

/** What others count, by its name. */
const watched = {
  weft_history_failures: 'Records of the history that could not be written when they were due.',
  weft_queue_waiting: 'Calls that wait for their turn.',
  weft_sessions: 'Open sessions.',
} as const;

/** What became of a call, from its answer. */
function outcomeOf(status: number, code: string): string {
  if (code === 'OutcomeUnknown') return 'unknown';
  if (code === 'WriteNotDone') return 'not-done';
  if (status < 300) return 'done';
  if (status === 429) return 'throttled';
  if (status === 422) return 'refused';
  if (status === 499) return 'left';
  if (status === 500) return 'defect';
  return status < 500 ? 'invalid' : 'unanswered';
}

/** Actions that the catalogue does not have are one: whoever asks could make up names for ever. */
const named = ({ service, action, code }: CallFacts) =>
  code === 'ActionNotAllowed' ? { service: 'none', action: 'none' } : { service, action };

export function createMetrics(): Metrics {
  const registry = new Registry();
  const { calls, callSeconds, upstream, throttled, refused } = meters(registry);
  const stop = measureProcess(registry);
  return {
    attempt: ({ service, action, seconds, result }) => {
      upstream.observe({ service, result }, seconds);
      if (result === 'throttled') throttled.inc({ service, action });
    },
    call: (facts) => {
      const { service, action } = named(facts);
      calls.inc({ service, action, outcome: outcomeOf(facts.status, facts.code) });
      callSeconds.observe({ service }, facts.seconds);
    },
    refused: (status) => refused.inc({ status: String(status) }),
    watch: (name, read) => gauge(registry, name, watched[name], read),
    text: () => registry.metrics(),
    contentType: registry.contentType,
    stop,
  };
}

function meters(registry: Registry) {
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name, help, labelNames: [...labelNames], registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Histogram({ name, help, labelNames: [...labelNames], buckets, registers });
  return {
    calls: counter('weft_calls_total', 'Calls of the console, by what became of them.', ['service', 'action', 'outcome']),
    callSeconds: histogram('weft_call_seconds', 'Seconds from a call to its answer, with waiting and repeats.', ['service']),
    upstream: histogram('weft_upstream_seconds', 'Seconds of one attempt at the cloud.', ['service', 'result']),
    throttled: counter('weft_throttled_total', 'Attempts that the cloud refused for being one too many.', ['service', 'action']),
    refused: counter('weft_requests_refused_total', 'Requests refused before any route saw them.', ['status']),
  };
}

/** A value that is read when it is asked for. */
function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}

/** Nanoseconds of `monitorEventLoopDelay` as seconds. Before the first sample there is no lag. */
const seconds = (nanoseconds: number): number => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);

/** The process itself, under the names that dashboards know. Returns how to stop measuring. */
function measureProcess(registry: Registry): () => void {
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();
  const show = (name: string, help: string, read: () => number): void => gauge(registry, name, help, read);
  show('nodejs_eventloop_lag_p50_seconds', 'Median event-loop delay since the last look.', () => seconds(lag.percentile(50)));
  show('nodejs_eventloop_lag_p99_seconds', '99th percentile of the same.', () => seconds(lag.percentile(99)));
  show('nodejs_eventloop_lag_max_seconds', 'The longest of the same.', () => {
    const longest = seconds(lag.max);
    // The last of the three that is read: what follows is measured anew.
    lag.reset();
    return longest;
  });
  show('process_resident_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss());
  show('process_start_time_seconds', 'When the process started, in seconds of the epoch.', () => Date.now() / 1000 - process.uptime());
  show('nodejs_active_resources', 'Handles and requests that keep the event loop busy.', () => process.getActiveResourcesInfo().length);
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Seconds of processor time.',
    registers: [registry],
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  return () => void lag.disable();
}
