/** JSON of this cloud and of others as rows. Every key becomes a column, so that none is dropped unseen. Pure. */
import type { SkippedLine } from './csv.ts';
import { isNothing, type JsonValue, jsonText, readJsonText, under } from './json.ts';
import { listDirection, liteItem } from './lite.ts';
import { type Format, type Item, type LeftOut, type Sheet, type SheetFault, type SheetReading, sheetOfItems } from './sheet.ts';

type Fields = [string, { text: string; line: number }][];

/** The fields of an object, with the path of inner ones; a list of plain values in one cell, any other list as its JSON. */
function fieldsOf(value: JsonValue, path = ''): Fields {
  if (value.kind !== 'object') return [[path, { text: cellText(value), line: value.line }]];
  return value.entries.flatMap(([key, one]): Fields => {
    const name = path === '' ? key : `${path}.${key}`;
    if (isNothing(one)) return [[name, { text: '', line: one.line }]];
    return one.kind === 'object' ? fieldsOf(one, name) : [[name, { text: cellText(one), line: one.line }]];
  });
}

function cellText(value: JsonValue): string {
  if (isNothing(value)) return '';
  if (value.kind === 'scalar') return value.text;
  const items = value.kind === 'list' ? value.items : [];
  return items.length > 0 && items.every((item) => item.kind === 'scalar')
    ? items.map((item) => (item.kind === 'scalar' ? item.text : '')).join(', ')
    : jsonText(value);
}

interface FormatMatch {
  readonly format: Format;
  readonly items: readonly Item[];
  readonly faults?: readonly (SkippedLine & { readonly code: SheetFault })[];
  readonly leftOut?: readonly (SkippedLine & { readonly code: LeftOut })[];
  readonly allows?: boolean;
}

type Reader = (value: JsonValue) => FormatMatch | { readonly problem: 'several-groups' | 'incomplete' } | null;

const list = (value: JsonValue | undefined): readonly JsonValue[] | null => (value?.kind === 'list' ? value.items : null);

/** Objects, and lines in the Terraform form; anything else in a list is told, never skipped. */
function itemsOf(values: readonly JsonValue[], extra: Fields = []): Pick<Required<FormatMatch>, 'items' | 'faults'> {
  const read = values.map((value) => {
    if (value.kind === 'object') return { line: value.line, fields: [...extra, ...fieldsOf(value)] };
    if (value.kind === 'scalar' && value.isText && value.text.includes('#')) return liteItem(value.text, value.line, extra);
    return { line: value.line, text: jsonText(value), code: 'item-unknown' as const };
  });
  return {
    items: read.flatMap((one) => ('fields' in one ? [one] : [])),
    faults: read.flatMap((one) => ('code' in one ? [one] : [])),
  };
}

const directed = (value: JsonValue, direction: string): Fields => [[listDirection, { text: direction, line: value.line }]];

const lower = (value: JsonValue, name: string): readonly (readonly [string, JsonValue])[] =>
  value.kind === 'object' ? value.entries.filter(([key]) => key.toLowerCase() === name) : [];

const setKeys = new Set(['version', 'ingress', 'egress', 'carried', 'policystatistics']);

/** `{Ingress, Egress}` in whatever it is wrapped. */
const ownSet: Reader = (value) => {
  const answer = under(value, 'Response') ?? under(value, 'data') ?? value;
  const set = under(answer, 'SecurityGroupPolicySet') ?? under(answer, 'securityGroupPolicySet') ?? answer;
  if (set.kind !== 'object') return null;
  const ways = (['ingress', 'egress'] as const).map((way) => ({ way, found: lower(set, way) }));
  const lists = ways.flatMap(({ way, found }) => found.map(([, one]) => ({ way, one })));
  if (lists.length === 0 || lists.some(({ one }) => one.kind !== 'list' && !isNothing(one))) return null;
  const read = lists.map(({ way, one }) => itemsOf(list(one) ?? [], directed(one, way)));
  const carried = lower(set, 'carried').flatMap(([, one]) => (one.kind === 'object' ? one.entries : [['', one] as const]));
  return {
    format: 'weft',
    items: read.flatMap(({ items }) => items),
    faults: [
      ...read.flatMap(({ faults }) => faults),
      ...set.entries
        .filter(([key, one]) => !setKeys.has(key.toLowerCase()) && !isNothing(one))
        .map(([key, one]) => ({ line: one.line, text: key, code: 'key-unknown' as const })),
      ...carried
        .flatMap(([, one]) => list(one) ?? [one])
        .filter((one) => !isNothing(one))
        .map((one) => ({ line: one.line, text: jsonText(one), code: 'carried' as const })),
    ],
  };
};

