// @vitest-environment happy-dom
/**
 * What a form does not change stays as it is, byte for byte: a cloud that answers with fields and values of tomorrow, every
 * form that changes a resource in place, one thing changed in it, and the simulated world compared before and after.
 */
import { act, cleanup, configure, fireEvent, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Dialect, dialects } from '../../catalogue/binding.ts';
import { type FamilyRef, type Field, type Fields, isRead, refsOf, splitRef } from '../../catalogue/define.ts';
import { speechOf } from '../../catalogue/dialects.ts';
import { familyModules, findAction } from '../../catalogue/index.ts';
import { listedFamilies, loadFamily } from '../../catalogue/lazy.ts';
import { rowsAt } from '../../catalogue/rows.ts';
import { isRecord } from '../../catalogue/values.ts';
import { encode, spelledIn } from '../../catalogue/wire.ts';
import { startWeft } from '../../server/test/kit.ts';
import { type Simulator, startSimulator } from '../../simulator/main.ts';
import { runOperation } from '../../src/api/run.ts';
import { startLanguage } from '../../src/i18n/index.ts';
import { requireOperation } from '../../src/lib/family.ts';
import { noteConsole } from '../../src/lib/scope.ts';
import { paths } from '../../src/paths.ts';
import { isToldOf, strangeInCall } from '../support/todays-api.ts';
import { openPage, sendThrough } from './support.tsx';

configure({ asyncUtilTimeout: 15_000 });
afterEach(cleanup);

type Values = Readonly<Record<string, unknown>>;

const scope = { account: undefined, region: 'ap-guangzhou' };

/** A field that nobody knows, in every object of an answer; and the beginning of every word of a set, which makes it unknown. */
const newField = 'SomethingOfTomorrow';
const newWord = 'TOMORROW_';

/** An answer as a later cloud gives it. */
function ofTomorrow(fields: Fields, values: Values): Values {
  const change = (field: Field | undefined, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => change(field?.kind === 'list' ? field.of : undefined, item));
    if (isRecord(value)) return { ...ofTomorrow(field?.kind === 'struct' ? field.fields : {}, value), [newField]: { a: [1, null] } };
    return field?.kind === 'choice' && typeof value === 'string' && value !== '' ? newWord + value : value;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(fields[name], value)]));
}

/** A call as today's simulated cloud takes it: what came back of the later cloud's is what it stands for. */
function ofNow(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ofNow);
  if (typeof value === 'string' && value.startsWith(newWord)) return value.slice(newWord.length);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => (name === newField ? [] : [[name, ofNow(inner)]])));
}

type Weft = Awaited<ReturnType<typeof startWeft>>;

/** What accounts of today have that the demo's first company has not: secondary ranges, IPv6 blocks, tags, an IPv6 rule. */
async function grow(weft: Weft, account: string): Promise<void> {
  const done = async (name: string, params: Record<string, unknown>): Promise<Values> => {
    const answer = await weft.call(name, params);
    expect(answer.status, `${name}: ${answer.text}`).toBe(200);
    return answer.json().data ?? {};
  };
  const { VpcSet } = (await done('vpc:DescribeVpcs', { Limit: '100' })) as { VpcSet: { VpcId: string }[] };
  const { SecurityGroupSet } = (await done('vpc:DescribeSecurityGroups', { Limit: '100' })) as {
    SecurityGroupSet: { SecurityGroupId: string }[];
  };
  for (const { VpcId } of VpcSet) {
    await done('vpc:CreateAssistantCidr', { VpcId, CidrBlocks: ['172.29.0.0/20'] });
    await done('vpc:AssignIpv6CidrBlock', { VpcId });
    const ResourceList = [`qcs::vpc:ap-guangzhou:uin/${account}:vpc/${VpcId}`];
    await done('tag:TagResources', { ResourceList, Tags: [{ TagKey: 'env', TagValue: 'prod' }] });
  }
  const Ingress = [{ Protocol: 'TCP', Port: '22', Ipv6CidrBlock: '2001:db8:1::/48', Action: 'ACCEPT', PolicyDescription: 'v6' }];
  for (const { SecurityGroupId } of SecurityGroupSet)
    await done('vpc:CreateSecurityGroupPolicies', { SecurityGroupId, SecurityGroupPolicySet: { Ingress } });
}

interface Stand {
  readonly simulator: Simulator;
  /** What was sent that changes something. */
  readonly writes: readonly { readonly name: string; readonly params: Values }[];
  /** Why today's cloud would not take what was sent to it. */
  readonly strange: readonly string[];
  /** Shows a page, and waits until it is at rest. */
  readonly open: (url: string) => Promise<void>;
  /** The rows of a list as pages have them. */
  readonly rows: (ref: FamilyRef) => Promise<readonly Values[]>;
}

