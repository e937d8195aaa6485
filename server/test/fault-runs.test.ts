/** Random work under random faults, seeded: what people were told, held against the cloud and against the history. */
import { beforeAll, describe, expect, it } from 'vitest';
import { faultRun, type RunReport } from './faults/run.ts';

const runs = 40;
const sideBySide = 20;
/** No further run is begun after this, milliseconds: the tests say what is missing. */
const latestMs = 200_000;

describe('40 runs of three people at work, under latency, resets, lies and silence of the wire and trouble of the cloud', () => {
  const first = process.env.CI ? 1 : Date.now() % 1_000_000;
  const reports: RunReport[] = [];
  const faults = (read: (report: RunReport) => readonly string[]) =>
    reports.flatMap((report) => read(report).map((what) => `seed ${report.seed}: ${what}`));

  beforeAll(async () => {
    const began = performance.now();
    const seeds = Array.from({ length: runs }, (_, at) => first + at);
    const next = async (): Promise<void> => {
      for (let seed = seeds.shift(); seed !== undefined && performance.now() - began < latestMs; seed = seeds.shift())
        reports.push(await faultRun(seed));
    };
    await Promise.all(Array.from({ length: sideBySide }, next));
  }, 600_000);

  it('lose nothing that was told as done, and make nothing twice', () => {
    expect(faults(({ wrong }) => wrong)).toEqual([]);
  });

  it('leave a history that verifies, with an intent and an outcome of every write that says what people were told', () => {
    expect(faults(({ history }) => history)).toEqual([]);
  });

  it('answer every request with a code and an outcome, log no defect and end', () => {
    expect(faults(({ broken }) => broken)).toEqual([]);
  });

  // The suite cannot pass by doing nothing.
  it('see each outcome many times, and harm a good part of the requests', () => {
    const sum = (read: (report: RunReport) => number): number => reports.reduce((total, report) => total + read(report), 0);
    expect(reports).toHaveLength(runs);
    expect(sum(({ told }) => told.done)).toBeGreaterThan(runs);
    expect(sum(({ told }) => told['not-done'] + told.unknown)).toBeGreaterThan(runs / 10);
    expect(sum(({ suffered }) => suffered)).toBeGreaterThan(runs * 2);
  });
});
