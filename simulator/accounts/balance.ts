/** Whether the account can pay for what it asks. */
import type { Call } from '../call.ts';
import { CloudError } from '../errors.ts';
import { balanceTable } from './table.ts';

/** @throws CloudError with this code when the account's balance is spent. */
export function requireBalance(call: Pick<Call, 'table'>, code: string): void {
  if (call.table(balanceTable).get('self')?.IsSpent) throw new CloudError(code, 'The balance of the account is too low.');
}
