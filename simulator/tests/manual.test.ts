/** docs/simulator.md: every endpoint of the control API stands in it, and every example does what it says: it is taken. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { endpointNames } from '../control/index.ts';
import { faultKinds } from '../faults.ts';
import { controlHeaders } from '../testing/client.ts';
import { type Simulator, startSimulator } from '../testing/start.ts';

const manual = readFileSync(new URL('../../docs/simulator.md', import.meta.url), 'utf8');
const examples = [...manual.matchAll(/```http\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ seed: 'demo' });
});
afterEach(() => simulator.close());

it('names every endpoint and every kind of fault, and has an example of each', () => {
  // A snapshot is too long for an example: it is sent from a file.
  const inFile = 'PUT /_sim/snapshot';
  expect(endpointNames.filter((name) => !manual.includes(`\`${name}\``) && !manual.includes(`\n${name}`))).toEqual([]);
  expect(endpointNames.filter((name) => name !== inFile && !examples.some((line) => `${line} `.startsWith(`${name} `)))).toEqual([]);
  expect(faultKinds.filter((kind) => !examples.some((line) => line.includes(`"kind": "${kind}"`)))).toEqual([]);
});

it.each(examples)('%s', async (line) => {
  const [, method = '', path = '', body] = /^(\S+) (\S+)(?: (.*))?$/.exec(line) ?? [];
  const response = await fetch(`${simulator.url}${path}`, {
    method,
    headers: controlHeaders(simulator.url),
    ...(body === undefined ? {} : { body }),
  });
  expect([response.status, await response.text()]).toEqual([200, expect.not.stringContaining('"error"')]);
});
