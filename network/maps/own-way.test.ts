/** The globe of a VPC's picture: a way to the internet that no line shows. */
import { describe, expect, it } from 'vitest';
import type { ModelRoute, NetworkModel } from '../model/model.ts';
import { sampleMeasure as measure, sampleMapModel, sampleWords as words } from '../testing/sample-map.ts';
import { qualityOf } from './quality.ts';
import type { Scene } from './scene.ts';
import { vpcMapOf } from './vpc-map.ts';
import { vpcScene } from './vpc-scene.ts';

/** Two tables: rtb-0 without a route, rtb-1 with these; each ninth subnet has public addresses. */
function modelOf(subnets: number, routes: readonly ModelRoute[]): NetworkModel {
  const model = sampleMapModel({ tables: 2, subnets, zones: 2, peers: 0, interfacesPerSubnet: 2 }, 1);
  return {
    ...model,
    subnets: model.subnets.map((subnet, at) => ({ ...subnet, routeTable: `rtb-${at < subnets / 2 ? 0 : 1}` })),
    routeTables: model.routeTables.map((table) => ({ ...table, routes: table.id === 'rtb-1' ? routes : [] })),
  };
}

function drawn(model: NetworkModel): { readonly scene: Scene; readonly own: readonly (number | null)[] } {
  const map = vpcMapOf(model, 'vpc-home');
  if (!map) throw new Error('the model has no vpc-home');
  const own = map.tables.flatMap((table) => table.subnets.map((subnet) => subnet.own)).filter((n) => n !== 0);
  return { scene: vpcScene({ map, words, measure, width: 1384, height: 760 }), own };
}

const globes = ({ signs }: Scene) => signs.filter((sign) => sign.kind === 'sign' && sign.name === 'public');
const away: ModelRoute = { destination: '0.0.0.0/0', type: 'NAT', gateway: 'nat-0' };

describe('the globe of a subnet', () => {
  it('stands where the table lets own addresses be used', () => {
    const { scene, own } = drawn(modelOf(18, []));
    expect(own).toEqual([2, 2]);
    expect(globes(scene)).toHaveLength(2);
  });

  it('is not there where the table takes packets elsewhere', () => {
    const { scene, own } = drawn(modelOf(18, [away]));
    expect(own).toEqual([2]);
    expect(globes(scene)).toHaveLength(1);
  });

  it.each([60, 120, 400])('stays where %i subnets are drawn as lines or tiles, and hides nothing', (subnets) => {
    const { scene } = drawn(modelOf(subnets, [away]));
    expect(globes(scene).length).toBeGreaterThan(0);
    const { overText, throughBox, shared, textOverText, outside } = qualityOf(scene);
    expect({ overText, throughBox, shared, textOverText, outside }).toEqual({
      ...{ overText: [], throughBox: [], shared: [], textOverText: [], outside: [] },
    });
  });
});
