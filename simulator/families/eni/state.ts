/** Finding a network interface, and whether anything may be begun with it. */
import type { Call } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { rowOf } from '../../rules/rows.ts';
import type { EniCodes } from './codes.ts';
import { type EniRow, eniTable } from './table.ts';

/** The interface of this id. @throws CloudError when the caller has none in this region. */
export const eniOf = (call: Call, id: string, { notFound }: EniCodes): EniRow => rowOf(call, eniTable, 'network interface', id, notFound);

/** @throws CloudError while a task is under way with the interface. */
export function refuseBusy(eni: EniRow, code: string): void {
  if (eni.State !== 'AVAILABLE') throw new CloudError(code, `The network interface ${eni.NetworkInterfaceId} is ${eni.State}.`);
}
