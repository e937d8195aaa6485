/**
 * Every sample request of the documents that is not damaged, sent as it is printed into a world that has its ids: it is
 * accepted, and its answer has what the documented table names. The documents as data stand beside the repository.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import RPCClient from '@alicloud/pop-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAction } from '../../catalogue/index.ts';
import { nameOfSpec, type SpecAction } from '../../catalogue/spec-comparison.ts';
import { differences } from '../../catalogue/spec-differences.ts';
import { type Simulator, startSimulator } from '../../simulator/testing/start.ts';
import { onceAllPassed } from '../../simulator/testing/whole-file.ts';
import { misfits, withoutEnvelope } from '../support/fit.ts';
import { lacks, type Row } from './answers.ts';
import { answerDifferences, damagedExceptions } from './exceptions.ts';
import type { Recipes } from './recipe.ts';
import { regionOfZone, SampleWorld } from './sample-world.ts';

const path = fileURLToPath(new URL('../../../shared/spec/actions.json', import.meta.url));
const here = existsSync(path);
if (!here) process.stderr.write(`The documents' sample requests are skipped: ${path} is not there.\n`);

interface DocumentedAction extends SpecAction {
  readonly version: string | null;
  readonly outputs: readonly (Row & SpecAction['outputs'][number])[];
  readonly moreSamples?: readonly { readonly line: number; readonly request: Readonly<Record<string, string>> }[];
}

const actions: readonly DocumentedAction[] = here ? JSON.parse(readFileSync(path, 'utf8')).actions : [];
const found = import.meta.glob<Recipes>('./recipes/*/*.ts', { eager: true, import: 'recipes' });
const recipes: Recipes = Object.assign({}, ...Object.values(found));

const common = new Set(['Action', 'Version', 'Region', 'Timestamp', 'Nonce', 'SecretId', 'Signature', 'SignatureMethod']);
const paramsOf = (request: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(request).filter(([name]) => !common.has(name)));

const samples = actions.flatMap((action): [string, DocumentedAction, Record<string, string>][] => {
  const name = nameOfSpec(action);
  if (damagedExceptions[name]) return [];
  // One of them is another action's: it asks for a task by a template (16643).
  const more =
    action.moreSamples?.map(({ request }) => request).filter(({ Action, ...rest }) => Action === action.action && !rest.serviceId) ?? [];
  return [action.sampleRequest ?? [], more].flat().map((request) => [name, action, paramsOf(request)]);
});

const fits = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.$]/g, '\\$&'))
      .join('.*')}$`,
  ).test(text);

/** "data.eipCount type: integer…" in the words of the catalogue's reviewed table. */
function explained(name: string, problem: string): boolean {
  const found = problem.split(':')[0] ?? '';
  const [place = '', aspect = ''] = found.split(' ');
  const at = `results.${place}${aspect === 'type' ? '.type' : ''}`;
  const own = answerDifferences.filter((entry) => fits(entry.action, name) && fits(entry.at, found));
  for (const entry of own) met.add(entry);
  return own.length > 0 || differences.some((entry) => fits(entry.action, name) && fits(entry.at, at));
}

let simulator: Simulator;
const used = new Set<string>();
const met = new Set<object>();

beforeAll(async () => {
  simulator = await startSimulator({ seed: 'empty' });
});
afterAll(() => simulator.close());

/** The answer without its envelope. @throws Error when the request is refused. */
async function answerOf(s: SampleWorld, action: DocumentedAction, params: Record<string, string>): Promise<Record<string, unknown>> {
  if (action.generation === 'aliyun-rpc') {
    const { secretId, secretKey } = s.me.keys;
    const client = new RPCClient({
      accessKeyId: secretId,
      accessKeySecret: secretKey,
      endpoint: s.me.url,
      apiVersion: action.version ?? '',
    });
    return client.request(action.action, params);
  }
  const body = await s.send(action.generation as 'v2' | 'v3', action.version, action.action, params);
  const answer = (body.Response ?? body) as Record<string, unknown>;
  if (answer.Error || answer.code) throw new Error(JSON.stringify(answer));
  return answer;
}

describe.skipIf(!here)('sample requests of the documents', () => {
  it.each(samples)('%s is accepted and answered as documented', async (name, action, params) => {
    const s = await SampleWorld.open(simulator.url, regionOfZone(params.zoneId ?? params['subnetSet.0.zoneId']));
    await recipes[name]?.(s, { ...params, Action: action.action });
    used.add(name);
    await s.rename();
    const answer = await answerOf(s, action, params);
    expect(lacks(action.outputs, answer).filter((problem) => !explained(name, problem))).toEqual([]);
    expect(misfits(findAction(name)?.results ?? {}, withoutEnvelope(answer))).toEqual([]);
  });

  it('are all here, but for the damaged ones', () => {
    const left = actions.map(nameOfSpec).filter((name) => !samples.some(([sent]) => sent === name));
    expect(left.sort()).toEqual(Object.keys(damagedExceptions).sort());
  });
});

// No exception is needless, and no recipe unused.
onceAllPassed(() => {
  expect(answerDifferences.filter((entry) => !met.has(entry))).toEqual([]);
  expect(Object.keys(recipes).filter((name) => !used.has(name) && !damagedExceptions[name])).toEqual([]);
});
