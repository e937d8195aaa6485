/**
 * `npm run faults -- --runs N --seed S --beside B --killed K`: runs by hand, told as they go; K runs with processes that are killed
 * come first. Ends with 1 where anything does not fit.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killedRun } from './killed.ts';
import { faultRun, type RunReport } from './run.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    beside: { type: 'string', default: '16' },
    killed: { type: 'string', default: '0' },
  },
});
const [runs, first, beside] = [Number(values.runs), Number(values.seed), Number(values.beside)];
const reports: RunReport[] = [];
const faultsOf = ({ wrong, history, broken }: RunReport): string[] => [...wrong, ...history, ...broken];
const began = performance.now();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function sum(): string {
  const total = (read: (report: RunReport) => number): number => reports.reduce((count, report) => count + read(report), 0);
  const told = (['done', 'not-done', 'unknown'] as const).map((one) => `${total((report) => report.told[one])} ${one}`).join(', ');
  const wrong = reports.filter((report) => faultsOf(report).length > 0).length;
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  return `${reports.length} runs in ${seconds} s: ${total((one) => one.requests)} requests, ${total((one) => one.suffered)} of them harmed; writes told: ${told}; runs with something wrong: ${wrong}`;
}

function note(report: RunReport): void {
  reports.push(report);
  for (const what of faultsOf(report)) say(`seed ${report.seed}: ${what}`);
}

let given = 0;
async function next(): Promise<void> {
  while (given < runs) {
    const seed = first + given;
    given += 1;
    note(await faultRun(seed));
    if (reports.length % 100 === 0) say(sum());
  }
}

const entry = join(process.cwd(), 'dist', 'server', 'main.js');
for (let at = 0; at < Number(values.killed); at += 1) note(await killedRun(first + at, entry));
if (Number(values.killed) > 0) say(`with processes that were killed: ${sum()}`);
await Promise.all(Array.from({ length: beside }, next));
say(sum());
process.exit(reports.every((report) => faultsOf(report).length === 0) ? 0 : 1);
