/** What the simulated cloud covers, as a page to read: made from the catalogue, the handlers and the families' faults. */
import { type ActionData, type Family, families } from '../../catalogue/define.ts';
import { loadErrors, loadText } from '../../catalogue/text/load.ts';
import { isServed } from '../bindings.ts';
import { faults } from '../families/registry.ts';
import { actionsOf, type Provocation, refusalsOf } from './refusals.ts';

interface ActionCoverage {
  readonly name: string;
  readonly data: ActionData;
  readonly isServed: boolean;
  readonly byCause: readonly string[];
  readonly byFault: readonly string[];
}

interface Counts {
  readonly actions: number;
  /** How many of these only the cloud of today has. */
  readonly today: number;
  readonly served: number;
  readonly errors: number;
  readonly byCause: number;
  readonly byFault: number;
}

function coveredOf(family: Family): ActionCoverage[] {
  const refusals = refusalsOf(family);
  return actionsOf(family).map(([name, data]) => {
    const codes = (by: Provocation): string[] => refusals.flatMap((one) => (one.action === name && one.by === by ? [one.code] : []));
    return { name, data, isServed: isServed(name), byCause: codes('cause'), byFault: codes('fault') };
  });
}

function countsOf(covered: readonly ActionCoverage[]): Counts {
  const sum = (number: (one: ActionCoverage) => number): number => covered.reduce((total, one) => total + number(one), 0);
  return {
    actions: covered.length,
    today: covered.filter(({ data }) => data.source === 'today').length,
    served: covered.filter(({ isServed }) => isServed).length,
    errors: sum(({ data }) => data.errors.length),
    byCause: sum(({ byCause }) => byCause.length),
    byFault: sum(({ byFault }) => byFault.length),
  };
}

/** The figures of the whole. */
export const totalCounts = (): Counts => countsOf(families.flatMap(coveredOf));

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const marked = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(' ') || '—';
const first = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const countCells = ({ actions: all, served, errors, byCause, byFault }: Counts): number[] => [all, served, errors, byCause, byFault];

function statusOf({ isServed, data }: ActionCoverage): string {
  if (!isServed) return 'missing';
  return data.async ? `served, as a task: \`${data.async.poll.split(':')[1]}\`` : 'served';
}

function actionTable(covered: readonly ActionCoverage[]): string[] {
  return [
    row('action', 'line', 'status', 'refusals by a cause', 'refusals by a fault'),
    row('---', '---', '---', '---', '---'),
    ...covered.map((one) => row(`\`${one.name}\``, one.data.line ?? 'today', statusOf(one), marked(one.byCause), marked(one.byFault))),
  ];
}

/** Why a code has no cause, in the words of every family that says so. */
const reasonsOf = (code: string): string => [...new Set(Object.values(faults).flatMap((of) => of?.[code]?.why ?? []))].join(' ');

/** Every code: how often it is provoked in either way, what has to be the case for it, why it needs a fault. */
async function codeTable(): Promise<string[]> {
  const errors = await loadErrors('en', ...families);
  const all = families.flatMap(coveredOf);
  const number = (codes: readonly string[], wanted: string): number => codes.filter((code) => code === wanted).length;
  const byCause = all.flatMap((one) => one.byCause);
  const byFault = all.flatMap((one) => one.byFault);
  return [
    row('code', 'by a cause', 'by a fault', 'provoked when', 'why a fault'),
    row('---', '--:', '--:', '---', '---'),
    ...[...new Set([...byCause, ...byFault])].sort().map((code) => {
      return row(
        `\`${code}\``,
        number(byCause, code),
        number(byFault, code),
        byCause.includes(code) ? (errors[code]?.means ?? '') : '',
        reasonsOf(code),
      );
    }),
  ];
}

const introduction = (): string[] => {
  const { actions: all, today, served, errors, byCause, byFault } = totalCounts();
  return [
    '# What the simulated cloud covers',
    '',
    'Made by `npm run coverage` from the catalogue, the handlers and each family’s `faults.ts`; a test fails when it is stale.',
    'Do not edit it.',
    '',
    `The documents describe ${all - today} actions, the cloud of today has ${today} more; ${served} are served. Their error tables have`,
    `${errors} rows, and a test provokes each of them through the wire:`,
    '',
    `- **by a cause** (${byCause}): by what the call says, or by the state of the world that it meets;`,
    `- **by a fault** (${byFault}): ordered from the control API (\`POST /_sim/faults\`), where only the inside of a real cloud could`,
    '  bring it about.',
    '',
    'An action without a handler does not compile; a refusal that no test of its family provokes fails there.',
    'Errors that any action may answer (signatures, limits of rate, unknown parameters) are not counted: they stand in',
    '[simulator-differences](simulator-differences.md), with every choice that was made where the documents contradict themselves.',
    'Lines are those of the documents; the last three families have documents of their own. What each code takes, and why some need a',
    'fault, stands [at the end](#every-code).',
  ];
};

/** The whole page, in Markdown. For `npm run coverage` and for tests. */
export async function coverageReport(): Promise<string> {
  const sections = await Promise.all(
    families.map(async (family) => {
      const covered = coveredOf(family);
      return { family, covered, counts: countsOf(covered), title: first((await loadText('en', family)).many) };
    }),
  );
  const lines = [
    ...introduction(),
    '',
    row('family', 'actions', 'served', 'errors', 'by a cause', 'by a fault'),
    row('---', '--:', '--:', '--:', '--:', '--:'),
    ...sections.map(({ title, family, counts }) => row(`[${title}](#${family})`, ...countCells(counts))),
    row('**all**', ...countCells(totalCounts()).map((number) => `**${number}**`)),
    ...sections.flatMap(({ family, title, covered }) => ['', `<a id="${family}"></a>`, '', `## ${title}`, '', ...actionTable(covered)]),
    '',
    '## Every code',
    '',
    ...(await codeTable()),
  ];
  return `${lines.join('\n')}\n`;
}