/** Every page of a list, or it is no list: what the next page holds may be a denial. */
const goesOn = (value: JsonValue): boolean =>
  ['NextToken', 'nextToken', 'nextPageToken', 'nextLink'].some((key) => {
    const more = under(value, key);
    return more !== undefined && !isNothing(more);
  });

/** The one security group of an answer that may list several. */
function oneGroup(value: JsonValue, key: string): JsonValue | 'several' {
  const groups = list(under(value, key));
  return groups === null ? value : groups.length === 1 && groups[0] ? groups[0] : 'several';
}

const awsEnds = ['IpRanges', 'Ipv6Ranges', 'UserIdGroupPairs', 'PrefixListIds'] as const;

/** One permission of AWS is a rule for each of its ranges. */
function awsItems(permission: JsonValue, direction: Fields): Item[] {
  const own = fieldsOf(permission).filter(([name]) => !awsEnds.some((end) => name === end || name.startsWith(`${end}.`)));
  const ends = awsEnds.flatMap((end) => (list(under(permission, end)) ?? []).map((one) => ({ end, one })));
  if (ends.length === 0) return [{ line: permission.line, fields: [...direction, ...own] }];
  return ends.map(({ end, one }) => {
    const prefix = end === 'UserIdGroupPairs' || end === 'PrefixListIds' ? end : '';
    return { line: one.line, fields: [...direction, ...own, ...fieldsOf(one, prefix)] };
  });
}

const aws: Reader = (value) => {
  if (list(under(value, 'SecurityGroupRules'))) {
    if (goesOn(value)) return { problem: 'incomplete' };
    return { format: 'aws', allows: true, ...itemsOf(list(under(value, 'SecurityGroupRules')) ?? []) };
  }
  const bare = list(value);
  const isPermission = (one: JsonValue): boolean =>
    under(one, 'IpProtocol') !== undefined && awsEnds.some((end) => under(one, end) !== undefined);
  if (bare && bare.length > 0 && bare.every(isPermission)) {
    return { format: 'aws', allows: true, items: bare.flatMap((one) => awsItems(one, [])) };
  }
  const group = oneGroup(value, 'SecurityGroups');
  if (group === 'several') return { problem: 'several-groups' };
  const ways = [
    ['ingress', under(group, 'IpPermissions')],
    ['egress', under(group, 'IpPermissionsEgress')],
  ] as const;
  if (ways.every(([, one]) => one === undefined)) return null;
  if (goesOn(value)) return { problem: 'incomplete' };
  const read = ways.flatMap(([way, one]) => (one ? [{ way, one, items: list(one) ?? [one] }] : []));
  return {
    format: 'aws',
    allows: true,
    items: read.flatMap(({ way, one, items }) => items.flatMap((item) => awsItems(item, directed(one, way)))),
  };
};

const openstack: Reader = (value) => {
  const group = oneGroup(value, 'security_groups');
  if (group === 'several') return { problem: 'several-groups' };
  const rules = list(under(under(group, 'security_group') ?? group, 'security_group_rules'));
  if (rules === null) return null;
  const links = list(under(value, 'security_group_rules_links'));
  if (links?.some((link) => JSON.stringify(jsonText(link)).includes('next'))) return { problem: 'incomplete' };
  const read = itemsOf(rules);
  const acts = read.items.some(({ fields }) => fields.some(([name]) => name.toLowerCase() === 'action'));
  return { format: 'openstack', allows: !acts, ...read };
};

const alibaba: Reader = (value) => {
  const rules = list(under(under(value, 'Permissions'), 'Permission'));
  if (rules === null) return null;
  if (goesOn(value)) return { problem: 'incomplete' };
  const read = itemsOf(rules);
  // Within a VPC there is the one network; a rule for the other one is left to be told.
  const items = read.items.map((item) => ({
    ...item,
    fields: item.fields.filter(([name, { text }]) => name !== 'NicType' || text !== 'intranet'),
  }));
  return { format: 'alibaba', items, faults: read.faults };
};

