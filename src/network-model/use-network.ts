/** The networks of every account and region that has any, as one model: what the pages about the whole network read. */
import { useQueries } from '@tanstack/react-query';
import { use, useEffect, useMemo, useState } from 'react';
import type { NetworkModel } from '../../network/model/model.ts';
import { isNoRegion, toApiError } from '../api/api-error.ts';
import { type ListData, listOptions } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
import { idOf } from '../lib/family.ts';
import { dialectIn, regionsOf, useConsole, useScope } from '../lib/scope.ts';
import { type AssembledModel, assemble, type ListSnapshot, type OwnedScope, type ResourceFacts } from './assemble.ts';
import { isAskedFor, type ModelSource, type SourceKind, sourceOf } from './sources.ts';
import type { RefusedSource } from './unread-lists.ts';
import { useCcns } from './use-ccns.ts';

interface Progress {
  /** Lists that have arrived whole, or were refused, of all that were asked for. */
  readonly answered: number;
  readonly total: number;
  /** Rows so far, and how many the cloud has told of. */
  readonly rows: number;
  readonly rowsTotal: number;
}

export interface Network {
  readonly model: NetworkModel;
  /** Accounts and regions that have a VPC, be it one whose row cannot be read. */
  readonly scopes: readonly OwnedScope[];
  readonly known: ReadonlyMap<string, ResourceFacts>;
  readonly progress: Progress;
  readonly complete: boolean;
  readonly refused: readonly RefusedSource[];
  /** Regions that this cloud does not have, by its own word: nothing of them is missing. */
  readonly absent: readonly string[];
  readonly refreshing: boolean;
  readonly refresh: () => void;
}

interface QueryAnswer {
  readonly data: ListData | undefined;
  readonly error: Error | null;
  readonly fetching: boolean;
  readonly refetch: () => unknown;
}

const none: readonly never[] = [];

const together = (
  results: readonly { data: ListData | undefined; error: Error | null; isFetching: boolean; refetch: () => unknown }[],
): QueryAnswer[] => results.map(({ data, error, isFetching, refetch }) => ({ data, error, fetching: isFetching, refetch }));

/** Every region of every account whose cloud this is. */
export function useOwnedScopes(): readonly OwnedScope[] {
  const info = useConsole();
  const { region: current } = useScope();
  return useMemo(
    () =>
      (info?.accounts ?? [])
        .filter(({ vendor }) => vendor === 'tencent')
        .flatMap(({ id, uin }) =>
          regionsOf(info, current, id).map(
            (region): OwnedScope => ({ account: id === info?.defaultAccount ? undefined : id, region, owner: uin ?? id }),
          ),
        ),
    [info, current],
  );
}

/** Without VPCs there is nothing that a network is made of. */
const isAbsent = (kind: SourceKind, answer: QueryAnswer | undefined): boolean =>
  kind === 'vpcs' && !answer?.data && isNoRegion(answer?.error);

const readingOf = (scope: OwnedScope, { kind, module }: ModelSource, answer: QueryAnswer | undefined): ListSnapshot => ({
  scope,
  kind,
  module,
  rows: answer?.data?.rows ?? none,
  odd: answer?.data?.unreadable ?? none,
  total: answer?.data?.total ?? 0,
  complete: answer?.data?.complete ?? isAbsent(kind, answer),
  consistent: answer?.data?.consistent ?? true,
  failed: answer?.error && !answer.data && !isAbsent(kind, answer) ? toApiError(answer.error).code : null,
});

interface ScopedSource {
  readonly scope: OwnedScope;
  readonly source: ModelSource;
}

const optionsOf = ({ scope, source }: ScopedSource) => listOptions(scope, source.module, source.where);

/**
 * Reads the kinds of rows asked for, from every account and region: VPCs everywhere first, the rest where there are any.
 * Lists are those of the cache, so pages share them, and they poll while something is pending. CCNs are read where routes lead
 * into one, or all of them for `everyCcn`. Keep `kinds` stable. Suspends for the catalogue's data alone.
 */
export function useNetwork(kinds: readonly SourceKind[], everyCcn = false): Network {
  const lists = useLists(kinds);
  const ccns = useCcns(lists.model, useAccountsOf(lists.scopes), everyCcn);
  return withCcns(lists, ccns, true);
}