/** A demo world behind the real proxy, and a layer that makes its answers those of a later cloud. */
async function stand(dialect: Dialect): Promise<Stand> {
  const simulator = await startSimulator({ seed: 'demo', randomSeed: 7 });
  onTestFinished(() => simulator.close());
  const [account] = simulator.accounts;
  const services = ['vpc', 'vpc2017', 'sts', 'cvm', 'region', 'tag'];
  const weft = await startWeft({
    env: {
      TENCENTCLOUD_SECRET_ID: account?.secretId,
      TENCENTCLOUD_SECRET_KEY: account?.secretKey,
      WEFT_DIALECT: dialect,
      WEFT_ENDPOINTS: services.map((service) => `${service}=${simulator.url}`).join(),
    },
  });
  if (dialect === 'today') await grow(weft, account?.uin ?? '');
  const writes: { readonly name: string; readonly params: Values }[] = [];
  const strange: string[] = [];
  globalThis.fetch = async (input, init) => {
    const [, service, action] = /\/api\/call\/([^/]+)\/([^/]+)$/.exec(String(input)) ?? [];
    const name = `${service}:${action}`;
    const { params, ...of } = JSON.parse(String(init?.body ?? '{}')) as { params: Values };
    const data = findAction(name);
    if (data && !isRead(data)) {
      writes.push({ name, params });
      const wire = spelledIn('today', data, encode(data, ofNow(params) as Values));
      if (dialect === 'today' && isToldOf(service ?? '')) strange.push(...strangeInCall(service ?? '', action ?? '', wire));
    }
    const response = await sendThrough(`${weft.url}${String(input)}`, 'POST', JSON.stringify({ ...of, params: ofNow(params) }));
    const answer = (await response.json()) as { data?: Values };
    return Response.json(answer.data ? { ...answer, data: ofTomorrow(data?.results ?? {}, answer.data) } : answer, response);
  };
  noteConsole({
    mode: 'real',
    endpoints: {},
    accounts: [{ id: 'main', name: 'main', uin: account?.uin ?? null, vendor: 'tencent', dialect }],
    defaultAccount: 'main',
    defaultRegion: scope.region,
    version: '1',
  });
  return { simulator, writes, strange, open, rows: (ref) => rowsOf(ref) };
}

/** The rows of a list as pages have them. */
async function rowsOf(ref: FamilyRef): Promise<readonly Values[]> {
  const module = await loadFamily(ref);
  const { name, data } = requireOperation(module, 'list');
  return rowsAt(data, (await runOperation(scope, module, name, {})).data)?.rows.filter(isRecord) ?? [];
}

async function open(url: string): Promise<void> {
  await startLanguage('ui', 'shell', 'family', 'page', 'kit');
  const isAtRest = await openPage(url, scope);
  const atRest = (): void => {
    const isReady = dialog()?.querySelector('[type=submit]');
    if (!isReady || !isAtRest()) throw new Error(`${url} is not at rest`);
  };
  await waitFor(atRest);
  await act(async () => undefined);
  await waitFor(atRest);
}

type Input = HTMLInputElement | HTMLTextAreaElement;

const dialog = (): Element | null => document.querySelector('[role=dialog], dialog');

/** What can be typed into or ticked; what is picked from a list is left alone. */
const inputs = (): Input[] =>
  [...(dialog()?.querySelectorAll<Input>('input:not([role=combobox]), textarea') ?? [])].filter(
    ({ disabled, readOnly, type }) => !disabled && !readOnly && /^(?:text|textarea|number|checkbox|password)$/.test(type),
  );

/** Another value of the same form. */
const another = (value: string): string => {
  if (/\d(?=\D*$)/.test(value) && /[.:/]/.test(value)) return value.replace(/\d+(?=\D*$)/, (n) => String(Number(n) + 1));
  return /^\d+$/.test(value) ? String(Number(value) + 1) : 'tomorrow_7';
};

type Rows = ReadonlyMap<string, unknown>;

/** Rows are never changed in place: one that changed is another object. */
const worldOf = ({ world }: Simulator): Rows =>
  new Map([...world.rows()].map(([table, place, id, row]) => [[table, place, id].join(' '), row]));

function leavesOf(value: unknown, at: string, out = new Map<string, unknown>()): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) out.set(at, value);
  else for (const [name, inner] of Object.entries(value)) leavesOf(inner, `${at}.${name}`, out);
  return out;
}

/** What follows from a change: dates, counts of changes, and the set of options that a first domain of a VPC makes. */
const follows = /(?:Time|Version|DhcpOptionsId)$/;

/** The leaves of the world that are another now and are not what was entered. */
function strangeChanges(before: Rows, after: Rows, isEntered: (value: unknown) => boolean): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    if (before.get(key) === after.get(key) || /^(?:task|counter) /.test(key)) return [];
    const [was, is] = [leavesOf(before.get(key), key), leavesOf(after.get(key), key)];
    return [...new Set([...was.keys(), ...is.keys()])]
      .filter((leaf) => was.get(leaf) !== is.get(leaf) && !follows.test(leaf) && !isEntered(is.get(leaf)))
      .map((leaf) => `${leaf}: ${String(was.get(leaf))} → ${String(is.get(leaf))}`);
  });
}

