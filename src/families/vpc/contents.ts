/** What of other services stands in a VPC, and so in the way of its deletion: today's cloud alone counts it. */
import type { ResultOf } from '../../../catalogue/index.ts';
import { loadFamily } from '../../../catalogue/lazy.ts';
import type { CallField } from '../../../catalogue/row-of.ts';
import { decodedAction, wholeAnswer } from '../../api/decoded.ts';
import { dialectOf, runOperation } from '../../api/run.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Blocker, UsersOf } from '../../kit/confirm/blockers.ts';
import type { Scope } from '../../lib/scope.ts';

const name = 'vpc:DescribeVpcResourceDashboard';

/** What lists of this console tell by name, or what goes with the VPC; addresses and machines stand in subnets. */
const listed: ReadonlySet<string> = new Set([
  ...['VpcId', 'SubnetId', 'Subnet', 'RouteTable', 'NetworkACL', 'FlowLog', 'Nat', 'Vpngw', 'Pcx', 'Dcg', 'Classiclink'],
  ...['Ip', 'CVM'],
]);

const attachments = 'vpc:DescribeCcnAttachedInstances';

/** The CCNs that it is in: it is taken out of them on its own page. */
async function attachedTo(scope: Scope, id: string, signal: AbortSignal): Promise<readonly Blocker[]> {
  const [module, action] = await Promise.all([loadFamily('ccn'), decodedAction('ccn', attachments, 'today')]);
  const where = { Filters: [{ Name: 'instance-id', Values: [id] }] };
  const { data, requestId } = await runOperation(scope, module, attachments, where, signal);
  const { InstanceSet = [] } = wholeAnswer(action, data, requestId) as { readonly InstanceSet?: readonly { readonly CcnId: string }[] };
  return InstanceSet.map(({ CcnId }) => ({ family: 'ccn', id: CcnId, name: '', at: { family: 'vpc', id } }));
}

/** `label` gives the words for a kind. */
export const contentsOf =
  (t: Translate, label: (kind: CallField<'vpc', 'dashboard'>) => string): UsersOf =>
  async (scope, row, signal) => {
    if (dialectOf(scope) !== 'today') return [];
    const [module, action, ccns] = await Promise.all([
      loadFamily('vpc'),
      decodedAction('vpc', name, 'today'),
      attachedTo(scope, String(row.VpcId), signal),
    ]);
    const { data, requestId } = await runOperation(scope, module, name, { VpcIds: [String(row.VpcId)] }, signal);
    const { ResourceDashboardSet = [] } = wholeAnswer(action, data, requestId) as {
      readonly ResourceDashboardSet?: readonly ResultOf<'vpc:DescribeVpcResourceDashboard'>['ResourceDashboardSet'][number][];
    };
    const counted = ResourceDashboardSet.flatMap((counts) =>
      (Object.entries(counts) as [keyof typeof counts, unknown][]).flatMap(([kind, n]) =>
        listed.has(kind) || typeof n !== 'number' || n === 0
          ? []
          : [{ family: null, id: kind, name: t('vpc.serviceCount', { what: label(kind), n }) }],
      ),
    );
    return [...ccns, ...counted];
  };