const unwrapped = (item: Item): Item => ({
  ...item,
  fields: item.fields.map(([name, cell]) => [name.replace(/^properties\./, ''), cell] as const),
});

const azure: Reader = (value) => {
  const group = oneGroup(value, 'value');
  const inner = group === 'several' ? value : (under(group, 'properties') ?? group);
  const bare = list(value);
  const isRule = (one: JsonValue): boolean => under(under(one, 'properties') ?? one, 'access') !== undefined;
  const rules = list(under(inner, 'securityRules')) ?? (bare && bare.length > 0 && bare.every(isRule) ? bare : null);
  if (rules === null) return null;
  if (goesOn(value)) return { problem: 'incomplete' };
  const read = itemsOf(rules);
  const defaults = list(under(inner, 'defaultSecurityRules')) ?? [];
  return {
    format: 'azure',
    items: read.items.map(unwrapped),
    faults: read.faults,
    leftOut: defaults.map((one) => ({ line: one.line, text: jsonText(one), code: 'defaults' as const })),
  };
};

/** A firewall rule of Google has lists of what it allows, or of what it denies: each entry becomes a rule. */
const gcp: Reader = (value) => {
  const rules = list(under(value, 'items')) ?? list(value) ?? [value];
  const lists = ['allowed', 'denied'] as const;
  if (rules.length === 0 || !rules.every((one) => lists.some((name) => list(under(one, name)) !== null))) return null;
  if (goesOn(value)) return { problem: 'incomplete' };
  const items = rules.flatMap((rule): Item[] => {
    const own = fieldsOf(rule).filter(([name]) => name !== 'allowed' && name !== 'denied');
    return lists.flatMap((name) =>
      (list(under(rule, name)) ?? []).map((one) => ({
        line: one.line,
        fields: [['@action', { text: name, line: one.line }], ...own, ...fieldsOf(one)] as const,
      })),
    );
  });
  return { format: 'gcp', items };
};

const wrappers = new Set(['name', 'id', 'description', 'count', 'total', 'totalcount', 'requestid', 'version']);

/** A list of objects whose keys are the headings; `{"rules": […]}` too, when nothing else of weight stands beside it. */
const plainList: Reader = (value) => {
  const inside = value.kind === 'object' ? value.entries.filter(([, one]) => one.kind === 'list') : [];
  const [only] = inside;
  const beside =
    value.kind === 'object' &&
    value.entries.some(([key, one]) => one.kind !== 'list' && !wrappers.has(key.toLowerCase()) && !isNothing(one));
  const found = list(value) ?? (inside.length === 1 && !beside ? list(only?.[1]) : null);
  const isItem = (one: JsonValue): boolean => one.kind === 'object' || (one.kind === 'scalar' && one.text.split('#').length === 4);
  if (found === null || !found.some(isItem)) return null;
  const read = itemsOf(found);
  const own = /^(?:cidrblock|ipv6cidrblock|policyindex|policydescription|servicetemplate\..*|addresstemplate\..*)$/i;
  const isOwn = read.items.some(({ fields }) => fields.some(([name]) => own.test(name)));
  return { format: isOwn ? 'weft' : 'json', ...read };
};

const readers: readonly Reader[] = [ownSet, aws, openstack, alibaba, azure, gcp, plainList];

/** Rules of JSON in any form that is known; of another form it is told once, as such. */
export function jsonSheet(text: string): SheetReading {
  const read = readJsonText(text);
  if ('wrong' in read) return { problem: 'json-wrong', line: read.wrong.line };
  const [twice] = read.twice;
  // Of two values of one key every program takes another.
  if (twice) return { problem: 'json-twice', line: twice.line };
  for (const reader of readers) {
    const found = reader(read.value);
    if (found === null) continue;
    if ('problem' in found) return found;
    const rest: Partial<Sheet> = {
      faults: found.faults ?? [],
      leftOut: found.leftOut ?? [],
      everywhere: found.allows ? { action: 'ACCEPT' } : {},
    };
    return { sheet: sheetOfItems(found.format, found.items, rest) };
  }
  return { problem: 'json-shape', line: read.value.line };
}
