/** Rows by the ids that calls name them by. */
import type { Call } from '../call.ts';
import { CloudError } from '../errors.ts';
import type { TableSpec } from '../world/table.ts';
import type { Partition } from '../world/world.ts';

/** The row of this id, or of this old id where the table has that index. */
export function rowNamed<R, I extends string>(partition: Partition, spec: TableSpec<R, I>, id: string): R | undefined {
  const table = partition.table(spec);
  return table.get(id) ?? (Object.hasOwn(spec.indexes, 'OldId') ? table.first('OldId' as I, id) : undefined);
}

/** The caller's row of this id, new or old; `noun` names its kind. @throws CloudError `code` when there is none in this region. */
export function rowOf<R, I extends string>(
  { partition }: Pick<Call, 'partition'>,
  spec: TableSpec<R, I>,
  noun: string,
  id: string,
  code: string,
): R {
  const row = rowNamed(partition, spec, id);
  if (!row) throw new CloudError(code, `There is no ${noun} ${id} in ${partition.region}.`);
  return row;
}

/** The same, for a row that must be of this VPC, where one is named. @throws CloudError `code` when it is of another. */
export function rowIn<R extends { readonly VpcId: string }, I extends string>(
  call: Pick<Call, 'partition'>,
  vpc: { readonly VpcId: string } | undefined,
  ...[spec, noun, id, code]: readonly [spec: TableSpec<R, I>, noun: string, id: string, code: string]
): R {
  const row = rowOf(call, spec, noun, id, code);
  if (!vpc || row.VpcId === vpc.VpcId) return row;
  throw new CloudError(code, `The VPC ${vpc.VpcId} has no ${noun} ${id}.`);
}
