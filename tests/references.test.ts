/** References that open: what comments and documents name is there. Lines of the API's documents: docs/sources.md. */
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, read } from './support/files.ts';
import { allModules } from './support/modules.ts';

interface Passage {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

const files = filesIn('.');
const known = new Set(files);

/** Every comment of the code, and every line of a Markdown file that is not in a block of code. */
const passages: readonly Passage[] = [
  ...allModules().flatMap(({ path, comments }) => comments.map(({ text, line }) => ({ path, line, text }))),
  ...files.filter((path) => path.endsWith('.md')).flatMap(linesOf),
];

function linesOf(path: string): Passage[] {
  const prose = read(path).replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, ''));
  return prose.split('\n').map((text, at) => ({ path, line: at + 1, text }));
}

/** "file:line what" of every match that `isWrong` takes. */
function wrong(pattern: RegExp, isWrong: (match: RegExpMatchArray, passage: Passage) => boolean, among = passages): string[] {
  return among.flatMap((passage) =>
    [...passage.text.matchAll(pattern)]
      .filter((match) => isWrong(match, passage))
      .map(([found]) => `${passage.path}:${passage.line} ${found}`),
  );
}

/** Files that every folder of a family, a page or a language has: their names mean each of them. */
const inEachFolder = new Set(
  `index.ts today.ts rules.ts table.ts seed.ts faults.ts api3.ts api2017.ts family.ts index.tsx forms.tsx detail.tsx route.ts page.tsx en.json
  zh.json errors.json language.json flow-log/en.json`.split(/\s+/),
);

/** A path is meant from the file that names it, or from the root; its end will do where one file alone ends so: `upstream/retry.ts`. */
const opens = (named: string, from: string): boolean =>
  inEachFolder.has(named) ||
  [normalize(join(dirname(from), named)), normalize(named)].some((path) => known.has(path)) ||
  (!named.startsWith('.') && files.filter((path) => path.endsWith(`/${named}`)).length === 1);

/** The text of a link, whose target is found by its own path. */
const isLinkText = ({ index = 0, 0: { length } }: RegExpMatchArray, { text }: Passage): boolean =>
  text.slice(index + length).startsWith('](');

describe('a file that is named', () => {
  it('exists', () => {
    const name = /(?<![\w/.~$<*{>-])(?!node_modules)(?:[\w.@-]+\/)*\w[\w.-]*\.(?:md|tsx?|mjs|json|css|html)\b(?![\w*/-])/g;
    expect(passages.length).toBeGreaterThan(3_000);
    // The documents as data stand beside a clone, if at all: docs/sources.md says where.
    const isOutside = (named: string): boolean => /(?:^|\/)actions\.json$/.test(named);
    const isMissing = (match: RegExpMatchArray, passage: Passage): boolean =>
      !isOutside(match[0]) && !isLinkText(match, passage) && !opens(match[0], passage.path);
    expect(wrong(name, isMissing)).toEqual([]);
  });

  it('has the section that is named with it', () => {
    const hasSection = (file: string, number: string): boolean =>
      files.some((path) => path.endsWith(file) && new RegExp(`^#+ ${number}\\b`, 'm').test(read(path)));
    expect(wrong(/([\w./-]+\.md),? section (\d+)/g, ([, file = '', number = '']) => !hasSection(file, number))).toEqual([]);
    expect(wrong(/(?<!\.md,? )\bsection \d+/g, () => true)).toEqual([]);
  });

  it('or folder of docs exists', () => {
    const isThere = (path: string): boolean => known.has(path) || files.some((file) => file.startsWith(`${path}/`));
    expect(wrong(/(?<![\w/.])docs\/[\w/.-]*\w/g, ([path]) => !isThere(path))).toEqual([]);
  });
});

it('a decision that is named by its number exists', () => {
  const isThere = (number: string): boolean => files.some((path) => path.startsWith(`docs/decisions/${number}-`));
  expect(wrong(/\b[Dd]ecisions? (\d+)/g, ([, number = '']) => !isThere(number))).toEqual([]);
});

describe('lines of the documents', () => {
  /** `| 003 | title | … | lines | bytes | SHA-256 |` */
  const lines = new Map(
    [...read('docs/sources.md').matchAll(/^\| (00\d) \|.*?\| ([\d,]+) \| [\d,]+ \| `[0-9a-f]{64}` \|$/gm)].map(
      ([, number = '', count = '']) => [number, Number(count.replaceAll(',', ''))],
    ),
  );
  const isBeyond = (document: string, line: string): boolean => Number(line) < 1 || Number(line) > (lines.get(document) ?? 0);

  it('are counted in docs/sources.md', () => expect([...lines.keys()]).toEqual(['000', '001', '002', '003', '004']));

  it('with the number of their document, as in 001:27', () => {
    expect(
      wrong(/\b(00\d):(\d+)(?:-(\d+))?/g, ([, name = '', from = '', to = from]) => isBeyond(name, from) || isBeyond(name, to)),
    ).toEqual([]);
    expect(wrong(/\bdocument (\d{3})\b/g, ([, name = '']) => !lines.has(name))).toEqual([]);
    expect(wrong(/\bfile 00\d|big document/g, () => true)).toEqual([]);
  });

  it('without one are lines of 003', () => {
    const inBrackets = /(?<!code )\(\d{3,5}(?:-\d{3,5})?(?:, (?:00\d:)?\d{2,5}(?:-\d{2,5})?)*\)/g;
    const numbers = (text: string): string[] => text.replace(/00\d:[\d-]+/g, '').match(/\d+/g) ?? [];
    expect(wrong(inBrackets, ([found]) => numbers(found).some((line) => isBeyond('003', line)))).toEqual([]);
    const catalogue = allModules().filter(({ path }) => path.startsWith('catalogue/'));
    const fields = catalogue.map(({ path, text }) => ({ path, line: 1, text }));
    expect(wrong(/\bline: (\d+)\b/g, ([, line = '']) => isBeyond('003', line), fields)).toEqual([]);
  });
});
