// `npm run soak -- [rounds] [files]`: the properties with many generated cases, each round with seeds of its own (one round
// unless said). Prints the seed of every failure: `{ seed, path }` goes into the property's parameters to see it again.
import { mkdirSync, readFileSync } from 'node:fs';
import { ensure } from './ensure.mjs';
import { at, publicEnv, say } from './support/root.mjs';
import { tool } from './support/tool.mjs';

const [first, ...rest] = process.argv.slice(2);
const rounds = /^\d+$/.test(first ?? '') ? Number(first) : 1;
const files = first === undefined || /^\d+$/.test(first) ? rest : [first, ...rest];
const report = at('.cache', 'reports', 'soak.json');

/** Lines that name the tests of a report that failed, with what fast-check says of the case. */
function failuresIn(file) {
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  return testResults.flatMap(({ name, message, assertionResults }) =>
    (assertionResults.length === 0 && message ? [{ fullName: '', failureMessages: [message] }] : assertionResults)
      .filter(({ failureMessages }) => failureMessages.length > 0)
      .map(({ fullName, failureMessages: [words = ''] }) => {
        const drawn = /\{ seed: .*?\}/.exec(words)?.[0] ?? words.split('\n')[0];
        return `${name.slice(at().length)} "${fullName}": ${drawn}`;
      }),
  );
}

await ensure({ dev: true });
mkdirSync(at('.cache', 'reports'), { recursive: true });
let failed = false;
for (let round = 1; round <= rounds; round += 1) {
  const code = await tool(
    'vitest',
    ['run', '--project=properties', '--testTimeout=600000', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...files],
    { env: publicEnv({ WEFT_SOAK: '1' }), stdio: ['ignore', 'ignore', 'ignore'] },
  );
  const failures = failuresIn(report);
  failed ||= code !== 0;
  say(`round ${round} of ${rounds}: ${code === 0 ? 'good' : 'failed'}`);
  for (const failure of failures) say(`  ${failure}`);
}
process.exit(failed ? 1 : 0);
