/** Lists of what a resource holds and that has no page of its own: attachments, rules. They are read as a family's list is. */
import type { FamilyData, FamilyRef } from '../../catalogue/define.ts';
import type { FamilyModule, ModuleOf } from '../../catalogue/lazy.ts';
import type { ListOperationOf, RowOf, RowOfOperation } from '../../catalogue/row-of.ts';

/** A list operation beside `list`, and the fields of its rows that hold an id and a name. Without `id` no field alone tells rows apart. */
export interface MemberList<F extends FamilyRef, O extends ListOperationOf<F>> {
  readonly family: F;
  readonly operation: O;
  readonly id?: keyof RowOfOperation<F, O> & string;
  /** The field whose value the id is one within, where it can be there several times. */
  readonly idWithin?: keyof RowOfOperation<F, O> & string;
  readonly name?: keyof RowOfOperation<F, O> & string;
  /** Rows that will change by themselves: the list is read again while there are some. */
  readonly pending?: FamilyData['pending'];
}

/** Such a list, of which the compiler knows the rows and what narrows them. */
export const memberList = <F extends FamilyRef, O extends ListOperationOf<F>>(
  family: F,
  operation: O,
  fields: Pick<MemberList<F, O>, 'id' | 'idWithin' | 'name' | 'pending'> = {},
): MemberList<F, O> => ({ family, operation, ...fields });

const known = new WeakMap<FamilyModule, Map<string, FamilyModule>>();

/** The family as if this were its list: whatever reads lists then reads its members. The same object every time. */
export function membersOf<F extends FamilyRef, O extends ListOperationOf<F>>(
  module: ModuleOf<RowOf<F>>,
  { operation, id, idWithin, name, pending }: MemberList<F, O>,
): ModuleOf<RowOfOperation<F, O>> {
  const views = known.get(module) ?? new Map<string, FamilyModule>();
  known.set(module, views);
  const { pending: _, pendingParts: __, name: ___, ...data } = module.data;
  const key = JSON.stringify([operation, id, idWithin, name]);
  const view = views.get(key) ?? {
    ...module,
    data: {
      ...data,
      id: id ?? '#',
      ...(idWithin === undefined ? {} : { idWithin }),
      ...(name === undefined ? {} : { name }),
      ...(pending === undefined ? {} : { pending }),
      operations: { ...data.operations, list: data.operations[operation] ?? [] },
    },
  };
  views.set(key, view);
  return view;
}
