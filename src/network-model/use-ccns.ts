/** CCNs are read only where routes lead into one, and then once for each account: they are the same in all its regions. */
import { useQueries } from '@tanstack/react-query';
import { use, useDeferredValue, useMemo } from 'react';
import type { Ccn, CcnAttachment, CcnRoute, CcnSelection } from '../../catalogue/families/ccn/parts.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import type { Gap, NetworkModel } from '../../network/model/model.ts';
import { readAttachment, readCcn } from '../../network/model/read-ccn.ts';
import { listOptions } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
import { memberList, membersOf } from '../lib/members.ts';
import type { OwnedScope } from './assemble.ts';
import { ccnKinds, gapsOfCcns, hasCcnRoutes } from './ccn-gaps.ts';
import { isSettled, type QueryAnswer, refusedSourceOf, together, wholeRows, whyNotWhole } from './list-answers.ts';
import type { RefusedSource } from './unread-lists.ts';

const attachmentList = memberList('ccn', 'attachments', { id: 'InstanceId', idWithin: 'CcnId' });
const selectionList = memberList('ccn', 'selections');
const routeList = memberList('ccn', 'routes', { id: 'RouteId' });

interface ListsOfAccount {
  readonly scope: OwnedScope;
  readonly ccns: QueryAnswer<Ccn> | undefined;
  readonly attachments: QueryAnswer<CcnAttachment> | undefined;
  readonly selections: QueryAnswer<CcnSelection> | undefined;
}

/** A CCN with its routes, which are listed for one at a time. */
interface OwnCcn {
  readonly row: Ccn;
  readonly of: ListsOfAccount;
  readonly routes: QueryAnswer<CcnRoute> | undefined;
}

interface CcnLists {
  readonly accounts: readonly ListsOfAccount[];
  readonly own: readonly OwnCcn[];
  readonly all: readonly QueryAnswer<unknown>[];
}

/** The lists of the accounts; none before they are needed. */
function useCcnLists(accounts: readonly OwnedScope[], needed: boolean): CcnLists {
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
  const byAccount = accounts.map(
    (scope, at): ListsOfAccount => ({ scope, ccns: ccns[at], attachments: attachments[at], selections: selections[at] }),
  );
  const own = byAccount.flatMap((of) => (of.ccns?.data?.rows ?? []).map((row) => ({ row, of })));
  const routes = useQueries({
    queries: views ? own.map(({ row, of }) => listOptions(of.scope, views.routes, { CcnId: row.CcnId })) : [],
    combine: together,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is derived from the lists of answers changes with them
  return useMemo(
    () => ({
      accounts: byAccount,
      own: own.map((one, at) => ({ ...one, routes: routes[at] })),
      all: [...ccns, ...attachments, ...selections, ...routes],
    }),
    [accounts, ccns, attachments, selections, routes],
  );
}

/** The model with what the lists tell, and a gap for each that is not here whole. */
function withCcns(model: NetworkModel, { accounts, own }: CcnLists, words: Parameters<typeof whyNotWhole>[1]): NetworkModel {
  const gapOf = (gap: Omit<Gap, 'because'>, answer: QueryAnswer<unknown> | undefined, prefix = ''): Gap[] =>
    wholeRows(answer) ? [] : [{ ...gap, because: prefix + whyNotWhole(answer, words) }];
  const gaps = [
    ...accounts.flatMap(({ scope: { owner: account }, ccns, attachments }) => [
      ...gapOf({ kind: 'ccns', account }, ccns),
      ...gapOf({ kind: 'ccnAttachments', account }, attachments),
    ]),
    ...own.flatMap(({ row: { CcnId: id }, of: { scope, selections }, routes }) => {
      const gap = { kind: 'ccns', account: scope.owner, of: id } as const;
      return [...gapOf(gap, routes, `${id}: `), ...gapOf(gap, selections)];
    }),
  ];
  const attached = accounts.flatMap(({ attachments }) => (wholeRows(attachments) ?? []).map(readAttachment));
  return {
    ...model,
    ccns: own.map(({ row, of, routes }) => readCcn(row, wholeRows(routes), wholeRows(of.selections))),
    // Both accounts list an attachment of two.
    ccnAttachments: [...new Map(attached.map((one) => [one.id, one])).values()],
    gaps: [...model.gaps.filter(({ kind }) => !ccnKinds.includes(kind)), ...gaps],
  };
}

const refusedIn = ({ accounts, own }: CcnLists): RefusedSource[] => [
  ...accounts.flatMap((one) => [
    ...refusedSourceOf({ scope: one.scope, kind: 'ccns' }, one.ccns),
    ...refusedSourceOf({ scope: one.scope, kind: 'ccnAttachments' }, one.attachments),
    // Where there is no CCN nothing is selected.
    ...(own.some(({ of }) => of === one) ? refusedSourceOf({ scope: one.scope, kind: 'ccns' }, one.selections) : []),
  ]),
  ...own.flatMap(({ row, of, routes }) => refusedSourceOf({ scope: of.scope, kind: 'ccns', of: row.CcnId }, routes)),
];

interface WithCcns {
  readonly model: NetworkModel;
  /** Every list has arrived, or was refused. */
  readonly complete: boolean;
  readonly refused: readonly RefusedSource[];
  readonly refreshing: boolean;
  readonly refresh: () => void;
}

/** The model with the CCNs of these accounts, one scope for each. Keep `accounts` stable. Suspends for the catalogue's data alone. */
export function useCcns(model: NetworkModel, accounts: readonly OwnedScope[], always = false): WithCcns {
  const t = useT();
  const asked = always || hasCcnRoutes(model);
  // What stands on the page stays there while the catalogue's data comes.
  const needed = useDeferredValue(asked);
  const lists = useCcnLists(accounts, needed);
  const whole = useMemo((): NetworkModel => {
    const reading = t('ui.loading');
    if (needed) return withCcns(model, lists, { reading, partial: t('kit.inconsistent') });
    return asked && !hasCcnRoutes(model) ? { ...model, gaps: [...model.gaps, ...gapsOfCcns(reading)] } : model;
  }, [model, asked, needed, lists, t]);
  return {
    model: whole,
    complete: asked === needed && (!needed || lists.all.every(isSettled)),
    refused: refusedIn(lists),
    refreshing: lists.all.some(({ isFetching }) => isFetching),
    refresh: () => {
      for (const { refetch } of lists.all) void refetch();
    },
  };
}
