// Reads what the test programs counted.
import { readFileSync } from 'node:fs';

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

/** A program that ended badly without naming a failed test (a crash, a file that does not load) counts as one failure. */
const settle = (counts, code) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

const nothing = { passed: 0, failed: 0, skipped: 0 };

/** Counts of vitest's JSON report. A file that could not be loaded has no tests in it and is one failure. */
export function fromVitest(file, code) {
  const report = read(file);
  if (report === null) return settle(nothing, code || 1);
  const broken = report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return settle(counts, code);
}

/** Counts of Playwright's JSON report. */
export function fromPlaywright(file, code) {
  const report = read(file);
  if (report === null) return settle(nothing, code || 1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return settle({ passed: expected, failed: unexpected + flaky, skipped }, code);
}

/** A check that has no tests of its own: one passed or one failed. */
export const fromCode = (code) => ({ ...nothing, ...(code === 0 ? { passed: 1 } : { failed: 1 }) });

export const sum = (all) =>
  all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
    }),
    nothing,
  );
