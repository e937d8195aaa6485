/** Lists of what a resource holds and that has no page of its own: attachments, rules. They are read as a family's list is. */
import type { FamilyModule, ModuleOf } from '../../catalogue/lazy.ts';
import type { AnyRow } from '../../catalogue/row-of.ts';

/** A list operation beside `list`, and the fields of its rows that hold an id and a name. Without `id` no field alone tells rows apart. */
export interface MemberList {
  readonly operation: string;
  readonly id?: string;
  readonly name?: string;
}

const known = new WeakMap<FamilyModule, Map<string, FamilyModule>>();

/** The family as if this were its list: whatever reads lists then reads its members. The same object every time. */
export function membersOf<R = AnyRow>(module: FamilyModule, { operation, id = '#', name }: MemberList): ModuleOf<R> {
  const views = known.get(module) ?? new Map<string, FamilyModule>();
  known.set(module, views);
  const { pending: _, pendingParts: __, name: ___, ...data } = module.data;
  const view = views.get(operation) ?? {
    ...module,
    data: {
      ...data,
      id,
      ...(name === undefined ? {} : { name }),
      operations: { ...data.operations, list: data.operations[operation] ?? [] },
    },
  };
  views.set(operation, view);
  return view as ModuleOf<R>;
}
