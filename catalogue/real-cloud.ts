/** Which operation uses which action in which dialect, as a page to read: docs/real-cloud.md, by scripts/real-cloud.mjs. */
import { followOf, speechOf } from './dialects.ts';
import { familyModules } from './index.ts';
import type { FamilyModule } from './module.ts';
import { loadText } from './text/load.ts';
import type { FamilyText } from './text/shape.ts';

interface Line {
  readonly operation: string;
  readonly documents: string;
  /** Null where today's API has nothing for it. */
  readonly today: string | null;
  readonly differs: string;
}

/** What is otherwise under `today`, in words. */
function differences(module: FamilyModule, name: string): string {
  const speech = speechOf(module, 'today', name);
  if (speech.kind !== 'bound') return '';
  const { lacks = [], drops = [] } = speech.binding;
  const follow = followOf(module, 'today', name);
  const words = [
    lacks.length > 0 ? `no place for ${lacks.map((param) => `\`${param}\``).join(', ')}` : '',
    drops.length > 0 ? `does without ${drops.map((param) => `\`${param}\``).join(', ')}` : '',
    speech.own.async && follow === 'state' ? 'followed by the state of the row' : '',
    speech.own.async && follow === 'answer' ? 'done with its answer' : '',
  ];
  return words.filter((part) => part !== '').join('; ');
}

function linesOf(module: FamilyModule, text: FamilyText): Line[] {
  const sorts: readonly (readonly [string, FamilyModule['data']['operations']])[] = [
    ['', module.data.operations],
    ...Object.entries(module.data.variants ?? {}).map(([name, { operations }]) => [`${name}: `, operations] as const),
  ];
  return sorts.flatMap(([prefix, operations]) =>
    Object.entries(operations).map(([operation, [name = '']]): Line => {
      const speech = speechOf(module, 'today', name);
      const isTodays = module.actions[name]?.source === 'today';
      return {
        operation: prefix + operation,
        documents: isTodays ? '—' : `\`${name}\``,
        today: speech.kind === 'lacks' ? null : `\`${speech.kind === 'bound' ? speech.binding.action : name}\``,
        differs: speech.kind === 'lacks' ? (text.actions[name]?.gone ?? '') : differences(module, name),
      };
    }),
  );
}

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The page; what only tests and scripts use. */
export async function realCloudPage(): Promise<string> {
  const families = await Promise.all(
    familyModules.map(async (module) => {
      const { family } = module.data;
      return { family, lines: linesOf(module, await loadText('en', family)) };
    }),
  );
  const all = families.flatMap(({ lines }) => lines);
  const speaking = all.filter(({ today }) => today !== null).length;
  return [
    '# What a real cloud is asked',
    '',
    'Made by `npm run real-cloud` from the catalogue; a test fails when it is stale. Do not edit it.',
    '',
    `An account speaks a dialect ([decision 0043](decisions/0043-operations-bindings-dialects.md)): the documents' (2017 and 3.0 of 2018), or`,
    `today's API 3.0. Of ${all.length} operations ${speaking} have an action today. One without is shown with that reason and never sent;`,
    'the API explorer may call any action.',
    '',
    ...families.flatMap(({ family, lines }) => [
      `## ${family}`,
      '',
      row('operation', 'documents', 'today', 'differs, or why there is none'),
      row('---', '---', '---', '---'),
      ...lines.map(({ operation, documents, today, differs }) => row(operation, documents, today ?? 'none', differs)),
      '',
    ]),
  ].join('\n');
}
