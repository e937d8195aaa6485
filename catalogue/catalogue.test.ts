import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  type ActionData,
  type Family,
  type FamilyData,
  type Field,
  type Fields,
  families,
  type InputOf,
  isRead,
  type OutputOf,
  offeredBy,
} from './define.ts';
import { blamedField, errorFacts } from './errors.ts';
import { actions as allActions, familyData as allFamilies, familyOf, findAction, splitName } from './index.ts';
import { listedFamilies, loadFamily } from './lazy.ts';
import { isService } from './services.ts';
import { validate } from './validate.ts';

const actions: [string, ActionData][] = Object.entries(allActions);
const everyFamily: FamilyData[] = Object.values(allFamilies);
const find = (name: string): ActionData | undefined => actions.find(([known]) => known === name)?.[1];

/** The field at a path such as "data.taskId" in parameters or results, going into lists. */
function fieldAt(fields: Fields, path: string): Field | undefined {
  const [head = '', ...rest] = path.split('.');
  let field = Object.hasOwn(fields, head) ? fields[head] : undefined;
  while (rest.length > 0 && field?.kind === 'list') field = field.of;
  if (rest.length === 0 || !field) return field;
  return field.kind === 'struct' ? fieldAt(field.fields, rest.join('.')) : undefined;
}

const faults = (check: (name: string, action: ActionData) => string | undefined | false): string[] =>
  actions.flatMap(([name, action]) => {
    const fault = check(name, action);
    return fault ? [`${name}: ${fault}`] : [];
  });

describe('families', () => {
  it('are all described, under their own names', () => {
    expect(Object.keys(allFamilies).sort()).toEqual([...families].sort());
    for (const [name, data] of Object.entries(allFamilies)) expect(data.family).toBe(name);
  });

  it('offer every action in exactly one operation', () => {
    const offered = everyFamily.flatMap((data) => offeredBy(data).flat());
    expect(actions.map(([name]) => name).filter((name) => !offered.includes(name))).toEqual([]);
    expect(offered.filter((name, at) => !find(name) || offered.indexOf(name) !== at)).toEqual([]);
  });

  it('list rows that have the id and the name', () => {
    const lacking = everyFamily.flatMap((data) => {
      const list = find(data.operations.list?.[0] ?? '');
      const rows = list && fieldAt(list.results, list.paging?.items ?? '');
      const fields = rows?.kind === 'list' && rows.of.kind === 'struct' ? rows.of.fields : undefined;
      if (!fields) return data.operations.list ? [data.family] : [];
      return [data.id, ...(data.name ? [data.name] : []), ...(data.pending ? [data.pending.field] : [])].filter((name) => !fields[name]);
    });
    expect(lacking).toEqual([]);
  });

  it('give a meaning to states that there are, and call pending what is pending', () => {
    const idle = everyFamily.flatMap(({ operations, states, pending }) => {
      const rows = Object.values(operations)
        .flat()
        .flatMap((name) => Object.values(find(name)?.results ?? {}));
      return Object.entries(states ?? {}).flatMap(([name, meanings]) => {
        const wrong = Object.keys(meanings).filter((value) => !rows.some((row) => hasState(row, name, value)));
        const waiting =
          pending?.field === name ? pending.values.filter((value) => meanings[String(value).toUpperCase()] !== 'pending') : [];
        return [...wrong, ...waiting].map((value) => `${name} ${value}`);
      });
    });
    expect(idle).toEqual([]);
  });
});

function hasState(field: Field, name: string, value: string): boolean {
  if (field.kind === 'list') return hasState(field.of, name, value);
  if (field.kind !== 'struct') return false;
  return Object.entries(field.fields).some(
    ([key, inner]) =>
      hasState(inner, name, value) ||
      (key === name && (inner.kind === 'choice' ? inner.values.some((choice) => String(choice) === value) : inner.kind === 'text')),
  );
}

