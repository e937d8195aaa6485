/** What clients of other languages send, sent as it stands to a cloud that lives at that time. */
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../../simulator/testing/start.ts';
import { type RecordedRequest, recordedAt, recordedKeys, recordedRequests } from './requests.ts';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ seed: 'empty', ...recordedKeys, machineTime: () => recordedAt * 1000 });
});
afterEach(() => simulator.close());

/** Everything that comes back until the connection is quiet after a whole answer. */
const send = ({ head, body }: Pick<RecordedRequest, 'head' | 'body'>): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(simulator.port, '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n${body}`));
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8');
      const [answerHead = '', answer] = text.split('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(answerHead)?.[1]);
      if (answer !== undefined && Buffer.byteLength(answer) >= length) socket.end();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });

it.each(recordedRequests)('$client', async (request) => {
  for (const earlier of recordedRequests) if (earlier.client === request.after) expect(await send(earlier)).toMatch(earlier.answer);
  expect(await send(request)).toMatch(new RegExp(request.answer));
});

it.each(recordedRequests)('$client, with one byte changed, is refused', async ({ head, body }) => {
  const changed = head.map((line) =>
    line.replace(/(Signature=)([^&\s])/, (_all, name: string, char: string) => name + (char === 'a' ? 'b' : 'a')),
  );
  const answer = await send({
    head: changed,
    body: body.replace(/(Signature=)([^&\s])/, (_all, name: string, char: string) => name + (char === 'a' ? 'b' : 'a')),
  });
  expect(answer).toContain('AuthFailure.SignatureFailure');
});