/** One scope for each account. */
const useAccountsOf = (scopes: readonly OwnedScope[]): readonly OwnedScope[] =>
  useMemo(() => scopes.filter(({ account }, at) => scopes.findIndex((one) => one.account === account) === at), [scopes]);

const withCcns = (lists: Network, ccns: ReturnType<typeof useCcns>, complete: boolean): Network => ({
  ...lists,
  model: ccns.model,
  complete: lists.complete && ccns.complete && complete,
  refused: [...lists.refused, ...ccns.refused],
  refreshing: lists.refreshing || ccns.refreshing,
  refresh: () => {
    lists.refresh();
    ccns.refresh();
  },
});

/** A VPC, and the VPCs that a CCN joins with it. */
interface VpcSurroundings {
  readonly vpc: string;
  readonly joined: readonly string[];
}

/**
 * What is told of one VPC: VPCs everywhere, all kinds of its own account and region, and, where something is that a peering or
 * a CCN joins with it, what tells the way back. Of VPCs that nothing joins with it only the row is known. Keep `kinds` stable.
 */
export function useNetworkAround(vpc: string, kinds: readonly SourceKind[]): Network {
  const [joined, setJoined] = useState<readonly string[]>(none);
  const lists = useListsAround({ vpc, joined }, kinds);
  // A CCN may be another account's.
  const ccns = useCcns(lists.model, useAccountsOf(useOwnedScopes()));
  const { ccnAttachments } = ccns.model;
  const own = new Set(ccnAttachments.flatMap(({ ccn, instance }) => (instance === vpc ? [ccn] : [])));
  const found = ccnAttachments.flatMap(({ ccn, instance }) => (own.has(ccn) && instance !== vpc ? [instance] : [])).sort();
  const told = found.join(' ');
  useEffect(() => setJoined(told === '' ? none : told.split(' ')), [told]);
  return withCcns(lists, ccns, joined.join(' ') === told);
}

/** Of a place with something that a VPC is joined with: what leads back. */
const kindsOfFar: ReadonlySet<SourceKind> = new Set(['subnets', 'routeTables']);

/** Ids of VPCs that a row names. */
const vpcsIn = (row: object, homes: ReadonlyMap<string, OwnedScope>): string[] =>
  Object.values(row).filter((value): value is string => typeof value === 'string' && homes.has(value));

const sameScopes = (at: string, scopes: readonly OwnedScope[]): readonly OwnedScope[] =>
  at.split(' ').flatMap((place) => (place === '' ? [] : (scopes[Number(place)] ?? [])));

/** The catalogue's data of VPCs, and of the kinds. */
function useSources(kinds: readonly SourceKind[]): readonly [vpcs: ModelSource, ...ModelSource[]] {
  const loading = [sourceOf('vpcs'), ...kinds.map(sourceOf)];
  return loading.map((one) => use(one)) as [ModelSource, ...ModelSource[]];
}

/** The lists that each of the scopes is asked for. */
function usePairs(
  sources: readonly ModelSource[],
): (scopes: readonly OwnedScope[], isWanted?: (kind: SourceKind) => boolean) => ScopedSource[] {
  const info = useConsole();
  return (scopes, isWanted = () => true) =>
    scopes.flatMap((scope) =>
      sources.flatMap((source) => (isWanted(source.kind) && isAskedFor(source.kind, dialectIn(info, scope)) ? [{ scope, source }] : [])),
    );
}

const useAnswers = (pairs: readonly ScopedSource[]): QueryAnswer[] => useQueries({ queries: pairs.map(optionsOf), combine: together });

function useLists(kinds: readonly SourceKind[]): Network {
  const all = useOwnedScopes();
  const [vpcs, ...sources] = useSources(kinds);
  const first = all.map((scope) => ({ scope, source: vpcs }));
  const firstAnswers = useAnswers(first);
  // A VPC whose row nobody can read has subnets and routes like any other.
  const isUsed = (data: ListData | undefined): boolean => (data?.rows.length ?? 0) + (data?.unreadable.length ?? 0) > 0;
  const used = all.flatMap((_, at) => (isUsed(firstAnswers[at]?.data) ? [at] : [])).join(' ');
  const scopes = useMemo(() => sameScopes(used, all), [all, used]);
  const rest = usePairs(sources)(scopes);
  const answers = useAnswers(rest);
  return useAssembled(scopes, [...first, ...rest], [...firstAnswers, ...answers]);
}

