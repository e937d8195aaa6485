/** CCNs are read only where routes lead into one, and then once for each account: they are the same in all its regions. */
import { useQueries } from '@tanstack/react-query';
import { use, useDeferredValue, useMemo } from 'react';
import type { Ccn, CcnAttachment, CcnRoute, CcnSelection } from '../../catalogue/families/ccn/parts.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import type { Gap, NetworkModel } from '../../network/model/model.ts';
import { readAttachment, readCcn } from '../../network/model/read-ccn.ts';
import { toApiError } from '../api/api-error.ts';
import { listOptions } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
import { membersOf } from '../lib/members.ts';
import type { Scope } from '../lib/scope.ts';
import { ccnKinds, hasCcnRoutes } from './ccn-gaps.ts';
import { type QueryAnswer, settled, together, wholeRows } from './list-answers.ts';

interface ListsOfAccount {
  readonly ccns: QueryAnswer | undefined;
  readonly attachments: QueryAnswer | undefined;
  readonly selections: QueryAnswer | undefined;
}

/** The model with the CCNs of these accounts, one scope for each. Keep `accounts` stable. Suspends for the catalogue's data alone. */
export function useCcns(
  model: NetworkModel,
  accounts: readonly Scope[],
  always = false,
): { readonly model: NetworkModel; readonly complete: boolean } {
  const t = useT();
  const asked = always || hasCcnRoutes(model);
  // What stands on the page stays there while the catalogue's data comes.
  const needed = useDeferredValue(asked);
  const module = needed ? use(loadFamily('ccn')) : null;
  const views = module && {
    attachments: membersOf(module, { operation: 'attachments', id: 'InstanceId' }),
    selections: membersOf(module, { operation: 'selections' }),
    routes: membersOf(module, { operation: 'routes', id: 'RouteId' }),
  };
  const lists = useQueries({
    queries:
      module && views
        ? accounts.flatMap((scope) => [
            listOptions(scope, module, {}),
            listOptions(scope, views.attachments, {}),
            listOptions(scope, views.selections, {}),
          ])
        : [],
    combine: together,
  });
  const byAccount = accounts.map(
    (_, at): ListsOfAccount => ({ ccns: lists[at * 3], attachments: lists[at * 3 + 1], selections: lists[at * 3 + 2] }),
  );
  const own = byAccount.flatMap(({ ccns }, at) =>
    (ccns?.data?.rows ?? []).flatMap((row) => {
      const scope = accounts[at];
      return scope && typeof row.CcnId === 'string' ? [{ row: row as Ccn, scope, at }] : [];
    }),
  );
  const routes = useQueries({
    queries: views ? own.map(({ row, scope }) => listOptions(scope, views.routes, { CcnId: row.CcnId })) : [],
    combine: together,
  });
  const reading = t('ui.loading');
  const complete = asked === needed && (!needed || (lists.every(settled) && routes.every(settled)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is derived from the two lists of answers changes with them
  const whole = useMemo((): NetworkModel => {
    if (!needed) return model;
    const gaps: Gap[] = byAccount.flatMap(({ ccns, attachments }) =>
      (
        [
          ['ccns', ccns],
          ['ccnAttachments', attachments],
        ] as const
      ).flatMap(([kind, answer]): Gap[] =>
        wholeRows(answer) ? [] : [{ kind, because: answer?.error ? toApiError(answer.error).code : reading }],
      ),
    );
    const attached = byAccount.flatMap(({ attachments }) => (wholeRows<CcnAttachment>(attachments) ?? []).map(readAttachment));
    return {
      ...model,
      ccns: own.map(({ row, at }, place) =>
        readCcn(row, wholeRows<CcnRoute>(routes[place]), wholeRows<CcnSelection>(byAccount[at]?.selections)),
      ),
      // Both accounts list an attachment of two.
      ccnAttachments: [...new Map(attached.map((one) => [one.id, one])).values()],
      gaps: [...model.gaps.filter(({ kind }) => !ccnKinds.includes(kind)), ...gaps],
    };
  }, [model, needed, lists, routes, reading]);
  return { model: whole, complete };
}
