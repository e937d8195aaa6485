/** What holds for cloud databases. They belong to another service: only seeds and the control API make them. */
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { addInstance } from '../../instances/instances.ts';
import { rowOf } from '../../rules/rows.ts';
import { startTask } from '../../rules/tasks.ts';
import { shortOf } from '../../rules/zones.ts';
import { cloudTime } from '../../world/clock.ts';
import type { Effect } from '../task/table.ts';
import { type DatabaseRow, databaseTable } from './table.ts';

/** What may be said of a new database; it is a running, initialised, hourly paid one otherwise. Without a subnet it stands in none. */
export type NewDatabase = Partial<Omit<DatabaseRow, 'CreatedTime'>> & {
  readonly SubnetId?: string | undefined;
  readonly PrivateIpAddress?: string | undefined;
  readonly SecurityGroupIds?: readonly string[] | undefined;
};

/** @throws RangeError when its subnet cannot take it. */
export function addDatabase({ partition, region, now }: CallContext, wanted: NewDatabase): DatabaseRow {
  const { SubnetId, PrivateIpAddress, SecurityGroupIds, ...given } = wanted;
  const InstanceId = given.InstanceId ?? partition.newId(databaseTable, 'cdb');
  const InstanceName = given.InstanceName ?? InstanceId;
  if (SubnetId !== undefined) {
    addInstance(partition, { Kind: 'CDB', InstanceId, InstanceName, SubnetId, PrivateIpAddress, SecurityGroupIds }, now);
  }
  const address = given.WanIsOpen ? publicAddress({ partition, region }, InstanceId) : { WanDomain: '', WanPort: 0 };
  return partition.table(databaseTable).put({
    Role: 'master',
    PayMode: 'hourly',
    Status: 1,
    IsInitialised: true,
    Doing: 'nothing',
    WanIsOpen: false,
    ...address,
    CreatedTime: cloudTime(now),
    ...given,
    InstanceId,
    InstanceName,
  });
}

/** A name and a port that stay the database's for good. */
function publicAddress({ partition, region }: Pick<Call, 'partition' | 'region'>, id: string): Pick<DatabaseRow, 'WanDomain' | 'WanPort'> {
  return { WanDomain: `${shortOf(region)}-${id}.sql.tencentcdb.com`, WanPort: 20_000 + partition.world.random.below(40_000) };
}

/** @throws CloudError when the caller has no such database in this region. */
export const databaseOf = (call: Call, id: string, notFound: string): DatabaseRow => rowOf(call, databaseTable, 'database', id, notFound);

/**
 * Begins to open the database to the Internet, once it is initialised (000:7).
 * @returns the id of the work: four times eight hexadecimal digits, as in the sample (000:51).
 * @throws CloudError as its table says (000:86-91); which refusal is whose, docs/simulator-differences.md tells.
 */
export function openWan(call: Call, row: DatabaseRow): string {
  const { InstanceId: id } = row;
  if (row.Role === 'ro') throw new CloudError('OperationDenied.ActionNotSupport', `${id} is read-only: it cannot be opened.`);
  if (row.Doing !== 'nothing') throw new CloudError('FailedOperation.StatusConflict', `Another task of ${id} is under way.`);
  if (row.Status === 5) throw new CloudError('OperationDenied.WrongStatus', `${id} is isolated.`);
  if (!row.IsInitialised) throw new CloudError('OperationDenied.WrongStatus', `${id} is not initialised yet.`);
  if (row.WanIsOpen) throw new CloudError('OperationDenied', `${id} is open already.`);
  const address = row.WanDomain ? {} : publicAddress(call, id);
  begin(call, id, 'opening', { WanIsOpen: true, ...address });
  const digits = call.world.random.uuid().replaceAll('-', '');
  return [0, 8, 16, 24].map((at) => digits.slice(at, at + 8)).join('-');
}

/** What became of one database of several: 0, or the number of a refusal (002:33). */
interface ResumeResult {
  readonly id: string;
  readonly code: number;
  readonly message: string;
  /** Its state before. */
  readonly was: DatabaseRow['Status'];
}

/** Begins to bring an isolated database back; what speaks against it is told, not thrown (002:31-36). */
export function resume(call: Call, row: DatabaseRow): ResumeResult {
  const { InstanceId: id, Status: was } = row;
  if (row.Doing !== 'nothing') return { id, code: 9592, message: `A task of ${id} is running.`, was };
  if (was !== 5) return { id, code: 9548, message: `${id} is not isolated.`, was };
  begin(call, id, 'resuming', { Status: 1 });
  return { id, code: 0, message: '', was };
}

function begin(call: Call, id: string, doing: DatabaseRow['Doing'], set: Partial<DatabaseRow>): void {
  call.table(databaseTable).patch(id, { Doing: doing });
  const effect: Effect = { table: databaseTable.name, scope: call.partition.scopeOf(databaseTable), id, set: { ...set, Doing: 'nothing' } };
  startTask(call, { family: 'cdb-instance', queue: 'other', effects: [effect] });
}
