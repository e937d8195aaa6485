// Reads what the test programs counted.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './root.mjs';

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

/** Counts of Playwright's JSON report. What passed when tried again has passed. */
export function fromPlaywright(file, code) {
  const report = read(file);
  if (report === null) return settle(nothing, code || 1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return settle({ passed: expected + flaky, failed: unexpected, skipped }, code);
}

/** "file "title"" of every test of vitest's report that failed, was tried again and passed: it keeps its failures' messages. */
export function retriedByVitest(file) {
  return (read(file)?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(({ fullName, failureMessages: [message] }) => describeRetried(path.relative(root, name), fullName, message)),
  );
}

/** The same of Playwright's report, whose suites lie within each other. */
export function retriedByPlaywright(file) {
  const visit = ({ suites = [], specs = [] }) => [
    ...specs.flatMap(({ file: name, title, tests }) =>
      tests
        .filter(({ status }) => status === 'flaky')
        .map(({ results: [first] }) => describeRetried(`e2e/${name}`, title, first?.error?.message)),
    ),
    ...suites.flatMap(visit),
  ];
  return visit(read(file) ?? {});
}

/** The first line of what went wrong, without the colours of a terminal. */
const describeRetried = (file, title, message = '') => `${file} "${title}" (${stripVTControlCharacters(message).split('\n')[0]})`;

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
