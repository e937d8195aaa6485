/** Whether a person may make a call: by their grants, and by what nobody may do in the account. */
import { type AccessKind, isAllowed } from '../../catalogue/access.ts';
import { type ActionData, type Family, isRead } from '../../catalogue/define.ts';
import { familyModules, familyOf } from '../../catalogue/index.ts';
import { taggedSorts } from '../../catalogue/tags.ts';
import type { Account } from '../accounts/account.ts';
import type { Registry } from '../accounts/registry.ts';
import { accessTo, isAdmin } from './grants.ts';
import type { Person } from './person.ts';

interface CallFacts {
  /** "vpc:CreateSubnet" */
  readonly name: string;
  readonly data: ActionData;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Objection {
  readonly code: 'AccountReadOnly' | 'NotPermitted';
  readonly message: string;
}

/** Families by the service and the sort under which the tag service knows their resources: "vpc/rtb". */
const familyBySort: ReadonlyMap<string, Family> = new Map(
  familyModules.flatMap((module) => taggedSorts(module).flatMap(({ tags, family }) => (tags?.type ? [[tags.type, family] as const] : []))),
);

/** "qcs::vpc:ap-guangzhou:uin/100:rtb/rtb-1" is of the family that has "vpc/rtb". */
function familyOfResource(resource: unknown): Family | undefined {
  const [, , service = '', , , path = ''] = typeof resource === 'string' ? resource.split(':') : [];
  return familyBySort.get(`${service}/${path.split('/', 1)[0]}`);
}

/** What a call is about: the action's family; tags are a matter of the families of all resources that are named. */
function familiesOf({ name, data, params }: CallFacts): readonly (Family | undefined)[] {
  const family = familyOf(name);
  if (family !== 'tag' || isRead(data) || !Array.isArray(params.ResourceList)) return [family];
  return params.ResourceList.length === 0 ? [undefined] : params.ResourceList.map(familyOfResource);
}

/** The accounts that a person is told of: those that a grant of theirs is about. */
export function seenBy(registry: Registry, { grants }: Person): Registry {
  if (isAdmin(grants)) return registry;
  return { ...registry, accounts: () => registry.accounts().filter((account) => accessTo(grants, account) !== null) };
}

/** Null where the person may make the call in the account; else why not. */
export function objectionTo(call: CallFacts, account: Account, person: Person, readOnly: Registry['readOnly']): Objection | null {
  const kind: AccessKind = isRead(call.data) ? 'read' : 'write';
  const access = accessTo(person.grants, account);
  const families = familiesOf(call);
  const refused = families.findIndex((family) => access === null || !isAllowed(access, kind, family));
  if (refused >= 0) {
    const family = families[refused];
    const what = family === undefined ? 'do this' : `${kind === 'read' ? 'read' : 'change'} anything of the family "${family}"`;
    return { code: 'NotPermitted', message: `Your role does not let you ${what} in this account.` };
  }
  if (kind === 'read' || !readOnly?.(account)) return null;
  return { code: 'AccountReadOnly', message: 'This account is marked as read-only: nothing in it is changed from here, whoever asks.' };
}
