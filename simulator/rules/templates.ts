/** Parameter templates as the rules of security groups see them: who uses one, and how many rules it stands for. */
import type { Region } from '../../catalogue/regions.ts';
import { quotaOf } from '../accounts/quota.ts';
import type { Call } from '../call.ts';
import { type TemplateRow, templateTable } from '../families/parameter-template/table.ts';
import { type PolicyRow, type SecurityGroupRow, securityGroupTable } from '../families/security-group/table.ts';

type AccountContext = Pick<Call, 'world' | 'partition' | 'region' | 'account'>;

/** A security group, and the region it is in. */
interface GroupInRegion {
  readonly region: Region;
  readonly group: SecurityGroupRow;
}

/** Security groups of the account, in any region, whose rules name the template itself. */
export function securityGroupsUsing(call: AccountContext, templateId: string): GroupInRegion[] {
  const found: GroupInRegion[] = [];
  for (const scope of call.world.scopesOf(securityGroupTable)) {
    const [uin, region] = scope.split('/') as [string, Region];
    if (uin !== call.account.uin) continue;
    const groups = call.world.table(securityGroupTable, scope).where('Template', templateId).rows();
    found.push(...groups.map((group) => ({ region, group })));
  }
  return found;
}

/** Groups of templates that the template is in. */
export const templateGroupsWith = (call: AccountContext, templateId: string): TemplateRow[] =>
  call.partition.table(templateTable).where('Member', templateId).rows();

/** How many addresses or services the template stands for, as it would be with `changed` in place of the row of its id. */
export function membersOf(call: AccountContext, templateId: string, changed?: TemplateRow): number {
  const row = changed?.TemplateId === templateId ? changed : call.partition.table(templateTable).get(templateId);
  if (!row) return 0;
  if (row.Kind === 'ipm' || row.Kind === 'ppm') return row.Members.length;
  return row.Members.reduce((sum, member) => sum + membersOf(call, member, changed), 0);
}

/** The addresses or services that the template stands for. */
export function leavesOf(call: AccountContext, templateId: string): readonly string[] {
  const row = call.partition.table(templateTable).get(templateId);
  if (!row) return [];
  return row.Kind === 'ipm' || row.Kind === 'ppm' ? row.Members : row.Members.flatMap((member) => leavesOf(call, member));
}

/** How many rules these policies come to once every template in them is written out. */
export function expandedCount(call: AccountContext, policies: readonly PolicyRow[], changed?: TemplateRow): number {
  const times = (id: string | undefined): number => (id === undefined ? 1 : membersOf(call, id, changed));
  return policies.reduce((sum, policy) => sum + times(policy.AddressTemplate) * times(policy.ServiceTemplate), 0);
}

/** The first security group whose rules the changed template would make too many, or undefined (15495). */
export function overExpanded(call: AccountContext, changed: TemplateRow): SecurityGroupRow | undefined {
  const ids = [changed.TemplateId, ...templateGroupsWith(call, changed.TemplateId).map((row) => row.TemplateId)];
  return ids
    .flatMap((id) => securityGroupsUsing(call, id))
    .find(({ region, group }) => {
      const most = quotaOf({ world: call.world, account: call.account, region }, 'expanded-policies-per-group');
      return expandedCount(call, [...group.Egress, ...group.Ingress], changed) > most;
    })?.group;
}
