/**
 * The console's page. One file serves every address; what it is sent with depends on the address and on who asks: the files
 * that the address needs first, by name, so that they come all at once, and for those who are signed in the console's facts,
 * so that the first call to the cloud need not wait for them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languageFor } from '../catalogue/languages.ts';

interface PageRequest {
  /** The path that was asked for. */
  readonly path: string;
  readonly acceptLanguage: string | undefined;
  /** What /api/console answers, as JSON; null for those who are not signed in. */
  readonly facts: string | null;
}

interface ConsolePage {
  readonly render: (request: PageRequest) => string;
  /** Whether the console has a page at this path; a slash at its end is no matter. */
  readonly has: (path: string) => boolean;
}

/** By the first segment of the path, then by language (written by the build, see vite.first-files.ts). */
type FirstFiles = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Null where there is no console to show. */
export function createPage(folder: string, basePath = ''): ConsolePage | null {
  const file = join(folder, 'index.html');
  if (!existsSync(file)) return null;
  // The build names its files from the root.
  const html = readFileSync(file, 'utf8').replaceAll(/ (src|href)="\//g, ` $1="${basePath}/`);
  const [head = '', tail = ''] = split(html, '</head>');
  const mount = basePath === '' ? '' : `<meta name="base-path" content="${basePath}">`;
  const first = readFirstFiles(join(folder, '.first-files.json'));
  const render = ({ path, acceptLanguage, facts }: PageRequest): string => {
    const segment = path.split('/', 2)[1] ?? '';
    const files = Object.hasOwn(first, segment) ? (first[segment]?.[languageOf(acceptLanguage)] ?? []) : [];
    const links = files
      .filter((name) => !head.includes(name))
      .map((name) => `<link rel="modulepreload" crossorigin href="${basePath}${name}">`);
    return `${head}${mount}${links.join('')}${facts === null ? '' : dataBlock(facts)}${tail}`;
  };
  return { render, has: readPages(join(folder, '.pages.json')) };
}

/** By the first segment how many segments a page's path may have (written by the build). A console without the list has every page. */
function readPages(file: string): ConsolePage['has'] {
  if (!existsSync(file)) return () => true;
  const depths = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, number>>;
  return (path) => {
    const parts = path.replace(/\/$/, '').split('/').slice(1);
    const [first = ''] = parts;
    return Object.hasOwn(depths, first) && parts.length <= (depths[first] ?? 0);
  };
}

/** A block of data is no script and is not run; "<" is written so that nothing in a name can end it. */
const dataBlock = (json: string): string => `<script type="application/json" id="facts">${json.replaceAll('<', '\\u003c')}</script>`;

function split(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index)];
}

function readFirstFiles(file: string): FirstFiles {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FirstFiles) : {};
}

/** The first of the browser's languages that the console speaks; a guess about which texts it will ask for. */
const languageOf = (acceptLanguage: string | undefined): Language =>
  languageFor((acceptLanguage ?? '').split(',').map((part) => part.split(';')[0] ?? ''));
