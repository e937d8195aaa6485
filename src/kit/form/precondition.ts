/** What a form about one resource begins with, and what is asked again before it writes. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FamilyModule } from '../../../catalogue/lazy.ts';
import { readRowAgain } from '../../api/read-again.ts';
import type { AnyRow, Params } from '../../lib/family.ts';
import type { FormValues } from '../../lib/form.ts';
import { type Scope, useScope } from '../../lib/scope.ts';
import type { ValuesOf } from './types.ts';

/** Facts by name: fields of the family's rows, whose words the catalogue has, or words of the family's own. */
type Facts = FormValues;

interface RecheckContext<R extends AnyRow> {
  readonly client: QueryClient;
  readonly scope: Scope;
  /** The resource as it was just read. */
  readonly row: R;
}

/**
 * What must still be so when an operation is sent, besides the values it begins with:
 * - `adds`: nothing that is there is replaced, taken away or moved, whatever others did meanwhile;
 * - facts of the row, by what is entered;
 * - `shown` and `read`: facts of other lists, as the form showed them and as they are asked again. A fact's name says what
 *   it is about, an id best: what was accepted of one must not stand for another.
 */
export type Precondition<R extends AnyRow, P extends string = string> =
  | 'adds'
  | ((row: R, values: ValuesOf<P>) => Facts)
  | { readonly shown: (values: ValuesOf<P>) => Facts; readonly read: (values: ValuesOf<P>, again: RecheckContext<R>) => Promise<Facts> };

/** The resource by now, as the form sees it. */
export interface CurrentState {
  readonly initial: FormValues;
  readonly fixed: Params;
  readonly facts: Facts;
  /** From here on this is what the form began with. */
  readonly accept: () => void;
}

export interface Recheck {
  /** Facts as the form began. */
  readonly facts: (values: FormValues) => Facts;
  /** Null: the resource is gone. @throws ApiError */
  readonly read: (values: FormValues) => Promise<CurrentState | null>;
}

interface RecheckOptions<R extends AnyRow> {
  readonly module: FamilyModule;
  readonly id: string;
  readonly row: R;
  readonly initialOf: (row: R) => FormValues;
  readonly fixedOf: (row: R) => Params;
  readonly precondition: Precondition<R>;
}

/** The row that a form began with, and the way to ask for it again. */
export function useRecheck<R extends AnyRow>({ module, id, row, initialOf, fixedOf, precondition }: RecheckOptions<R>): Recheck {
  const scope = useScope();
  const client = useQueryClient();
  const [began, setBegan] = useState<R>(row);
  /** Facts of other lists that a person was told of, and went on with. */
  const [accepted, setAccepted] = useState<Facts>({});
  const beside = (values: FormValues): Facts => {
    if (typeof precondition !== 'object') return {};
    const shown = precondition.shown(values);
    return Object.fromEntries(Object.keys(shown).map((name) => [name, Object.hasOwn(accepted, name) ? accepted[name] : shown[name]]));
  };
  const ofRow = (of: R, values: FormValues): Facts => ({
    ...fixedOf(of),
    ...(typeof precondition === 'function' ? precondition(of, values) : {}),
  });
  return {
    facts: (values) => ({ ...ofRow(began, values), ...beside(values) }),
    read: async (values) => {
      const fresh = (await readRowAgain(client, scope, module, id)) as R | null;
      if (fresh === null) return null;
      const others = typeof precondition === 'object' ? await precondition.read(values, { client, scope, row: fresh }) : {};
      return {
        initial: initialOf(fresh),
        fixed: fixedOf(fresh),
        facts: { ...ofRow(fresh, values), ...others },
        accept: () => {
          setBegan(fresh);
          setAccepted((known) => ({ ...known, ...others }));
        },
      };
    },
  };
}
