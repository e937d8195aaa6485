import { describe, expect, it } from 'vitest';
import {
  type ActionData,
  action,
  families,
  filters,
  isRead,
  listOf,
  ref,
  required,
  secret,
  struct,
  text,
} from '../../../catalogue/define.ts';
import { familyData, actions as served } from '../../../catalogue/index.ts';
import today from '../../../catalogue/spec/today.json' with { type: 'json' };
import undescribed from '../../../catalogue/spec/undescribed.json' with { type: 'json' };
import { undescribedAction, undescribedNames } from '../../../catalogue/undescribed.ts';
import { readsOnly } from '../../api/call.ts';
import { codeCall } from './code/call.ts';
import { fromSource, loadActions, loadList, loadSources, matchingFamilies } from './families.ts';
import { callParams, placeNames, queryFor, valuesFrom, withoutSecrets } from './params.ts';
import { requestText } from './request.ts';

interface TakenField {
  readonly name: string;
}

const sample = action({
  kind: 'create',
  line: 1,
  params: {
    VpcId: required(ref('vpc')),
    Key: secret(),
    Tunnels: listOf(struct({ Name: text(), Key: secret() })),
    Filters: filters({ 'vpc-id': ref('vpc') }),
  },
  results: {},
  errors: [],
});

describe('the list of actions', () => {
  it('is exactly what the server lets through, and every family loads', async () => {
    expect([...families].sort()).toEqual(Object.keys(familyData).sort());
    const list = await loadList('en');
    const all = [...new Set([...Object.keys(served), ...undescribedNames])];
    expect(list.flatMap(({ actions }) => actions.map(({ name }) => name)).sort()).toEqual(all.sort());
    for (const { family, actions } of list) {
      if (family === null) for (const { name } of actions) expect(undescribedAction(name), name).toBeDefined();
      else {
        const module = await loadActions(family);
        for (const { name } of actions) expect(module.actions).toHaveProperty([name]);
      }
    }
  });

  it('has every action of today’s VPC API, each once', async () => {
    const listed = (await loadList('zh')).flatMap(({ actions }) => actions.map(({ name }) => name));
    expect(listed.length).toBe(new Set(listed).size);
    const told = [...Object.keys(today.vpc.actions), ...Object.keys(undescribed.vpc.actions)].map((action) => `vpc:${action}`);
    expect(listed).toEqual(expect.arrayContaining(told));
  });

  it('of what no family describes knows which only read, as every page does', () => {
    for (const name of undescribedNames) {
      const [, action = ''] = name.split(':');
      expect(isRead(undescribedAction(name) ?? sample), name).toBe(readsOnly(action));
    }
  });

  it('of what no family describes knows the parts of every structure', () => {
    const { actions, structs } = undescribed.vpc;
    const types = [...Object.values(actions), ...Object.values(structs)].flat().map(({ type }) => type.replace(/(?:\[\])+$/, ''));
    const known = ['string', 'number', 'number | bigint', 'boolean', ...Object.keys(structs)];
    expect([...new Set(types)].filter((type) => !known.includes(type))).toEqual([]);
  });

  it('every action of today takes every parameter and filter that today has', async () => {
    const modules = await Promise.all(families.map(loadActions));
    const actions = Object.assign({}, ...modules.map((module) => module.actions)) as Readonly<Record<string, ActionData>>;
    const lacking = Object.entries(today.vpc.actions as Readonly<Record<string, { readonly in: readonly TakenField[] }>>).flatMap(
      ([name, told]) => {
        const params = actions[`vpc:${name}`]?.params ?? {};
        const spelled = Object.entries(params).flatMap(([own, { alsoSpelled = [] }]) => [own, ...alsoSpelled]);
        return told.in.filter((field) => !spelled.includes(field.name)).map((field) => `${name}.${field.name}`);
      },
    );
    expect(lacking).toEqual([]);
    const subnets = actions['vpc:DescribeSubnets']?.params.Filters;
    expect(subnets?.kind === 'filters' && Object.keys(subnets.keys)).toEqual(expect.arrayContaining(['vpc-id', 'cdc-id']));
  });

  it('is narrowed by words of name, title and family', async () => {
    const found = matchingFamilies(await loadList('en'), 'delete subnet').flatMap(({ actions }) => actions.map(({ name }) => name));
    expect(found).toEqual(expect.arrayContaining(['vpc:DeleteSubnet', 'vpc2017:DeleteSubnet']));
    expect(found).not.toContain('vpc:DeleteVpc');
  });
});