describe('actions', () => {
  it('belong to a service', () => {
    expect(faults((name) => !isService(name.split(':')[0] ?? '') && 'no such service')).toEqual([]);
  });

  it('change something unless they read', () => {
    expect(faults((_, action) => isRead(action) && action.changes && 'a read that changes')).toEqual([]);
    expect(
      faults((name, action) => !isRead(action) && !action.changes && name !== 'vpc2017:AssociateVip' && 'a write that changes nothing'),
    ).toEqual([]);
    expect(faults((_, action) => action.kind === 'delete' && !action.danger && 'a deletion without danger')).toEqual([]);
  });

  it('name parameters that exist in exclusions and needs', () => {
    const unknown = (groups: ActionData['exclusive'], action: ActionData): string =>
      (groups ?? [])
        .flat()
        .filter((name) => !action.params[name])
        .join();
    expect(faults((_, action) => unknown(action.exclusive, action) || unknown(action.oneOf, action))).toEqual([]);
  });

  it('are paged by results and parameters that exist', () => {
    expect(
      faults((_, action) => {
        const { paging } = action;
        if (!paging) return false;
        const good = fieldAt(action.results, paging.items)?.kind === 'list' && fieldAt(action.results, paging.total)?.kind === 'integer';
        return !(good && action.params[paging.offset] && action.params[paging.limit]) && 'not so';
      }),
    ).toEqual([]);
  });

  it('are followed by an action that takes what they answer', () => {
    expect(
      faults((name, action) => {
        if (!action.async) return false;
        const poll = find(action.async.poll);
        if (![familyOf(name), 'task'].includes(familyOf(action.async.poll))) return 'followed by another family';
        return !(poll && isRead(poll) && poll.reports && fieldAt(action.results, action.async.field)) && 'not so';
      }),
    ).toEqual([]);
  });

  it('are looked up by a list that can be asked so', () => {
    expect(
      faults((_, action) => {
        if (!action.lookUp) return false;
        const { by, where, compare } = action.lookUp;
        const list = find(by);
        if (!list?.paging) return `${by} is no list`;
        const filters = Object.values(list.params).find((field) => field.kind === 'filters');
        const rows = fieldAt(list.results, list.paging.items);
        const columns = rows?.kind === 'list' && rows.of.kind === 'struct' ? rows.of.fields : {};
        const asked = Object.keys(where).filter((name) => !list.params[name] && !(filters?.kind === 'filters' && filters.keys[name]));
        const sent = Object.values(where).filter((name) => !name.startsWith('=') && !action.params[name]);
        const compared = Object.entries(compare ?? {}).filter(([column, name]) => !columns[column] || !action.params[name]);
        return [...asked, ...sent, ...compared.flat()].join();
      }),
    ).toEqual([]);
  });

  it('name only errors that are known: general ones, and those under `errors` in the data of their family', () => {
    expect(faults((_, action) => action.errors.filter((code) => !errorFacts(code)).join())).toEqual([]);
    const codes = (fields: Fields): string[] =>
      Object.values(fields).flatMap((field): string[] => {
        const inner = innermost(field);
        return [...(inner.refusedAs ? [inner.refusedAs] : []), ...(inner.kind === 'struct' ? codes(inner.fields) : [])];
      });
    expect(
      faults((_, action) =>
        codes(action.params)
          .filter((code) => !errorFacts(code))
          .join(),
      ),
    ).toEqual([]);
  });

  it('take their own defaults', () => {
    const refused = actions.flatMap(([name, action]) =>
      Object.entries(action.params).flatMap(([param, field]) => {
        if (field.default === undefined) return [];
        const problems = validate({ ...action, params: { [param]: field }, oneOf: [], exclusive: [] }, { [param]: field.default });
        return problems.map(({ issue }) => `${name} ${param} ${issue}`);
      }),
    );
    expect(refused).toEqual([]);
  });
});

const innermost = (field: Field): Field => (field.kind === 'list' ? innermost(field.of) : field);

describe('types of all actions', () => {
  type All = typeof allActions;
  it('are inferred for each', () => {
    expectTypeOf<InputOf<All['vpc:AllocateAddresses']['params']>>().toEqualTypeOf<{ AddressCount?: number }>();
    expectTypeOf<InputOf<All['vpc2017:DeleteNatGateway']['params']>>().toEqualTypeOf<{ vpcId: string; natId: string }>();
    expectTypeOf<InputOf<All['vpc2017:AssociateRouteTable']['params']>['subnetId']>().toEqualTypeOf<string | string[]>();
    expectTypeOf<
      OutputOf<All['vpc:DescribeRouteTables']['results']>['RouteTableSet'][number]['RouteSet'][number]['GatewayType']
    >().toEqualTypeOf<'CVM' | 'VPN' | 'DIRECTCONNECT' | 'PEERCONNECTION' | 'SSLVPN' | 'NAT' | 'NORMAL_CVM' | 'USER_CCN' | 'CCN'>();
    expectTypeOf<OutputOf<All['vpc2017:DescribeNatGateway']['results']>['data'][number]['productionStatus']>().toEqualTypeOf<
      0 | 1 | 2 | 3 | 4 | 5 | 6
    >();
    expectTypeOf<keyof { [A in keyof All]: InputOf<All[A]['params']> }>().toEqualTypeOf<keyof All>();
  });
});

describe('what is in it', () => {
  it('can be loaded one family at a time', async () => {
    for (const family of families) expect((await loadFamily(family)).data).toBe(allFamilies[family]);
    await expect(loadFamily('planet' as Family)).rejects.toThrow('does not describe');
  });

  it('knows which families can be listed', () => {
    const listed = families.filter((family) => Object.hasOwn(allFamilies[family].operations, 'list'));
    expect(listedFamilies).toEqual(listed);
  });

  it('is looked up safely', () => {
    expect(findAction('vpc:CreateVpc')?.kind).toBe('create');
    for (const name of ['', 'vpc', 'constructor', '__proto__', 'vpc:constructor']) expect(findAction(name)).toBeUndefined();
    expect(familyOf('vpc2017:DescribeSubnetEx')).toBe('subnet');
    expect(familyOf('toString')).toBeUndefined();
    expect(splitName('vpc2017:CreateVpc')).toEqual({ service: 'vpc2017', action: 'CreateVpc' });
    expect(() => splitName('planet:Create')).toThrow('no service');
  });
});

describe('blamedField', () => {
  const create = allActions['vpc2017:CreateSubnet'];
  const one = { vpcId: 'vpc-1', subnetSet: [{ cidrBlock: '10.0.0.0/24' }] };

  it('finds the parameter by either spelling', () => {
    expect(blamedField('InvalidParameterValue.SubnetRange', allActions['vpc:CreateSubnet'], {})).toBe('CidrBlock');
    expect(blamedField('InvalidVpc.NotFound', create, one)).toBe('vpcId');
  });

  it('goes into a list of one, and stops at a list of several', () => {
    expect(blamedField('InvalidSubnetCidr', create, one)).toBe('subnetSet.0.cidrBlock');
    expect(blamedField('InvalidSubnetCidr', create, { ...one, subnetSet: [...one.subnetSet, {}] })).toBe('subnetSet');
  });

  it('blames nothing when the code blames nothing, or nothing of this action', () => {
    expect(blamedField('LimitExceeded', create, one)).toBeUndefined();
    expect(blamedField('InvalidVpnGw.NotFound', create, one)).toBeUndefined();
    expect(blamedField('Gadget', create, one)).toBeUndefined();
  });
});
