/** The map of a VPC of 1,000 subnets and 5,000 interfaces: what it tells from the rows, and its layout. */
import { loadavg } from 'node:os';
import { vpcMapOf } from '../network/maps/vpc-map.ts';
import { vpcScene } from '../network/maps/vpc-scene.ts';
import { sampleMeasure as measure, sampleMapModel, sampleWords as words } from '../network/testing/sample-map.ts';
import { spread, table } from './support/numbers.ts';

/** Milliseconds of each run, after some that warm up. */
function timed(work: () => unknown): number[] {
  const times: number[] = [];
  for (let run = 0; run < 25; run += 1) {
    const began = performance.now();
    work();
    if (run >= 5) times.push(performance.now() - began);
  }
  return times;
}

const sizes = { tables: 6, subnets: 1000, zones: 5, peers: 8, interfacesPerSubnet: 5 } as const;
const model = sampleMapModel(sizes, 1);
const map = vpcMapOf(model, 'vpc-home');
if (!map) throw new Error('the sample has no vpc-home');
const room = { width: 1384, height: 760 } as const;
const tiles = new Set(map.tables.flatMap(({ id }) => map.zones.map((zone) => `tile:${id}:${zone}`)));
table(
  `The map of a VPC of 1,000 subnets and 5,000 interfaces, load average ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
  [
    ['measure', 'value'],
    ['what it tells, from the rows, ms', spread(timed(() => vpcMapOf({ ...model }, 'vpc-home')))],
    ['layout, zones as tiles, ms', spread(timed(() => vpcScene({ map, words, measure, ...room })))],
    ['layout, every subnet drawn, ms', spread(timed(() => vpcScene({ map, words, measure, ...room, open: tiles })))],
  ],
);