describe('the list by source', () => {
  it('has of the documents what they describe, of today what API 3.0 takes, and nothing is of neither', async () => {
    const [list, sources] = await Promise.all([loadList('en'), loadSources()]);
    const of = (source: 'documents' | 'today') =>
      fromSource(list, sources, source).flatMap(({ actions }) => actions.map(({ name }) => name));
    const [documents, today] = [of('documents'), of('today')];
    expect(documents).toEqual(expect.arrayContaining(['vpc:CreateSubnet', 'vpc2017:DescribeNatGateway']));
    expect(today).toEqual(expect.arrayContaining(['vpc:CreateSubnet', 'vpc:DescribeUsedIpAddress', 'cvm:DescribeInstances']));
    expect(documents).not.toContain('vpc:DescribeUsedIpAddress');
    expect(today.filter((name) => name.startsWith('vpc2017:'))).toEqual([]);
    expect(today).toContain('vpc:CreateHaVip');
    expect([...new Set([...documents, ...today])].toSorted()).toEqual([...Object.keys(served), ...undescribedNames].toSorted());
  });
});

describe('the URL of a call', () => {
  const values = {
    VpcId: 'vpc-1',
    Key: 'hush',
    Tunnels: [{ Name: 'a', Key: 'hush' }],
    Filters: [
      { Name: 'vpc-id', Values: ['vpc-1', ' vpc-2 ', ''] },
      { Name: '', Values: [] },
    ],
  };

  it('holds the parameters, never a secret, and is read back', () => {
    const params = callParams(sample, values);
    const query = queryFor(sample, params, new URLSearchParams('region=ap-beijing&old=1'));
    expect(query.toString()).not.toContain('hush');
    expect(query.get('region')).toBe('ap-beijing');
    expect(query.has('old')).toBe(false);
    expect(callParams(sample, valuesFrom(sample, query))).toEqual({
      VpcId: 'vpc-1',
      Tunnels: [{ Name: 'a' }],
      Filters: [{ Name: 'vpc-id', Values: ['vpc-1', 'vpc-2'] }],
    });
  });

  it('does not read a secret that somebody put there', () => {
    expect(callParams(sample, valuesFrom(sample, new URLSearchParams('Key=hush&Tunnels.0.Key=hush&Tunnels.0.Name=a&Nothing=1')))).toEqual({
      Tunnels: [{ Name: 'a' }],
    });
  });

  it('shows placeholders for secrets', () => {
    expect(withoutSecrets(sample.params, { Key: 'hush', Tunnels: [{ Key: 'hush' }] }, (name) => `<${name}>`)).toEqual({
      Key: '<Key>',
      Tunnels: [{ Key: '<Key>' }],
    });
  });

  it('can tell the place from every parameter of the catalogue', () => {
    const clashes = Object.entries(served).filter(([, data]) => Object.keys(data.params).some((name) => placeNames.includes(name)));
    expect(clashes.map(([name]) => name)).toEqual([]);
  });
});

describe('the request', () => {
  it('is JSON with TC3 headers, or a form with the first signature', () => {
    const call = codeCall('vpc:DescribeVpcs', { Filters: [{ Name: 'vpc-name', Values: ['a b&c'] }] }, 'ap-guangzhou');
    const json = requestText(call, 'json', 'http://127.0.0.1:8600');
    expect(json).toContain('Host: 127.0.0.1:8600\n');
    expect(json).toContain('Credential=<SecretId>/<date>/vpc/tc3_request');
    expect(JSON.parse(json.slice(json.indexOf('\n\n')))).toEqual(call.params);
    const form = requestText(call, 'form');
    expect(form).toContain('Host: vpc.tencentcloudapi.com\n');
    expect(form).toContain('&Filters.0.Values.0=a%20b%26c\n');
    expect(form).toContain('&Version=2017-03-12\n');
    expect(form).toContain('&Signature=<signature>');
  });

  it('is a form for the 2017 API, and numbered from 1 for Alibaba', () => {
    expect(requestText(codeCall('vpc2017:DescribeVpcEx', { vpcIds: ['a'] }, 'ap-guangzhou'), 'form')).toContain('&vpcIds.0=a\n');
    const rpc = requestText(codeCall('alicdn:OpenCdnService', { List: ['a'] }, 'ap-guangzhou'), 'form');
    expect(rpc).toContain('&List.1=a\n');
    expect(rpc).toContain('AccessKeyId=<AccessKeyId>');
  });
});