/** Objects inside of what is sent that lost what they were told with; an item of a list that was entered anew has nothing to lose. */
const shorn = (value: unknown, isEntered: (value: unknown) => boolean, inside = false): boolean => {
  if (Array.isArray(value))
    return value.some((item) => !(isRecord(item) && Object.values(item).some(isEntered)) && shorn(item, isEntered, true));
  if (!isRecord(value)) return false;
  const lost = inside && !Object.hasOwn(value, newField);
  return lost || Object.entries(value).some(([name, inner]) => name !== newField && shorn(inner, isEntered, true));
};

interface Change {
  readonly saved: boolean;
  readonly strange: readonly string[];
}

/** Opens the form, changes the n-th of its inputs, saves. Null when there are not so many. */
async function changeOne(on: Stand, url: string, n: number, isWhole: boolean): Promise<Change | null> {
  await on.open(url);
  const input = inputs()[n];
  if (!input) return null;
  const before = worldOf(on.simulator);
  const typed = another(input.value);
  if (input.type === 'checkbox') fireEvent.click(input);
  else fireEvent.change(input, { target: { value: typed } });
  const submit = [...(dialog()?.querySelectorAll('button') ?? [])].find(({ type }) => type === 'submit');
  const sent = on.writes.length;
  await act(async () => submit?.click());
  await waitFor(() => {
    if (dialog() && !dialog()?.querySelector('[aria-invalid=true], [role=alert] code')) throw new Error(`${url}: ${dialog()?.textContent}`);
  });
  const values: readonly unknown[] = input.type === 'checkbox' ? [true, false] : [typed, Number(typed), ...typed.split('\n')];
  const isEntered = (value: unknown): boolean => values.includes(value);
  const writes = on.writes.slice(sent);
  const told = `${url} ${input.labels?.[0]?.textContent}: ${writes.map(({ name, params }) => `${name} ${JSON.stringify(params)}`).join()}`;
  const strange = strangeChanges(before, worldOf(on.simulator), isEntered);
  return {
    saved: dialog() === null,
    strange: [...strange, ...(isWhole && writes.some(({ params }) => shorn(params, isEntered)) ? ['left out'] : [])].map(
      (fault) => `${fault}: ${told}`,
    ),
  };
}

/** Forms that change the resource, or a part that stands in its row: the URL gives them what it is. */
async function formsOf(ref: FamilyRef, dialect: Dialect, row: Values): Promise<string[]> {
  const module = await loadFamily(ref);
  const id = String(row[module.data.id]);
  const spoken = familyModules.find(({ data }) => data.family === splitRef(ref).family) ?? module;
  const parts = Object.entries(module.data.operations).flatMap(([operation, [name = '']]) => {
    const data = findAction(name);
    if (data?.kind !== 'update' || data.danger === 'destroys' || operation === 'update' || /:(?:Create|Reset)/.test(name)) return [];
    const lists = Object.values(data.params).flatMap((field) =>
      field.kind === 'list' && field.of.kind === 'struct' ? [field.of.fields] : [],
    );
    const part = Object.values(row)
      .flatMap((value) => (Array.isArray(value) ? value.filter(isRecord).slice(0, 1) : []))
      .find((item) => lists.some((fields) => Object.entries(fields).every(([key, { required }]) => !required || Object.hasOwn(item, key))));
    if (!part || speechOf(spoken, dialect, name).kind === 'lacks') return [];
    const given = Object.entries(part).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
    return [
      `${paths.detail(ref, id, scope, `do`).split('?')[0]}/${operation}?${new URLSearchParams({ region: scope.region, ...Object.fromEntries(given.map(([key, value]) => [key, String(value)])) })}`,
    ];
  });
  return [...(module.data.operations.update ? [paths.edit(ref, id, scope)] : []), ...parts];
}

const refs = (await Promise.all(listedFamilies.map((family) => loadFamily(family)))).flatMap(({ data }) => refsOf(data));

/** Fields of a form that are changed: today has all that the documents have, and more. */
const most: Readonly<Record<Dialect, number>> = { documents: 1, today: 8 };

/** A family has some three forms with some five fields: for a machine that has much else to do. */
const patience = 180_000;

describe.each(dialects)('what a form does not change, under %s', (dialect) => {
  it.each(refs)(
    '%s',
    async (ref) => {
      const on = await stand(dialect);
      const [row = {}] = (await on.rows(ref)).toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length);
      for (const form of await formsOf(ref, dialect, row)) {
        const changes: Change[] = [];
        for (let n = 0; n < most[dialect]; n += 1) {
          const change = await changeOne(on, form, n, dialect === 'today' && form.includes('/edit'));
          if (!change) break;
          changes.push(change);
        }
        expect(changes.flatMap(({ strange }) => strange)).toEqual([]);
        if (form.includes('/edit?')) expect(changes.some(({ saved }) => saved)).toBe(true);
      }
      expect(on.strange, 'calls that today’s cloud would not take').toEqual([]);
    },
    patience,
  );
});
