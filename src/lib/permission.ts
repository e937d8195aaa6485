/** What stands between a person and a change: the account’s mark, or their role. The server refuses the same, whatever a page offers. */
import { type AccessKind, fullAccess, isAllowed } from '../../catalogue/access.ts';
import type { Family } from '../../catalogue/define.ts';
import { type ConsoleInfo, type Scope, useConsole, useScope } from './scope.ts';

/** `readOnly`: nobody changes anything in the account from here. `role`: the person may not. */
export type Barrier = 'readOnly' | 'role';

/** Undefined where it may be done. A family that is none is an action that no family describes. */
export function barrierIn(
  info: ConsoleInfo | null,
  { account }: Pick<Scope, 'account'>,
  kind: AccessKind,
  family: Family | undefined,
): Barrier | undefined {
  const here = info?.accounts.find(({ id }) => id === (account ?? info.defaultAccount));
  if (!here) return undefined;
  // Of tags the server decides by the resources that are named.
  const byResource = kind === 'write' && family === 'tag' && here.access !== undefined && here.access.write.length > 0;
  if (!byResource && !isAllowed(here.access ?? fullAccess, kind, family)) return 'role';
  return kind === 'write' && here.readOnly ? 'readOnly' : undefined;
}

export const useBarrier = (kind: AccessKind, family: Family | undefined): Barrier | undefined =>
  barrierIn(useConsole(), useScope(), kind, family);
