/** Peerings of the demo companies: within one, between regions, and with each other. */
import { allAccounts } from '../accounts.ts';
import { addPeering, sideOf } from '../families/peering/rules.ts';
import { type PeeringRow, peeringTable } from '../tables/peering.ts';
import { vpcTable } from '../tables/vpc.ts';
import { type Company, Place } from './place.ts';

/** A peering asked for in `from`'s account; `as` overrides what became of it. */
function join(from: Place, vpc: string, to: Place, peerVpc: string, since: string, plan: { name: string } & Partial<PeeringRow>): void {
  const { name, ...as } = plan;
  const row = addPeering(from.at(since), name, sideOf(from.space, from.vpc(vpc)), sideOf(to.space, to.vpc(peerVpc)), as.Bandwidth);
  from.space.table(peeringTable).put({ ...row, ...as });
}

/** The other company, which every demo world has. */
function partnerOf(company: Company, vpcName: string): (region: 'ap-guangzhou' | 'ap-shanghai') => Place {
  const { world } = company.place('ap-guangzhou').space;
  const partner = allAccounts(world).find(
    ({ uin }) => uin !== company.uin && world.space(uin, 'ap-guangzhou').table(vpcTable).first('VpcName', vpcName),
  );
  if (!partner) throw new Error(`the demo world has no partner with a VPC ${vpcName}`);
  return (region) => new Place(world.space(partner.uin, region), region);
}

const day = 24 * 3600 * 1000;

function seedRetail(company: Company): void {
  const guangzhou = company.place('ap-guangzhou');
  const shanghai = company.place('ap-shanghai');
  const partner = partnerOf(company, 'tms-production');
  join(guangzhou, 'production', guangzhou, 'dmz', '2019-10-10T10:00:00', { name: 'prod-dmz' });
  join(guangzhou, 'production', guangzhou, 'payment 支付隔离区', '2020-04-21T21:10:00', { name: '生产-支付' });
  join(guangzhou, 'production', shanghai, 'production-sh 华东生产', '2020-11-18T09:30:00', { name: 'gz-sh 双活', Bandwidth: 500 });
  join(shanghai, 'production-sh 华东生产', shanghai, 'data-platform 数据平台', '2021-09-08T15:00:00', { name: 'prod-data' });
  join(guangzhou, 'production', company.place('ap-beijing'), 'dr 灾备', '2022-02-01T09:00:00', { name: 'gz-bj-dr', Bandwidth: 100 });
  join(guangzhou, 'production', partner('ap-guangzhou'), 'tms-production', '2020-06-01T10:00:00', { name: '云通 TMS', State: 1 });
  join(guangzhou, 'dmz', partner('ap-guangzhou'), '仓储 WMS', '2025-02-10T10:00:00', { name: '云通 WMS 试点' });
  join(guangzhou, 'payment 支付隔离区', partner('ap-guangzhou'), 'tms-production', '2021-05-20T16:00:00', { name: '代收货款', State: 3 });
}

function seedLogistics(company: Company): void {
  const guangzhou = company.place('ap-guangzhou');
  const shanghai = company.place('ap-shanghai');
  const partner = partnerOf(company, 'production');
  join(guangzhou, 'tms-production', guangzhou, '仓储 WMS', '2021-03-19T09:00:00', { name: 'tms-wms' });
  // Two days old in every demo world, so that there is always a request to answer.
  const AskedAt = shanghai.space.world.clock.now() - 2 * day;
  join(shanghai, 'port-gateway 港口对接', partner('ap-shanghai'), 'production-sh 华东生产', '2026-11-19T10:00:00', {
    name: '港口报关',
    AskedAt,
  });
}

/** Runs once for each company, when both have their networks. */
export const seedPeerings = (company: Company): void => (company.name === 'retail' ? seedRetail(company) : seedLogistics(company));
