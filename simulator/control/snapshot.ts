/**
 * The whole world as one JSON text and back. Its rows stand on lines of their own, so that a large world is written and
 * read row by row: at no time does it exist as one string.
 */
import type { WireRequest } from '../protocol/request.ts';
import type { ClockState } from '../world/clock.ts';
import type { Change } from '../world/world.ts';
import type { ControlContext } from './context.ts';
import { bodyOf, ControlError, StreamedAnswer } from './http.ts';

interface Snapshot {
  readonly weft: 1;
  readonly clock: ClockState;
  readonly rows: readonly Change[];
}

/** Characters gathered before they are sent. */
const chunkSize = 1 << 18;

/** Everything as it is at this moment, keys included. */
export function takeSnapshot({ world }: ControlContext): StreamedAnswer {
  const head = JSON.stringify({ weft: 1, clock: world.clock.current(), rows: [] } satisfies Snapshot);
  return new StreamedAnswer(textOf(head.slice(0, -2), world.rows()));
}

function* textOf(head: string, rows: Iterable<Change>): Generator<string> {
  let chunk = head;
  let before = '\n';
  for (const row of rows) {
    chunk += before + JSON.stringify(row);
    before = ',\n';
    if (chunk.length < chunkSize) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}\n]}`;
}

/** A snapshot as it was taken, or the same value in any other layout. @throws ControlError when it is not JSON. */
export function snapshotOfRequest(request: WireRequest): Record<string, unknown> {
  const { body } = request;
  const end = body.indexOf('\n');
  const head = body.toString('utf8', 0, end);
  if (end < 0 || !head.endsWith('"rows":[')) return bodyOf(request);
  try {
    const rest = JSON.parse(`${head}]}`) as Record<string, unknown>;
    return { ...rest, rows: rowsIn(body, end + 1) };
  } catch {
    // One layout more or less: what is no JSON line by line may still be JSON.
    return bodyOf(request);
  }
}

/** The values of the lines from `start` to the closing brackets. @throws SyntaxError */
function rowsIn(body: Buffer, start: number): unknown[] {
  const rows: unknown[] = [];
  for (let from = start; ; ) {
    const end = body.indexOf(10, from);
    if (end < 0) {
      if (body.toString('utf8', from) !== ']}') throw new SyntaxError('the rows do not end');
      return rows;
    }
    const comma = body[end - 1] === 44 ? 1 : 0;
    if (end > from) rows.push(JSON.parse(body.toString('utf8', from, end - comma)));
    from = end + 1;
  }
}

/** Replaces everything. A snapshot that cannot be read leaves the world as it was. */
export function restoreSnapshot({ world, faults }: ControlContext, body: Readonly<Record<string, unknown>>): void {
  const { weft, clock, rows } = body as Partial<Snapshot>;
  if (weft !== 1 || !Array.isArray(rows) || !rows.every(isChange)) throw new ControlError(400, 'the body is not a snapshot');
  const unknown = rows.find(([table]) => !world.spec(table));
  if (unknown) throw new ControlError(400, `the snapshot has rows of a table "${unknown[0]}", which does not exist`);
  world.clear();
  world.apply(rows);
  world.clock.set(clock ?? { offset: 0, stoppedAt: null });
  faults.clear();
}

function isChange(value: unknown): value is Change {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [table, scope, id, row] = value as unknown[];
  return typeof table === 'string' && typeof scope === 'string' && typeof id === 'string' && typeof row === 'object' && row !== null;
}
