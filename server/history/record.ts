/** What the history consists of: records, each sealed with the one before it. */
import { createHash } from 'node:crypto';
import type { HistoryTable } from '../store/schema.ts';

/**
 * `intent`: a write is about to go out. `outcome`: what became of it. `late`: what became of it after all, by the server that was
 * taken for dead when another closed it. `state`: how its resource looked afterwards. `event`: what is no write: signing in and
 * out, refused requests. A write has one of each but the last at most.
 */
type RecordKind = 'intent' | 'outcome' | 'late' | 'state' | 'event';

/** Code of the outcome of a write whose server is gone. */
export const closedCode = 'ServerEnded';

export type WriteOutcome = 'done' | 'refused' | 'not-done' | 'unknown';

/** `own`: the write was about it; the others were named by it. */
export interface NamedResource {
  readonly id: string;
  readonly family: string | null;
  readonly own: boolean;
}

interface RecordFacts {
  readonly kind: RecordKind;
  /** Joins the records of one write. */
  readonly entry: string;
  readonly at: number;
  /** Which server wrote it down. */
  readonly server: string;
  /** Who: a person's id and name. */
  readonly person: string | null;
  readonly personName: string | null;
  readonly account: string | null;
  readonly region: string | null;
  readonly service: string | null;
  /** Of an event: what happened. */
  readonly action: string | null;
  readonly family: string | null;
  readonly outcome: string | null;
  readonly code: string | null;
  readonly requestId: string | null;
  readonly reason: string | null;
  readonly ms: number | null;
}

/** A record that has not got its place yet. */
export interface RecordDraft extends RecordFacts {
  readonly resources: readonly NamedResource[];
  readonly body: Readonly<Record<string, unknown>>;
}

export const noFacts = {
  person: null,
  personName: null,
  account: null,
  region: null,
  service: null,
  action: null,
  family: null,
  outcome: null,
  code: null,
  requestId: null,
  reason: null,
  ms: null,
} as const;

/** The seal of a record: everything that it says, and the seal before it. Its place is told by that, so it is no part. */
export function sealOf(row: Omit<HistoryTable, 'seq' | 'hash'>): string {
  const { prev, kind, entry, at, server, person, personName, account, region, service, action, family } = row;
  const said = [prev, kind, entry, at, server, person, personName, account, region, service, action, family];
  return createHash('sha256')
    .update(JSON.stringify([...said, row.outcome, row.code, row.requestId, row.reason, row.ms, row.body]))
    .digest('hex');
}

/** Text as both databases keep it: no half characters and no control characters, which could also forge a line where it is printed. */
export const plainText = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd');
