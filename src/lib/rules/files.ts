/** Tables of rules: read from a spreadsheet's clipboard or a file, written to both. Column order and words may vary. */
import { csvCell } from '../export.ts';
import { type Direction, directions, hasPort, isCarried, type KnownRule, type Rule, type RuleSet } from './model.ts';
import { ruleFrom, sentPolicy } from './policy.ts';
import { type Fault, type Names, noNames, readAction, readFar, readService } from './text.ts';

/** A line that could not be read whole. */
export interface Unread {
  /** Counted from 1, the heading included. */
  readonly line: number;
  readonly text: string;
  readonly fault: Fault;
}

export interface ReadRules {
  /** Lines without a direction go where the caller is. */
  readonly rules: readonly { readonly rule: KnownRule; readonly direction: Direction | null }[];
  readonly unread: readonly Unread[];
}

/** Cells of a table with tabs, commas or semicolons; quotes as in RFC 4180. */
export function cellsOf(text: string): string[][] {
  const body = text.replace(/^\uFEFF/, '');
  const first = body.split(/\r?\n/, 1)[0] ?? '';
  const mark = first.includes('\t') ? '\t' : first.includes(';') && !first.includes(',') ? ';' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell.trim().replace(/^'(?=[=+\-@])/, ''));
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  };
  for (let at = 0; at < body.length; at += 1) {
    const char = body[at] ?? '';
    if (quoted) {
      if (char !== '"') cell += char;
      else if (body[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (char === mark) endCell();
    else if (char === '\n') endRow();
    else if (char !== '\r') cell += char;
  }
  endRow();
  return rows;
}

type Part = 'direction' | 'action' | 'service' | 'protocol' | 'port' | 'far' | 'description' | 'number';

const headings: readonly (readonly [Part, RegExp])[] = [
  ['number', /^(?:#|no\.?|index|policyindex|priority|序号|优先级)$/i],
  ['direction', /^(?:direction|way|方向)$/i],
  ['action', /^(?:action|policy|策略|动作)$/i],
  ['protocol', /^(?:protocol|ip ?protocol|协议|协议类型)$/i],
  ['port', /^(?:ports?|port ?range|端口|端口范围)$/i],
  ['service', /^(?:services?|protocol ?(?:&|and|:|\+) ?ports?|服务|协议端口|servicetemplate)$/i],
  ['far', /^(?:source|destination|cidr|cidr ?block|address(?:es)?|from|to|peer|far ?end|来源|目标|目的|源|地址)$/i],
  ['description', /^(?:description|policydescription|comments?|notes?|remarks?|备注|描述|说明)$/i],
];

const partOf = (heading: string): Part | null => headings.find(([, pattern]) => pattern.test(heading.trim()))?.[0] ?? null;

const directionOf = (text: string): Direction | null =>
  /^(?:in|ingress|inbound|入|入站|入方向)$/i.test(text)
    ? 'ingress'
    : /^(?:out|egress|outbound|出|出站|出方向)$/i.test(text)
      ? 'egress'
      : null;

/** The columns of a table without a heading, from the contents of a line. */
function guess(cells: readonly string[], names: Names): (Part | null)[] {
  const taken = new Set<Part>();
  const take = (part: Part): Part | null => {
    if (taken.has(part)) return null;
    taken.add(part);
    return part;
  };
  return cells.map((cell) => {
    if (directionOf(cell)) return take('direction');
    if ('value' in readAction(cell)) return take('action');
    if (/^(?:tcp|udp|icmp|gre|all|any)$/i.test(cell) && !taken.has('protocol') && !taken.has('service')) return take('protocol');
    if (taken.has('protocol') && !taken.has('port') && /^(?:all|any|\*|-|[\d\s,-]+)$/i.test(cell)) return take('port');
    if (!taken.has('far') && 'value' in readFar(cell, names) && !/^\d+$/.test(cell)) return take('far');
    if (!taken.has('protocol') && !taken.has('service') && 'value' in readService(cell, names)) return take('service');
    return cell === '' ? null : take('description');
  });
}

/** A table of rules; an action that is not said is ACCEPT. */
export function readTable(text: string, names: Names = noNames): ReadRules {
  const rows = cellsOf(text);
  const [head = []] = rows;
  const parts = head.map(partOf);
  const headed = parts.filter((part) => part !== null).length >= 2;
  const rules: ReadRules['rules'][number][] = [];
  const unread: Unread[] = [];
  for (const [at, cells] of rows.entries()) {
    if (headed && at === 0) continue;
    const columns = headed ? parts : guess(cells, names);
    const cell = (part: Part): string => cells[columns.indexOf(part)]?.trim() ?? '';
    const protocol = cell('protocol');
    const action = cell('action') === '' ? ({ value: 'ACCEPT' } as const) : readAction(cell('action'));
    const service = readService(protocol === '' ? cell('service') || cell('port') : `${protocol} ${cell('port')}`.trim(), names);
    const far = readFar(cell('far'), names);
    const fault = [action, service, far].flatMap((read) => ('fault' in read ? [read.fault] : []))[0];
    if (fault !== undefined || 'fault' in action || 'fault' in service || 'fault' in far) {
      if (fault !== undefined) unread.push({ line: at + 1, text: cells.join(' · '), fault });
      continue;
    }
    rules.push({
      direction: directionOf(cell('direction')),
      rule: { action: action.value, service: service.value, far: far.value, description: cell('description') },
    });
  }
  return { rules, unread };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rules as the API writes them: `{Ingress, Egress}`, that within `SecurityGroupPolicySet`, or a list. Null for a text that is no JSON of that kind. */
export function readJson(text: string): ReadRules | null {
  let found: unknown;
  try {
    found = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  const set = isObject(found) && isObject(found.SecurityGroupPolicySet) ? found.SecurityGroupPolicySet : found;
  const lists: (readonly [Direction | null, unknown])[] = isObject(set)
    ? [
        ['ingress', set.Ingress ?? set.ingress],
        ['egress', set.Egress ?? set.egress],
      ]
    : [[null, set]];
  if (lists.every(([, list]) => !Array.isArray(list))) return null;
  const rules: ReadRules['rules'][number][] = [];
  const unread: Unread[] = [];
  for (const [direction, list] of lists) {
    for (const [at, item] of (Array.isArray(list) ? list : []).entries()) {
      const read = ruleOf(item);
      if ('fault' in read) unread.push({ line: at + 1, text: JSON.stringify(item), fault: read.fault });
      else rules.push({ direction, rule: read.value });
    }
  }
  return { rules, unread };
}

/** A rule of a file is no more trusted than one that is typed. */
function ruleOf(item: unknown): { readonly value: KnownRule } | { readonly fault: Fault } {
  if (!isObject(item) || typeof item.Action !== 'string' || 'fault' in readAction(item.Action)) return { fault: 'action-unknown' };
  const rule = ruleFrom(item as unknown as Parameters<typeof ruleFrom>[0]);
  if (isCarried(rule)) return { fault: 'carried' };
  const service =
    rule.service.kind === 'template' ? readService(rule.service.id) : readService(`${rule.service.protocol} ${rule.service.port}`);
  const far = readFar(rule.far.kind === 'address' ? rule.far.cidr : rule.far.id);
  if ('fault' in service) return service;
  if ('fault' in far) return far;
  return { value: { ...rule, service: service.value, far: far.value, description: String(rule.description) } };
}

/** Whatever was pasted or opened: JSON if it is that, else a table. */
export const readAny = (text: string, names: Names = noNames): ReadRules => readJson(text) ?? readTable(text, names);

const columns = ['Direction', 'Action', 'Protocol', 'Port', 'Source', 'Description'] as const;

function cellsFor(direction: Direction, rule: Rule): readonly string[] {
  // No reader makes a rule of this line: its action is none.
  if (isCarried(rule)) return [direction, 'CARRIED', '', '', '', `${rule.reasons.join(', ')}: ${JSON.stringify(rule.listed)}`];
  const { action, service, far, description } = rule;
  return [
    direction,
    action,
    service.kind === 'template' ? service.id : service.protocol,
    service.kind === 'ports' && hasPort(service.protocol) ? service.port : '',
    far.kind === 'address' ? far.cidr : far.id,
    description,
  ];
}

/** The same table, for files: what `readTable` reads back. */
export const toCsv = (set: RuleSet): string => {
  const lines = directions.flatMap((direction) => set[direction].map((rule) => cellsFor(direction, rule).map(csvCell).join(',')));
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
};

/** For the clipboard: spreadsheets take tabs. */
export const toTable = (direction: Direction, rules: readonly Rule[]): string =>
  rules
    .map((rule) =>
      cellsFor(direction, rule)
        .map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' '))
        .join('\t'),
    )
    .join('\n');

const jsonOf = (rule: Rule): unknown => (isCarried(rule) ? rule.listed : sentPolicy(rule));

/** As the API takes it; a carried rule as the cloud told it. */
export const toJson = (set: RuleSet): string =>
  `${JSON.stringify({ Ingress: set.ingress.map(jsonOf), Egress: set.egress.map(jsonOf) }, null, 2)}\n`;
