/** Every list of every family in the order that is promised: by the time that its rows show, or by the name asked for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActionData, type Field, isRead } from '../../catalogue/define.ts';
import { actions } from '../../catalogue/index.ts';
import { call3, call2017, control, type Target } from '../testing/client.ts';
import { type Simulator, startSimulator } from '../testing/start.ts';
import { seededRandomness } from '../world/ids.ts';

let simulator: Simulator;
let targets: Target[];

type Row = Readonly<Record<string, unknown>>;
type Change = [table: string, scope: string, id: string, row: Record<string, unknown>];

/** Tables of which the demo world has one row here and there. */
const few = ['parameter-template', 'vpn-connection', 'customer-gateway'];

/** A second one of a row that the demo world has only one of. */
const twin = ([table, scope, id, row]: Change): Change => {
  const other = id.replace(/.{8}$/, (text) => [...text].reverse().join(''));
  return [table, scope, other, Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === id ? other : value]))];
};

/** The demo world with the times of creation dealt anew among the rows of each table, every second one the same. */
beforeAll(async () => {
  simulator = await startSimulator({ seed: 'demo' });
  const snapshot = (await control(simulator.url, 'GET', 'snapshot')) as unknown as { rows: Change[] };
  const random = seededRandomness(7);
  snapshot.rows.push(...snapshot.rows.filter(([table]) => few.includes(table)).map(twin));
  const counts = new Map<string, number>();
  for (const [table, scope, , row] of snapshot.rows) {
    const { CreatedTime: time } = row;
    if (typeof time !== 'string') continue;
    const count = (counts.get(table + scope) ?? 0) + 1;
    counts.set(table + scope, count);
    const day = count % 2 === 0 ? '2022-02-02' : `202${random.below(6)}-03-0${1 + random.below(9)}`;
    row.CreatedTime = time.replace(/^.{10}/, day).replace(/\d\d:\d\d:\d\d/, '12:00:00');
  }
  await control(simulator.url, 'PUT', 'snapshot', snapshot);
  targets = simulator.accounts.flatMap((keys) =>
    ['ap-guangzhou', 'ap-shanghai', 'ap-beijing'].map((region): Target => ({ url: simulator.url, keys, region })),
  );
});
afterAll(() => simulator.close());

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, step) => (inner as Row | undefined)?.[step], value);

/** The field of a listed row that tells when it was made. */
function timeOf({ results, paging }: ActionData): string | undefined {
  const steps = (paging?.items ?? '').split('.');
  let field: Field | undefined = { kind: 'struct', fields: results };
  for (const step of steps) field = field?.kind === 'struct' ? field.fields[step] : undefined;
  const row = field?.kind === 'list' && field.of.kind === 'struct' ? field.of.fields : {};
  return Object.keys(row).find((name) => /created?Time$/i.test(name));
}

interface List {
  readonly name: string;
  readonly data: ActionData;
  readonly time: string | undefined;
}

const lists = Object.entries(actions as Readonly<Record<string, ActionData>>)
  .filter(([name, data]) => /^vpc/.test(name) && isRead(data) && data.paging && !Object.values(data.params).some((field) => field.required))
  .map(([name, data]): List => ({ name, data, time: timeOf(data) }));

const timed = lists.filter((list): list is List & { time: string } => list.time !== undefined);

/** Lists whose rows tell no time. */
const timeless = [
  'vpc:DescribeClassicLinkInstances',
  'vpc:DescribeIp6Addresses',
  'vpc2017:DescribeSubnetEx',
  'vpc:DescribeCcnAttachedInstances',
  'vpc:DescribeRouteTableSelectionPolicies',
];

async function page(target: Target, { name, data }: List, offset: number, limit: number, more: Row): Promise<Row[]> {
  const [service, action = ''] = name.split(':');
  const { paging } = data;
  if (!paging) throw new Error('not a list');
  // One list's offset counts pages (10931).
  const at0 = action === 'DescribeAcl' ? offset / limit : offset;
  const params = { [paging.offset]: String(at0), [paging.limit]: String(limit), ...more };
  const answer = service === 'vpc' ? await call3(target, action, params) : await call2017(target, action, params);
  const rows = at(answer, paging.items);
  if (!Array.isArray(rows)) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return rows as Row[];
}

/** All rows of a list, which are the same in large pages and in small ones. */
async function all(target: Target, list: List, more: Row = {}): Promise<Row[]> {
  const [largest, odd] = [await paged(target, list, list.data.paging?.max ?? 0, more), await paged(target, list, 7, more)];
  expect(odd).toEqual(largest);
  return largest;
}

async function paged(target: Target, list: List, limit: number, more: Row): Promise<Row[]> {
  const rows: Row[] = [];
  for (let offset = 0; ; offset += limit) {
    const next = await page(target, list, offset, limit, more);
    rows.push(...next);
    if (next.length < limit) return rows;
  }
}

const sorted = (values: readonly string[], descending: boolean): string[] => {
  const up = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return descending ? up.reverse() : up;
};

