/** What today's API takes beyond the catalogue's own description: nothing that the SDKs name is unknown, nothing known is lost. */
import { describe, expect, it } from 'vitest';
import type { Field, Fields } from './define.ts';
import { fieldsOfToday, isOptionalToday, withFurther } from './further.ts';
import { actions, findAction } from './index.ts';
import spec from './spec/today.json' with { type: 'json' };
import { validate } from './validate.ts';

interface SpecField {
  readonly name: string;
  readonly type: string;
  readonly optional?: boolean;
  readonly keys?: readonly string[];
}
interface SpecService {
  readonly actions: Readonly<Record<string, { readonly in: readonly SpecField[] }>>;
  readonly structs: Readonly<Record<string, readonly SpecField[]>>;
}

const services: Readonly<Record<string, SpecService>> = spec;

/** What of the specification's fields is not among ours, by any spelling. */
function lacking(fields: Fields, specs: readonly SpecField[], structs: SpecService['structs'], at: string): string[] {
  return specs.flatMap(({ name, type, keys = [] }) => {
    const known = Object.entries(fields).find(([own, field]) => own === name || field.alsoSpelled?.includes(name))?.[1];
    if (!known) return [at + name];
    const inner: Field = known.kind === 'list' ? known.of : known;
    const struct = structs[type.replace(/\[\]$/, '')];
    const unknown = known.kind === 'filters' ? keys.filter((key) => !Object.hasOwn(known.keys, key) && key !== 'tag') : [];
    return [
      ...unknown.map((key) => `${at}${name} ${key}`),
      ...(inner.kind === 'struct' && struct ? lacking(inner.fields, struct, structs, `${at}${name}.`) : []),
    ];
  });
}

describe('an action with what today takes besides', () => {
  it('knows every parameter, every field of a parameter and every filter that the SDKs have', () => {
    const wrong = Object.entries(services).flatMap(([service, { actions: of, structs }]) =>
      Object.entries(of).flatMap(([action, { in: takes }]) => {
        const name = `${service}:${action}`;
        const data = findAction(name);
        return data ? lacking(withFurther(name, data).params, takes, structs, `${name} `) : [`${name}: not in the catalogue`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps whatever the catalogue says of a parameter', () => {
    const changed = Object.entries(actions).flatMap(([name, data]) => {
      const { params } = withFurther(name, data);
      return Object.entries(data.params).flatMap(([param, field]) => {
        const { kind, required } = params[param] as Field;
        return kind === field.kind && required === field.required ? [] : [`${name} ${param}`];
      });
    });
    expect(changed).toEqual([]);
  });

  it('checks types: a flag takes no number, a list no text', () => {
    const issues = (params: object) =>
      validate(withFurther('vpc:CreateVpc', actions['vpc:CreateVpc']), { VpcName: 'a', CidrBlock: '10.0.0.0/16', ...params }).map(
        ({ path, issue }) => `${path} ${issue}`,
      );
    expect(issues({ EnableRouteVpcPublish: true })).toEqual([]);
    expect(issues({ EnableRouteVpcPublish: 7 })).toEqual(['EnableRouteVpcPublish type']);
    expect(issues({ EnableNothing: true })).toEqual(['EnableNothing unknown']);
  });

  it('of an action that today does not have is the action itself', () => {
    expect(withFurther('vpc2017:CreateVpc', actions['vpc2017:CreateVpc'])).toBe(actions['vpc2017:CreateVpc']);
  });
});

it('what today can do without is told by its place', () => {
  expect(isOptionalToday('vpc:CreateVpnConnection', 'VpcId')).toBe(true);
  expect(isOptionalToday('vpc:CreateVpnConnection', 'VpnGatewayId')).toBe(false);
  expect(isOptionalToday('vpc:DeleteRoutes', 'Routes.0.DestinationCidrBlock')).toBe(false);
  expect(isOptionalToday('vpc:CreateNothing', 'VpcId')).toBe(false);
});

it('the fields of a row are told by the result that holds it', () => {
  expect(fieldsOfToday('vpc:DescribeVpcs', 'VpcSet').has('EnableRouteVpcPublish')).toBe(true);
  expect(fieldsOfToday('vpc:DescribeVpcs', 'TotalCount').size).toBe(0);
});
