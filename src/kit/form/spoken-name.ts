import type { FamilyRef } from '../../../catalogue/define.ts';
import { speechOf } from '../../../catalogue/dialects.ts';
import { spokenName } from '../../../catalogue/spoken-name.ts';
import { useDialect } from '../../lib/scope.ts';
import { useFamily } from '../words.ts';

/** How the account's API calls a parameter of the family's action; undefined for one that it is not sent. */
export function useSpokenName(family: FamilyRef, action: string): (path: string) => string | undefined {
  const { module } = useFamily(family);
  const speech = speechOf(module, useDialect(), action);
  return (path) => spokenName(speech, path) ?? undefined;
}
