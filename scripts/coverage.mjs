// `npm run coverage`: writes docs/simulator-coverage.md anew and prints its figures.
import { writeFileSync } from 'node:fs';
import { ensure } from './ensure.mjs';
import { at } from './support/root.mjs';

await ensure({ dev: true });
const { runTypeScript } = await import('./support/typescript.mjs');
const { coverageReport, totalCounts } = await runTypeScript('simulator/coverage/report.ts');
writeFileSync(at('docs', 'simulator-coverage.md'), await coverageReport());
const { actions, served, errors, byCause, byFault } = totalCounts();
process.stdout.write(
  `${served} of ${actions} actions served, ${byCause + byFault} of ${errors} refusals provoked: ${byCause} by a cause, ${byFault} by a fault\n`,
);
