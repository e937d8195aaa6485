/** CCNs are read only where routes lead into one, and then once for each account: they are the same in all its regions. */
import { useQueries } from '@tanstack/react-query';
import { use, useDeferredValue, useMemo } from 'react';
import type { Ccn, CcnAttachment, CcnSelection } from '../../catalogue/families/ccn/parts.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import type { Gap, NetworkModel } from '../../network/model/model.ts';
import { readAttachment, readCcn } from '../../network/model/read-ccn.ts';
import { toApiError } from '../api/api-error.ts';
import { listOptions } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
import { memberList, membersOf } from '../lib/members.ts';
import type { Scope } from '../lib/scope.ts';
import { ccnKinds, hasCcnRoutes } from './ccn-gaps.ts';
import { type QueryAnswer, settled, together, wholeRows } from './list-answers.ts';

const attachmentList = memberList('ccn', 'attachments', { id: 'InstanceId', idWithin: 'CcnId' });
const selectionList = memberList('ccn', 'selections');
const routeList = memberList('ccn', 'routes', { id: 'RouteId' });

interface ListsOfAccount {
  readonly ccns: QueryAnswer<Ccn> | undefined;
  readonly attachments: QueryAnswer<CcnAttachment> | undefined;
  readonly selections: QueryAnswer<CcnSelection> | undefined;
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
    attachments: membersOf(module, attachmentList),
    selections: membersOf(module, selectionList),
    routes: membersOf(module, routeList),
  };
  const ccns = useQueries({ queries: module ? accounts.map((scope) => listOptions(scope, module, {})) : [], combine: together });
  const attachments = useQueries({
    queries: views ? accounts.map((scope) => listOptions(scope, views.attachments, {})) : [],
    combine: together,
  });
  const selections = useQueries({
    queries: views ? accounts.map((scope) => listOptions(scope, views.selections, {})) : [],
    combine: together,
  });
  const byAccount = accounts.map((_, at): ListsOfAccount => ({ ccns: ccns[at], attachments: attachments[at], selections: selections[at] }));
  const own = byAccount.flatMap(({ ccns }, at) =>
    (ccns?.data?.rows ?? []).flatMap((row) => {
      const scope = accounts[at];
      return scope ? [{ row, scope, at }] : [];
    }),
  );
  const routes = useQueries({
    queries: views ? own.map(({ row, scope }) => listOptions(scope, views.routes, { CcnId: row.CcnId })) : [],
    combine: together,
  });
  const reading = t('ui.loading');
  const complete = asked === needed && (!needed || [ccns, attachments, selections, routes].every((answers) => answers.every(settled)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is derived from the lists of answers changes with them
  const whole = useMemo((): NetworkModel => {
    if (!needed) return model;
    const gapOf = (kind: Gap['kind'], answer: QueryAnswer<unknown> | undefined): Gap[] =>
      wholeRows(answer) ? [] : [{ kind, because: answer?.error ? toApiError(answer.error).code : reading }];
    const gaps = byAccount.flatMap((lists) => [...gapOf('ccns', lists.ccns), ...gapOf('ccnAttachments', lists.attachments)]);
    const attached = byAccount.flatMap(({ attachments }) => (wholeRows(attachments) ?? []).map(readAttachment));
    return {
      ...model,
      ccns: own.map(({ row, at }, place) => readCcn(row, wholeRows(routes[place]), wholeRows(byAccount[at]?.selections))),
      // Both accounts list an attachment of two.
      ccnAttachments: [...new Map(attached.map((one) => [one.id, one])).values()],
      gaps: [...model.gaps.filter(({ kind }) => !ccnKinds.includes(kind)), ...gaps],
    };
  }, [model, needed, ccns, attachments, selections, routes, reading]);
  return { model: whole, complete };
}
