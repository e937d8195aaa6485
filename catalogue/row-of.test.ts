import { describe, expectTypeOf, it } from 'vitest';
import type { Family, FamilyRef, Row } from './define.ts';
import type { addressShape } from './families/eip/index.ts';
import type { NetworkInterface } from './families/eni/index.ts';
import type { flowLogShape } from './families/flow-log/index.ts';
import type { subnetShape } from './families/subnet/index.ts';
import type { vpcShape } from './families/vpc/index.ts';
import type { AnyRow, RowOf } from './row-of.ts';

describe('the row of a family', () => {
  it('is what its list action answers', () => {
    expectTypeOf<RowOf<'vpc'>>().toEqualTypeOf<Row<typeof vpcShape>>();
    expectTypeOf<RowOf<'subnet'>>().toEqualTypeOf<Row<typeof subnetShape>>();
    expectTypeOf<RowOf<'eip'>>().toEqualTypeOf<Row<typeof addressShape>>();
    expectTypeOf<RowOf<'eni'>>().toEqualTypeOf<NetworkInterface>();
  });

  it('is found where the rows stand under a path, and of variants', () => {
    expectTypeOf<RowOf<'flow-log'>>().toEqualTypeOf<Row<typeof flowLogShape>>();
    expectTypeOf<RowOf<'parameter-template'>['AddressSet']>().toEqualTypeOf<string[]>();
    expectTypeOf<RowOf<'parameter-template/services'>['ServiceSet']>().toEqualTypeOf<string[]>();
    expectTypeOf<RowOf<'parameter-template/service-groups'>['ServiceTemplateIdSet']>().toEqualTypeOf<string[]>();
  });

  it('is any row where the family is not known, each of several, and none without a list', () => {
    expectTypeOf<RowOf<Family>>().toEqualTypeOf<AnyRow>();
    expectTypeOf<RowOf<FamilyRef>>().toEqualTypeOf<AnyRow>();
    expectTypeOf<RowOf<'vpc' | 'subnet'>>().toEqualTypeOf<RowOf<'vpc'> | RowOf<'subnet'>>();
    expectTypeOf<RowOf<'account'>>().toEqualTypeOf<never>();
  });
});
