/** What sample requests about peerings need to find. */
import type { Recipe, Recipes, SampleParams } from '../../recipe.ts';
import { vpc } from '../../resources.ts';
import type { SampleWorld } from '../../sample-world.ts';

/** A peering that somebody else asked for ("asked"), or that the caller asked somebody else for, or of two of his own VPCs. */
async function peered(s: SampleWorld, p: SampleParams, how: 'asked' | 'asking' | 'own', elsewhere = false): Promise<void> {
  const other = how === 'own' ? s.me : await s.partner();
  const mine = await vpc(s);
  const cidrBlock = '172.16.0.0/16';
  const theirs = (await s.do2017('CreateVpc', { vpcName: 'far', cidrBlock }, elsewhere ? { ...other, region: 'ap-shanghai' } : other))
    .unVpcId;
  const [from, to] =
    how === 'asked'
      ? [
          { by: other, vpc: theirs },
          { by: s.me, vpc: mine },
        ]
      : [
          { by: s.me, vpc: mine },
          { by: other, vpc: theirs },
        ];
  const order = { vpcId: from.vpc, peerVpcId: to.vpc, peerUin: to.by.uin, peeringConnectionName: 'peers' };
  if (elsewhere) await s.do2017('CreateVpcPeeringConnectionEx', { ...order, peerRegion: 'sh', bandwidth: 20 }, from.by);
  else await s.do2017('CreateVpcPeeringConnection', order, from.by);
  const { data } = await s.do2017('DescribeVpcPeeringConnections');
  s.as((data as SampleParams[])[0]?.peeringConnectionId, p.peeringConnectionId);
}

const expired: Recipe = async (s, p) => {
  await peered(s, p, 'asking');
  await s.control('clock', { advance: 8 * 24 * 3600 });
};

/** Two VPCs of two accounts, neither of them peered yet. */
const unpeered: Recipe = async (s, p) => {
  await vpc(s, p.vpcId);
  const other = await s.partner();
  const { vpcId } = await s.do2017('CreateVpc', { vpcName: 'far', cidrBlock: '172.16.0.0/16' }, other);
  s.as(vpcId, p.peerVpcId);
  s.as(other.uin, p.peerUin);
};

export const recipes: Recipes = {
  'vpc2017:DescribeVpcPeeringConnections': (s, p) => peered(s, p, 'own'),
  'vpc2017:CreateVpcPeeringConnection': unpeered,
  'vpc2017:CreateVpcPeeringConnectionEx': unpeered,
  'vpc2017:DeleteVpcPeeringConnection': (s, p) => peered(s, p, 'own'),
  'vpc2017:DeleteVpcPeeringConnectionEx': (s, p) => peered(s, p, 'own', true),
  'vpc2017:ModifyVpcPeeringConnection': (s, p) => peered(s, p, 'own'),
  'vpc2017:ModifyVpcPeeringConnectionEx': (s, p) => peered(s, p, 'own', true),
  'vpc2017:AcceptVpcPeeringConnection': (s, p) => peered(s, p, 'asked'),
  'vpc2017:AcceptVpcPeeringConnectionEx': (s, p) => peered(s, p, 'asked'),
  'vpc2017:RejectVpcPeeringConnection': (s, p) => peered(s, p, 'asked'),
  'vpc2017:RejectVpcPeeringConnectionEx': (s, p) => peered(s, p, 'asked'),
  'vpc2017:EnableVpcPeeringConnection': expired,
  'vpc2017:EnableVpcPeeringConnectionEx': expired,
};
