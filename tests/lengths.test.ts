/** Lengths of functions: lint gives every function of a .tsx what a component may have; here hooks and plain functions are held to theirs. */
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { isTest } from './support/files.ts';
import { allModules } from './support/modules.ts';

/** Lines of a function that is no component, as biome.json has it for .ts. */
const most = 60;

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

const isComponent = (name: string): boolean => /^[A-Z]/.test(name);

it('functions of a .tsx that are no components are as short as those of a .ts', () => {
  const found = allModules()
    .filter(({ path }) => path.endsWith('.tsx') && !isTest(path))
    .flatMap(({ path, text }) => {
      const { program } = parseSync(path, text, { lang: 'tsx' });
      const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
      return functionsIn(program).flatMap(({ name, node }) => {
        if (isComponent(name)) return [];
        const lines = lineAt(node.end) - lineAt(node.start) + 1;
        return lines > most ? [`${path}:${lineAt(node.start)} ${name || 'a function without a name'} has ${lines} lines`] : [];
      });
    });
  expect(found).toEqual([]);
});