const texts = (rows: readonly Row[], name: string): string[] => {
  const key = Object.keys(rows[0] ?? {}).find((field) => field.toLowerCase() === name.toLowerCase());
  return rows.map((row) => String(row[key ?? name]));
};

describe('every list', () => {
  it.each(timed)('$name is by its time, the newest first, page by page', async (list) => {
    let most = 0;
    for (const target of targets) {
      const rows = await all(target, list);
      expect(texts(rows, list.time)).toEqual(sorted(texts(rows, list.time), true));
      most = Math.max(most, new Set(texts(rows, list.time)).size);
    }
    expect(most).toBeGreaterThan(1);
  });

  it.each(timed.filter(({ data }) => data.params.orderField || data.params.orderDirection))(
    '$name is by what is asked for, either way',
    async (list) => {
      const { orderField, orderDirection } = list.data.params;
      const fields = orderField?.kind === 'choice' ? orderField.values.map(String) : [undefined];
      for (const target of targets) {
        for (const field of fields) {
          for (const direction of orderDirection ? ['asc', 'desc', undefined] : [undefined]) {
            const more = { ...(field ? { orderField: field } : {}), ...(direction ? { orderDirection: direction } : {}) };
            const rows = await all(target, list, more);
            const by = texts(rows, field === undefined || /^createTime$/.test(field) ? list.time : field);
            expect(by).toEqual(sorted(by, direction !== 'asc'));
          }
        }
      }
    },
  );

  it('of API 3.0 keeps that order for rows that are asked for by their ids', async () => {
    for (const list of timed.filter(({ name }) => name.startsWith('vpc:'))) {
      const ids = Object.entries(list.data.params).find(([, field]) => field.kind === 'list' && field.of.kind === 'ref');
      if (!ids) continue;
      const [name] = ids;
      for (const target of targets) {
        const rows = await all(target, list);
        const own = texts(rows, name.replace(/s$/, ''));
        if (rows.length === 0) continue;
        expect(texts(await page(target, list, 0, 50, { [name]: sorted(own, false).slice(0, 5) }), list.time)).toEqual(
          sorted(
            texts(
              rows.filter((_, index) =>
                sorted(own, false)
                  .slice(0, 5)
                  .includes(own[index] ?? ''),
              ),
              list.time,
            ),
            true,
          ),
        );
      }
    }
  });

  it('whose rows tell no time is in the order of its sister that tells it', async () => {
    for (const target of targets) {
      const byTime = texts(((await call3(target, 'DescribeSubnets', { Limit: '100' })).SubnetSet ?? []) as Row[], 'SubnetId');
      expect(texts((await call2017(target, 'DescribeSubnetEx', { limit: 100 })).data as Row[], 'unSubnetId')).toEqual(byTime);
      const linked = texts((await call2017(target, 'DescribeVpcClassicLink', { limit: 50 })).data as Row[], 'instanceId');
      const answer = await call3(target, 'DescribeClassicLinkInstances', { Limit: '100' });
      expect(texts(answer.ClassicLinkInstanceSet as Row[], 'InstanceId')).toEqual(linked);
    }
  });

  it('that can be asked for without parameters is among these', () => {
    expect(timed.length).toBeGreaterThan(25);
    const unplaced = lists.filter(({ time, name }) => time === undefined && !timeless.includes(name)).map(({ name }) => name);
    const advice = 'its rows tell no time: give them a field named CreatedTime, or, where the cloud tells none, enter it in `timeless`';
    expect(
      unplaced.map((name) => `${name}: ${advice}`),
      unplaced.join(),
    ).toEqual([]);
  });
});

it('rows made later stand first, also after the world’s clock was set back, and a rename moves none', async () => {
  const me = { ...(targets[0] as Target), region: 'ap-beijing' };
  const names = async () =>
    ((await call3(me, 'DescribeVpcs', { Limit: '100' })).VpcSet as { VpcName: string }[]).map(({ VpcName }) => VpcName);
  const make = async (time: string, VpcName: string) => {
    await control(simulator.url, 'POST', 'clock', { set: time });
    return (await call3(me, 'CreateVpc', { VpcName, CidrBlock: '10.99.0.0/16' })).Vpc as { VpcId: string };
  };
  await control(simulator.url, 'POST', 'quotas', { type: 'vpcs-per-region', limit: 100 });
  await make('2031-01-02T00:00:00Z', 'second');
  const { VpcId } = await make('2031-01-01T00:00:00Z', 'first');
  await make('2031-01-03T00:00:00Z', 'third');
  expect((await names()).slice(0, 3)).toEqual(['third', 'second', 'first']);
  await call3(me, 'ModifyVpcAttribute', { VpcId, VpcName: 'renamed' });
  expect((await names()).slice(0, 3)).toEqual(['third', 'second', 'renamed']);
  await call3(me, 'DeleteVpc', { VpcId });
  expect((await names()).slice(0, 2)).toEqual(['third', 'second']);
});
