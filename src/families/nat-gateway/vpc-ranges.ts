import { valuesIn } from '../../../catalogue/values.ts';
import { holdsIp, type IpBlock, parseIp, parseIpBlock } from '../../../network/addresses/ip.ts';
import { useList } from '../../api/query.ts';
import { useScope } from '../../lib/scope.ts';

/** The ranges of a VPC, secondary ones with them; none while they are not known. */
export function useVpcRanges(id: string): readonly IpBlock[] {
  const vpc = useList(useScope(), 'vpc').rows.find(({ VpcId }) => VpcId === id);
  if (!vpc) return [];
  return [vpc.CidrBlock, ...valuesIn(vpc.AssistantCidrSet, 'CidrBlock').map(String)].flatMap((range) => parseIpBlock(range) ?? []);
}

/** Whether an address may be the VPC's: what is not known refuses nothing. */
export function insideVpc(ranges: readonly IpBlock[], text: string): boolean {
  const address = parseIp(text);
  return ranges.length === 0 || (address !== null && ranges.some((range) => holdsIp(range, address)));
}
