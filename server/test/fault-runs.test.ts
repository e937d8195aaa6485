/** Random work under random faults, seeded: nothing told as done is lost, nothing happens twice, and every write has an outcome. */
import { expect, it } from 'vitest';
import { faultRun, type RunReport } from './faults/run.ts';

const runs = Number(process.env.WEFT_FAULT_RUNS ?? 200);
const sideBySide = 16;

it(`of ${runs} runs under faults none loses, doubles or leaves open what was told`, async () => {
  const first = process.env.CI ? 1 : Date.now() % 1_000_000;
  const reports: RunReport[] = [];
  const seeds = Array.from({ length: runs }, (_, at) => first + at);
  const next = async (): Promise<void> => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) reports.push(await faultRun(seed));
  };
  await Promise.all(Array.from({ length: sideBySide }, next));
  expect(reports.filter(({ wrong }) => wrong.length > 0).map(({ seed, wrong }) => ({ seed, wrong }))).toEqual([]);
  // The suite cannot pass by doing nothing: every outcome was told, and a good part of the requests suffered.
  const sum = (read: (report: RunReport) => number): number => reports.reduce((total, report) => total + read(report), 0);
  expect(sum(({ told }) => told.done)).toBeGreaterThan(runs);
  expect(sum(({ told }) => told['not-done'])).toBeGreaterThan(runs / 20);
  expect(sum(({ told }) => told.unknown)).toBeGreaterThan(runs / 20);
  expect(sum(({ suffered }) => suffered)).toBeGreaterThan(runs * 2);
}, 300_000);
