/** Imports that are expressions or types, found in the tree of a file: `import()`, `import.meta.glob()`, `require()`, `typeof import()`. */

/** An import that no statement makes. */
interface ExpressedImport {
  /** What is asked for, with `*` for each part of a template that is computed; null where all of it is. */
  readonly requests: readonly string[] | null;
  readonly names: readonly string[];
  readonly kind: 'value' | 'type' | 'dynamic' | 'glob';
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
const at = (value: unknown, ...names: readonly string[]): unknown =>
  names.reduce<unknown>((inner, name) => (isTree(inner) ? inner[name] : undefined), value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The text that an expression gives, with `*` for what a template computes; null for any other expression. */
function requestOf(expression: unknown): string | null {
  const value = at(expression, 'value');
  if (at(expression, 'type') === 'Literal') return typeof value === 'string' ? value : null;
  if (at(expression, 'type') !== 'TemplateLiteral') return null;
  const parts = listOf(at(expression, 'quasis')).map((part) => String(at(part, 'value', 'cooked')));
  return parts[0] === '' && parts.length > 1 ? null : parts.join('*');
}

function requestsOf(expression: unknown): readonly string[] | null {
  const requests =
    at(expression, 'type') === 'ArrayExpression' ? listOf(at(expression, 'elements')).map(requestOf) : [requestOf(expression)];
  const told = requests.filter((request) => request !== null);
  return told.length === requests.length ? told : null;
}

/** The first name of `import('…').Name.Part`. */
function firstName(qualifier: unknown): string {
  const left = at(qualifier, 'left');
  return left === undefined ? String(at(qualifier, 'name') ?? '*') : firstName(left);
}

function importOf(node: Tree): Pick<ExpressedImport, 'requests' | 'names' | 'kind'> | null {
  const { callee, source } = node;
  const asked = listOf(node.arguments)[0];
  switch (node.type) {
    case 'ImportExpression':
      return { requests: requestsOf(source), names: ['*'], kind: 'dynamic' };
    case 'TSImportType':
      return { requests: requestsOf(source), names: [firstName(node.qualifier)], kind: 'type' };
    case 'TSExternalModuleReference':
      return { requests: requestsOf(node.expression), names: ['*'], kind: 'value' };
    case 'CallExpression':
      if (at(callee, 'object', 'type') === 'MetaProperty' && at(callee, 'property', 'name') === 'glob') {
        return { requests: requestsOf(asked), names: ['*'], kind: 'glob' };
      }
      return at(callee, 'name') === 'require' ? { requests: requestsOf(asked), names: ['*'], kind: 'value' } : null;
    default:
      return null;
  }
}

/** All of them within a tree, as the parser gives it. */
export function importsWithin(tree: unknown): ExpressedImport[] {
  if (Array.isArray(tree)) return tree.flatMap(importsWithin);
  if (!isTree(tree)) return [];
  const own = importOf(tree);
  const within = Object.values(tree).flatMap((value) => (isTree(value) ? importsWithin(value) : []));
  return own ? [{ ...own, start: Number(tree.start), end: Number(tree.end) }, ...within] : within;
}