function useListsAround({ vpc, joined }: VpcSurroundings, kinds: readonly SourceKind[]): Network {
  const all = useOwnedScopes();
  const info = useConsole();
  const here = useScope();
  const [vpcs, ...sources] = useSources(kinds);
  const pairsOf = usePairs(sources);
  const account = here.account === info?.defaultAccount ? undefined : here.account;
  const home = all.filter((scope) => scope.region === here.region && scope.account === account);
  const near = [...home.map((scope) => ({ scope, source: vpcs })), ...pairsOf(home)];
  const nearAnswers = useAnswers(near);
  const peerings = near.flatMap(({ source }, at) =>
    source.kind === 'peerings' ? (nearAnswers[at]?.data?.rows ?? []).filter((row) => Object.values(row).includes(vpc)) : [],
  );
  // The documents tell whose the other end of a peering is, and not in which region: it is looked for.
  const named = new Set(peerings.flatMap((row) => Object.values(row).map(String)));
  // An account that told no number may be any.
  const mayHold = ({ owner }: OwnedScope): boolean =>
    joined.length > 0 || (peerings.length > 0 && (named.has(owner) || !/^\d+$/.test(owner)));
  const others = all.flatMap((scope) => (home.includes(scope) || !mayHold(scope) ? [] : [{ scope, source: vpcs }]));
  const otherAnswers = useAnswers(others);
  const homes = new Map(
    others.flatMap(({ scope }, at) => (otherAnswers[at]?.data?.rows ?? []).map((row) => [idOf(vpcs.module, row), scope] as const)),
  );
  const far = new Set([...peerings.flatMap((row) => vpcsIn(row, homes)), ...joined].flatMap((id) => homes.get(id) ?? []));
  const rest = pairsOf(
    all.filter((scope) => far.has(scope)),
    (kind) => kindsOfFar.has(kind),
  );
  const answers = useAnswers(rest);
  const asked = all.flatMap((scope, at) => (home.includes(scope) || far.has(scope) ? [at] : [])).join(' ');
  const scopes = useMemo(() => sameScopes(asked, all), [all, asked]);
  return useAssembled(scopes, [...near, ...others, ...rest], [...nearAnswers, ...otherAnswers, ...answers]);
}

/** The network of what has been asked. `pairs` and `answers` are in the same order. */
function useAssembled(scopes: readonly OwnedScope[], pairs: readonly ScopedSource[], answers: readonly QueryAnswer[]): Network {
  const t = useT();
  const info = useConsole();
  const readings = pairs.map(({ scope, source }, at) => readingOf(scope, source, answers[at]));
  const fingerprint = useFingerprint(readings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the readings are new at every render, and told apart by what is in them
  const assembled = useMemo(
    (): AssembledModel =>
      assemble(readings, { reading: t('ui.loading'), failed: (code) => code, odd: (ids) => ids, partial: t('kit.inconsistent') }),
    [fingerprint, t],
  );
  // Until the server has told which accounts there are, nothing has been asked.
  const told = info !== null;
  const complete = told && readings.every((reading) => reading.complete || reading.failed !== null);
  return {
    ...assembled,
    scopes,
    complete,
    progress: {
      answered: readings.filter((reading) => reading.complete || reading.failed !== null).length,
      total: readings.length,
      rows: readings.reduce((sum, { rows }) => sum + rows.length, 0),
      rowsTotal: readings.reduce((sum, { total }) => sum + total, 0),
    },
    refused: readings.flatMap(({ scope, kind, failed }, at) =>
      failed === null ? [] : [{ scope, kind, code: failed, again: () => void answers[at]?.refetch() }],
    ),
    absent: [...new Set(pairs.flatMap(({ scope, source }, at) => (isAbsent(source.kind, answers[at]) ? [scope.region] : [])))],
    refreshing: answers.some(({ fetching }) => fetching),
    refresh: () => {
      for (const { refetch } of answers) void refetch();
    },
  };
}

const numbers = new WeakMap<object, number>();
let last = 0;

/** A number for each array of rows, the same for the same array: so that a list of arrays has a text to compare by. */
function numberOf(rows: object): number {
  const known = numbers.get(rows);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(rows, last);
  return last;
}

const useFingerprint = (readings: readonly ListSnapshot[]): string =>
  readings
    .map(({ rows, complete, consistent, failed }) => `${numberOf(rows)}${complete ? 'c' : ''}${consistent ? '' : 'p'}${failed ?? ''}`)
    .join(' ');
