/** What of other services holds addresses of a subnet, and so stands in the way of its deletion: today's cloud alone tells it. */
import { familyOfId } from '../../../catalogue/ids.ts';
import { dialectOf } from '../../api/run.ts';
import type { Translate } from '../../i18n/index.ts';
import type { UsersOf } from '../../kit/confirm/blockers.ts';
import { holderWords } from '../../network-model/holder-words.ts';

/** Machines are told by their interfaces, which the list of interfaces has. */
const isListed = (id: string): boolean => id.startsWith('ins-') || familyOfId(id) !== undefined;

export const holdersOf =
  (t: Translate): UsersOf =>
  async (scope, row, signal) => {
    if (dialectOf(scope) !== 'today') return [];
    const { readUsedAddresses } = await import('../../api/used-addresses.ts');
    const { rows } = await readUsedAddresses(scope, { VpcId: String(row.VpcId), SubnetId: String(row.SubnetId) }, signal);
    const others = rows.filter(({ ResourceId }) => !isListed(ResourceId));
    return others.map(({ ResourceType, ResourceId, IpAddress }) => ({
      family: null,
      id: ResourceId || IpAddress,
      name: holderWords(t, ResourceType),
    }));
  };
