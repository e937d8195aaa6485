/** Who is at the two ends of a peering. Its row names two VPCs and two accounts, but not the regions: these are looked for. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import type { Vpc } from '../../../catalogue/families/vpc/index.ts';
import type { ResultOf } from '../../../catalogue/index.ts';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { type ListData, listOptions } from '../../api/query.ts';
import { type AccountInfo, type ConsoleInfo, regionsOf, type Scope, useConsole, useScope } from '../../lib/scope.ts';

export type Peering = ResultOf<'vpc2017:DescribeVpcPeeringConnections'>['data'][number];

/** One end: its VPC where a list of this console's accounts has it. */
export interface Side {
  readonly vpcId: string;
  readonly uin: string;
  readonly vpc: Vpc | null;
  /** Where the VPC stands, for links; null while it is not known. */
  readonly scope: Scope | null;
  /** The region it stands in, which rows of today tell of any account's; null while it is not known. */
  readonly region: string | null;
  /** The account, if it is one of this console's. */
  readonly account: AccountInfo | null;
  readonly mine: boolean;
}

/** `same`: both ends in one region. `unknown`: one of them is in an account that this console cannot look into. */
type Reach = 'same' | 'between' | 'asking' | 'unknown';

export interface Sides {
  readonly from: (row: Peering) => Side;
  readonly to: (row: Peering) => Side;
  readonly reach: (row: Peering) => Reach;
  /** The account of this page; null where the cloud has not told its number. */
  readonly myUin: string | null;
}

interface VpcInScope {
  readonly vpc: Vpc;
  readonly scope: Scope;
}

/** As the URL and the cache name an account: undefined is the default one. */
export const accountKey = (info: ConsoleInfo, account: AccountInfo): string | undefined =>
  account.id === info.defaultAccount ? undefined : account.id;

export const ownAccount = (info: ConsoleInfo | null, scope: Scope): AccountInfo | null =>
  info?.accounts.find(({ id }) => id === (scope.account ?? info.defaultAccount)) ?? null;

/** The accounts, other than this page's region, in which VPCs of these owners may stand. */
function scopesOf(info: ConsoleInfo | null, here: Scope, owners: ReadonlySet<string>): Scope[] {
  if (!info) return [];
  const accounts = info.accounts.filter(({ vendor, uin }) => vendor === 'tencent' && uin !== null && owners.has(uin));
  return accounts
    .flatMap((account) => regionsOf(info, here.region, account.id).map((region): Scope => ({ account: accountKey(info, account), region })))
    .filter(({ account, region }) => account !== here.account || region !== here.region);
}

const foreignFor = 60_000;

const together = (results: readonly { readonly data: ListData<Vpc> | undefined; readonly isPending: boolean }[]) => ({
  lists: results.map(({ data }) => data),
  asking: results.some(({ data, isPending }) => isPending || data?.complete === false),
});

/** The ends of these peerings. Other regions and accounts are asked only when this region's VPCs do not tell. */
export function useSides(rows: readonly Peering[]): Sides {
  const here = useScope();
  const info = useConsole();
  const module = use(loadFamily('vpc'));
  const near = useQuery(listOptions(here, module));
  const nearRows = near.data?.rows;
  const complete = near.data?.complete === true;
  const owners = useMemo(() => {
    const known = new Set(nearRows?.map(({ VpcId }) => VpcId));
    const ends = rows.flatMap((row) => [
      [row.unVpcId, row.uin],
      [row.unPeerVpcId, row.peerUin],
    ]);
    return new Set(complete ? ends.flatMap(([id = '', uin = '']) => (known.has(id) ? [] : [uin])) : []);
  }, [rows, nearRows, complete]);
  const scopes = useMemo(() => scopesOf(info, here, owners), [info, here, owners]);
  const peer = useQueries({
    queries: scopes.map((scope) => ({ ...listOptions(scope, module), staleTime: foreignFor })),
    combine: together,
  });

  return useMemo(() => {
    const found = new Map<string, VpcInScope>();
    peer.lists.forEach((list, at) => {
      const scope = scopes[at];
      if (scope) for (const vpc of list?.rows ?? []) found.set(vpc.VpcId, { vpc, scope });
    });
    for (const vpc of nearRows ?? []) found.set(vpc.VpcId, { vpc, scope: here });
    const myUin = ownAccount(info, here)?.uin ?? null;
    const sideOf = (vpcId: string, uin: string, told: string | null | undefined): Side => ({
      vpcId,
      uin,
      vpc: found.get(vpcId)?.vpc ?? null,
      scope: found.get(vpcId)?.scope ?? null,
      region: found.get(vpcId)?.scope.region ?? (told || null),
      account: info?.accounts.find((account) => account.uin === uin) ?? null,
      mine: myUin !== null && uin === myUin,
    });
    const from = (row: Peering) => sideOf(row.unVpcId, row.uin, row.sourceRegion);
    const to = (row: Peering) => sideOf(row.unPeerVpcId, row.peerUin, row.destinationRegion);
    return {
      from,
      to,
      myUin,
      reach: (row) => {
        const ends = [from(row).region, to(row).region];
        if (ends[0] && ends[1]) return ends[0] === ends[1] ? 'same' : 'between';
        return !complete || peer.asking ? 'asking' : 'unknown';
      },
    };
  }, [peer, scopes, nearRows, complete, here, info]);
}
