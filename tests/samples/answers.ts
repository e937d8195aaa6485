/** Whether an answer has what the documents' table of results names, in the type that it gives. */

export interface Row {
  readonly name: string;
  readonly type: string;
}

interface Node {
  type: string;
  readonly inside: Map<string, Node>;
}

/** "data.n.vpcId" stands under "data": the marks of lists are no names. */
function treeOf(rows: readonly Row[]): Map<string, Node> {
  const root = new Map<string, Node>();
  for (const { name, type } of rows) {
    let level = root;
    let node: Node | undefined;
    for (const step of name.split('.').filter((part, index) => index === 0 || !/^[nN]$/.test(part))) {
      node = level.get(step) ?? { type: 'Object', inside: new Map() };
      level.set(step, node);
      level = node.inside;
    }
    // "data.n.address" is the list, "data.n.address.n" one of it.
    const marked = /\.[nN]$/.test(name) && type !== 'Array';
    if (node && !(marked && node.type === 'Array')) node.type = type;
  }
  return root;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const fits: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  Int: Number.isSafeInteger,
  Integer: Number.isSafeInteger,
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  Bool: (value) => typeof value === 'boolean',
  Boolean: (value) => typeof value === 'boolean',
  Timestamp: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\dZ?$/.test(value),
  Array: Array.isArray,
  'Array of String': (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  'Object/Array': (value) => Array.isArray(value) || isObject(value),
};

const fitsType = (type: string, value: unknown): boolean =>
  (fits[type] ?? (type.startsWith('Array of ') ? Array.isArray : isObject))(value);

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : Number.isSafeInteger(value) ? 'integer' : typeof value;

/** Each as "data.vpcId missing", "data.eipCount type: integer, documented String" or "data empty": nothing to look into. */
export function lacks(rows: readonly Row[], answer: Readonly<Record<string, unknown>>): string[] {
  const found = new Set<string>();
  walk(treeOf(rows), answer, '', found);
  return [...found];
}

function walk(level: Map<string, Node>, value: Readonly<Record<string, unknown>>, at: string, found: Set<string>): void {
  for (const [name, node] of level) {
    const place = at + name;
    if (!Object.hasOwn(value, name)) found.add(`${place} missing`);
    else lookInto(node, value[name], place, found);
  }
}

function lookInto(node: Node, value: unknown, place: string, found: Set<string>): void {
  if (value === null) {
    found.add(`${place} null`);
    return;
  }
  if (!fitsType(node.type, value)) found.add(`${place} type: ${kindOf(value)}, documented ${node.type}`);
  const items = Array.isArray(value) ? value : [value];
  if (items.length === 0) found.add(`${place} empty`);
  if (node.inside.size === 0) return;
  for (const item of items) {
    if (isObject(item)) walk(node.inside, item, `${place}.`, found);
    else found.add(`${place} holds: ${kindOf(item)}, documented Object`);
  }
}
