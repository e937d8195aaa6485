/** Before each file of the console's tests: what React complains of, and whatever else is logged as an error, fails the test. */
import { format } from 'node:util';
import { afterEach, beforeEach } from 'vitest';

const logged: string[] = [];

/** That a part's code or an answer came later than the test's `act`: React says it on a slow machine alone. */
const ofSlowness = /^A component suspended inside an `act` scope, but the `act` call was not awaited|was not wrapped in act\(/;

/** An element that browsers have and the tests' document does not know yet. */
const ofDocument = /The tag <search> is unrecognized in this browser/;

beforeEach(() => {
  logged.length = 0;
});

// A test that expects an error puts a spy of its own in this one's place.
console.error = (...words: unknown[]): void => {
  const line = format(...words);
  if (!ofSlowness.test(line) && !ofDocument.test(line)) logged.push(line);
};

// Runs last, after what the file itself does after each test.
afterEach(() => {
  const words = logged.splice(0);
  if (words.length > 0) throw new Error(`logged as an error: ${words.join('\n')}`);
});
