/** Lengths of functions and components, by their lines in the file: lint counts fewer, and knows no component from a hook. */
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { isTest } from './support/files.ts';
import { allModules } from './support/modules.ts';

/** Lines of a function, and of a component, as biome.json has them. */
const most = { function: 60, component: 120 };

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is SyntaxNode => typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

const isFunction = ({ type }: SyntaxNode): boolean => /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type);

interface NamedFunction {
  readonly name: string;
  readonly node: SyntaxNode;
}

/** All functions within, by the names that they are declared, assigned or given as; '' for those without. */
function functionsIn(value: unknown, name = ''): NamedFunction[] {
  if (Array.isArray(value)) return value.flatMap((one) => functionsIn(one));
  if (!isNode(value)) return [];
  const { id, key, ...rest } = value as SyntaxNode & {
    readonly id?: { readonly name?: string } | null;
    readonly key?: { readonly name?: string };
  };
  const own = id?.name ?? key?.name ?? name;
  const within = Object.values(rest).flatMap((child) => functionsIn(child, isFunction(value) ? '' : own));
  return isFunction(value) ? [{ name: own, node: value }, ...within] : within;
}

/** Of a .tsx: what draws. A list of cases in a test is no function that somebody reads as one. */
const isComponent = (path: string, name: string): boolean => path.endsWith('.tsx') && /^[A-Z]/.test(name);

it('functions have 60 lines at most, components 120', () => {
  const found = allModules()
    .filter(({ path }) => /\.tsx?$/.test(path) && !isTest(path) && !path.startsWith('network/testing/'))
    .flatMap(({ path, text }) => {
      // Where the lines begin, once a file: to count them for each function costs seconds.
      const starts = [...text.matchAll(/\n/g)].map(({ index }) => index);
      const lineAt = (offset: number): number => starts.findLastIndex((start) => start < offset) + 2;
      const { program } = parseSync(path, text, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
      return functionsIn(program).flatMap(({ name, node }) => {
        const lines = lineAt(node.end) - lineAt(node.start) + 1;
        if (lines <= (isComponent(path, name) ? most.component : most.function)) return [];
        return [`${path}:${lineAt(node.start)} ${name || 'a function without a name'} has ${lines} lines`];
      });
    });
  expect(found).toEqual([]);
}, 60_000);
