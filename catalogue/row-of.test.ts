import { describe, expectTypeOf, it } from 'vitest';
import type { Family, FamilyRef, Row } from './define.ts';
import type { addressShape } from './families/eip/index.ts';
import type { NetworkInterface } from './families/eni/index.ts';
import type { flowLogShape } from './families/flow-log/index.ts';
import type { RouteTable } from './families/route-table/api3.ts';
import type { subnetShape } from './families/subnet/index.ts';
import type { vpcShape } from './families/vpc/index.ts';
import type { ResultOf } from './index.ts';
import type { AnyRow, CallField, ListStateOf, ParamOf, RowOf } from './row-of.ts';

describe('the row of a family', () => {
  it('is what its list action answers', () => {
    expectTypeOf<RowOf<'classic-link'>>().toEqualTypeOf<ResultOf<'vpc:DescribeClassicLinkInstances'>['ClassicLinkInstanceSet'][number]>();
    expectTypeOf<RowOf<'route-table'>>().toExtend<RouteTable>();
    expectTypeOf<RowOf<'eip'>>().toExtend<Row<typeof addressShape>>();
    expectTypeOf<RowOf<'eni'>>().toExtend<NetworkInterface>();
  });

  it('has the fields that accounts of today alone are told, each of which may be missing', () => {
    expectTypeOf<RowOf<'eip'>['Bandwidth']>().toEqualTypeOf<number | null | undefined>();
    expectTypeOf<RowOf<'vpc'>['Ipv6CidrBlock']>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<RowOf<'route-table'>['RouteSet'][number]['RouteItemId']>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<Row<typeof vpcShape>>().toExtend<RowOf<'vpc'>>();
    expectTypeOf<Row<typeof subnetShape>>().toExtend<RowOf<'subnet'>>();
  });

  it('is told beside the parameters that they alone have', () => {
    expectTypeOf<'InternetChargeType' | 'AddressCount'>().toExtend<ParamOf<'eip', 'create'>>();
    // What the binding of today offers beside the parameters of the documents' action.
    expectTypeOf<'natProductVersion'>().toExtend<ParamOf<'nat-gateway', 'create'>>();
    expectTypeOf<'natProductVersionn'>().not.toExtend<ParamOf<'nat-gateway', 'create'>>();
  });

  it('is told beside the names of what an operation takes and tells, however deep', () => {
    expectTypeOf<'DestinationCidrBlock' | 'RouteTableId'>().toExtend<CallField<'route-table', 'list'>>();
    expectTypeOf<'DestinationCidrBlok'>().not.toExtend<CallField<'route-table', 'list'>>();
    expectTypeOf<'view' | 'q' | 'f.state'>().toExtend<ListStateOf<'peering'>>();
    expectTypeOf<'VpcIdd'>().not.toExtend<ListStateOf<'subnet'>>();
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
