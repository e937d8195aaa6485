/** What the simulated cloud covers, as a page to read: made from the catalogue, the handlers and the coverage tables. */
import { type ActionData, type Family, families, offeredBy } from '../../catalogue/define.ts';
import { actions, familyData } from '../../catalogue/index.ts';
import { loadErrors, loadText } from '../../catalogue/text/load.ts';
import { handlers } from '../families/index.ts';
import { faultReasons } from './faults.ts';
import { coverage } from './index.ts';
import type { Provoked } from './shape.ts';

interface Covered {
  readonly name: string;
  readonly data: ActionData;
  readonly isServed: boolean;
  readonly byCause: readonly string[];
  readonly byFault: readonly string[];
}

export interface Counts {
  readonly actions: number;
  readonly served: number;
  readonly errors: number;
  readonly byCause: number;
  readonly byFault: number;
}

const table: Readonly<Record<string, ActionData>> = actions;
const provoked: Readonly<Record<string, Readonly<Record<string, Provoked>>>> = coverage;

function coveredOf(family: Family): Covered[] {
  const names = Object.keys(table).filter((name) => offeredBy(familyData[family]).flat().includes(name));
  return names.map((name) => {
    const data = table[name] as ActionData;
    const how = (wanted: Provoked): string[] => data.errors.filter((code) => provoked[name]?.[code] === wanted);
    return { name, data, isServed: Object.hasOwn(handlers, name), byCause: how('cause'), byFault: how('fault') };
  });
}

function countsOf(covered: readonly Covered[]): Counts {
  const sum = (number: (one: Covered) => number): number => covered.reduce((total, one) => total + number(one), 0);
  return {
    actions: covered.length,
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

function statusOf({ isServed, data }: Covered): string {
  if (!isServed) return 'missing';
  return data.async ? `served, as a task: \`${data.async.poll.split(':')[1]}\`` : 'served';
}

function actionTable(covered: readonly Covered[]): string[] {
  return [
    row('action', 'line', 'status', 'refusals by a cause', 'refusals by a fault'),
    row('---', '---', '---', '---', '---'),
    ...covered.map((one) => row(`\`${one.name}\``, one.data.line, statusOf(one), marked(one.byCause), marked(one.byFault))),
  ];
}

/** Every code: how often it is provoked in either way, what has to be the case for it, why it needs a fault. */
async function codeTable(): Promise<string[]> {
  const errors = await loadErrors('en', ...families);
  const all = families.flatMap(coveredOf);
  const number = (codes: readonly string[], wanted: string): number => codes.filter((code) => code === wanted).length;
  const [causes, faults] = [all.flatMap(({ byCause }) => byCause), all.flatMap(({ byFault }) => byFault)];
  return [
    row('code', 'by a cause', 'by a fault', 'provoked when', 'why a fault'),
    row('---', '--:', '--:', '---', '---'),
    ...[...new Set([...causes, ...faults])].sort().map((code) => {
      const why = faults.includes(code) ? (faultReasons[code] ?? 'no reason is written down') : '';
      return row(`\`${code}\``, number(causes, code), number(faults, code), causes.includes(code) ? (errors[code]?.means ?? '') : '', why);
    }),
  ];
}

const introduction = (): string[] => {
  const { actions: all, served, errors, byCause, byFault } = totalCounts();
  return [
    '# What the simulated cloud covers',
    '',
    'Made by `npm run coverage` from the catalogue, the handlers and the tables in `simulator/coverage`; a test fails when it is',
    'stale. Do not edit it.',
    '',
    `The documents describe ${all} actions; ${served} are served. Their error tables have ${errors} rows, and a test provokes each of`,
    'them through the wire:',
    '',
    `- **by a cause** (${byCause}): by what the call says, or by the state of the world that it meets;`,
    `- **by a fault** (${byFault}): ordered from the control API (\`POST /_sim/faults\`), where only the inside of a real cloud could`,
    '  bring it about.',
    '',
    'A table that lacks an action or one of its errors does not compile; a cause that no test of the family has met fails there.',
    'Errors that any action may answer (signatures, limits of rate, unknown parameters) are not counted: they stand in',
    '[simulator-differences](simulator-differences.md), with every choice that was made where the documents contradict themselves.',
    'Lines are those of the documents; the last three families have documents of their own. What each code takes, and why some need a',
    'fault, stands [at the end](#every-code).',
  ];
};

/** The whole page, in Markdown. */
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
