/** Asks the cloud which regions an account may work in today. */
import { isRecord } from '../../catalogue/validate.ts';
import { isRegionName } from '../config.ts';
import { Cancellation } from '../upstream/cancellation.ts';
import type { Account } from './account.ts';
import type { IdentityClient } from './identity.ts';

const deadlineMs = 10_000;
/** An answer with more is none of this cloud's. */
const mostRegions = 200;

/** The account has them from here on; whatever the cloud does not answer leaves it with the regions that Weft knows. */
export async function askRegions(account: Account, { send, originOf, region }: IdentityClient): Promise<void> {
  const params = { Product: 'vpc' };
  const call = { service: 'region' as const, action: 'DescribeRegions', region, params, json: JSON.stringify(params), account };
  const how = { repeatable: true, cancellation: new Cancellation(), person: 'weft', deadlineMs };
  const outcome = await send({ ...call, origin: originOf('region', region) }, how);
  if (outcome.kind !== 'success') return;
  const names = regionsIn(JSON.parse(outcome.data));
  if (names.length > 0) account.mayWorkIn(names);
}

/** Names that are spelled like one, each once; those that the cloud calls unavailable are left out. */
function regionsIn(answer: unknown): string[] {
  const rows = isRecord(answer) && Array.isArray(answer.RegionSet) ? answer.RegionSet.filter(isRecord) : [];
  const open = rows.filter(({ RegionState }) => RegionState !== 'UNAVAILABLE').map(({ Region }) => Region);
  return [...new Set(open.filter((name): name is string => typeof name === 'string' && isRegionName(name)))].slice(0, mostRegions);
}
