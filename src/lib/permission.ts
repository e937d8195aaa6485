/** What stands between a person and a change: the account’s mark, or their role. The server refuses the same, whatever a page offers. */
import type { Family } from '../../catalogue/define.ts';
import { type ConsoleInfo, type Scope, useConsole, useScope } from './scope.ts';

/** `readOnly`: nobody changes anything in the account from here. `role`: the person may not. */
type Barrier = 'readOnly' | 'role';

/** What keeps from changing things of the family; an action that no family describes is of none. */
export function barrierIn(info: ConsoleInfo | null, { account }: Pick<Scope, 'account'>, family: Family | undefined): Barrier | undefined {
  const here = info?.accounts.find(({ id }) => id === (account ?? info.defaultAccount));
  const may = here?.access?.write ?? '*';
  // Of tags the server decides by the resources that are named.
  const isAllowed = may === '*' || (family === 'tag' ? may.length > 0 : family !== undefined && may.includes(family));
  return isAllowed ? here?.readOnly && 'readOnly' : 'role';
}

export const useBarrier = (family: Family | undefined): Barrier | undefined => barrierIn(useConsole(), useScope(), family);
