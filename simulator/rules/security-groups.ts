/** Security groups as network interfaces see them. */
import type { Call } from '../call.ts';
import { CloudError } from '../errors.ts';

/** What is shown of a group where it is bound. */
interface Group {
  readonly SecurityGroupName?: string;
  readonly ProjectId?: string | number;
}

/** The table of groups, by its name: while the world has none, any id will do. */
const groupsOf = (call: Pick<Call, 'world' | 'partition'>) => {
  const spec = call.world.spec('security-group');
  return spec && call.partition.table(spec);
};

/** @throws CloudError `code` naming the first id under which the caller has no group. */
export function refuseUnknownGroups(call: Pick<Call, 'world' | 'partition'>, ids: readonly string[], code: string): void {
  const groups = groupsOf(call);
  const unknown = groups && ids.find((id) => !groups.has(id));
  if (unknown !== undefined) throw new CloudError(code, `There is no security group ${unknown}.`);
}

/** A bound group as the 2017 generation lists it (18923). */
export function boundGroup(call: Pick<Call, 'world' | 'partition'>, id: string): { sgId: string; sgName: string; projectId: number } {
  const row = groupsOf(call)?.get(id) as Group | undefined;
  return { sgId: id, sgName: row?.SecurityGroupName ?? '', projectId: Number(row?.ProjectId ?? 0) };
}
