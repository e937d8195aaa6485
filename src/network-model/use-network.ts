/** The networks of every account and region that has any, as one model: what the pages about the whole network read. */
import { useQueries } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import type { NetworkModel } from '../../network/model/model.ts';
import { isNoRegion, toApiError } from '../api/api-error.ts';
import { type ListData, listOptions } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
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

/**
 * Reads the kinds of rows asked for, from every account and region: VPCs everywhere first, the rest where there are any.
 * Lists are those of the cache, so pages share them, and they poll while something is pending. CCNs are read where routes lead
 * into one, or all of them for `everyCcn`. Keep `kinds` stable. Suspends for the catalogue's data alone.
 */
export function useNetwork(kinds: readonly SourceKind[], everyCcn = false): Network {
  const lists = useLists(kinds);
  const { scopes } = lists;
  const accounts = useMemo(() => scopes.filter(({ account }, at) => scopes.findIndex((one) => one.account === account) === at), [scopes]);
  const ccns = useCcns(lists.model, accounts, everyCcn);
  return {
    ...lists,
    model: ccns.model,
    complete: lists.complete && ccns.complete,
    refused: [...lists.refused, ...ccns.refused],
    refreshing: lists.refreshing || ccns.refreshing,
    refresh: () => {
      lists.refresh();
      ccns.refresh();
    },
  };
}

function useLists(kinds: readonly SourceKind[]): Network {
  const t = useT();
  const scopes = useOwnedScopes();
  const loading = [sourceOf('vpcs'), ...kinds.map(sourceOf)];
  const [vpcs, ...sources] = loading.map((one) => use(one)) as [ModelSource, ...ModelSource[]];
  const first = useQueries({ queries: scopes.map((scope) => listOptions(scope, vpcs.module, {})), combine: together });
  // A VPC whose row nobody can read has subnets and routes like any other.
  const isUsed = (data: ListData | undefined): boolean => (data?.rows.length ?? 0) + (data?.unreadable.length ?? 0) > 0;
  const used = scopes.flatMap((_, at) => (isUsed(first[at]?.data) ? [at] : [])).join(' ');
  const usedScopes = useMemo(() => used.split(' ').flatMap((at) => (at === '' ? [] : (scopes[Number(at)] ?? []))), [scopes, used]);
  const info = useConsole();
  const pairs = usedScopes.flatMap((scope) =>
    sources.flatMap((source) => (isAskedFor(source.kind, dialectIn(info, scope)) ? [{ scope, source }] : [])),
  );
  const rest = useQueries({
    queries: pairs.map(({ scope, source }) => listOptions(scope, source.module, source.where)),
    combine: together,
  });
  const readings = [
    ...scopes.map((scope, at) => readingOf(scope, vpcs, first[at])),
    ...pairs.map(({ scope, source }, at) => readingOf(scope, source, rest[at])),
  ];
  const fingerprint = useFingerprint(readings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the readings are new at every render, and told apart by what is in them
  const assembled = useMemo(
    (): AssembledModel =>
      assemble(readings, { reading: t('ui.loading'), failed: (code) => code, odd: (ids) => ids, partial: t('kit.inconsistent') }),
    [fingerprint, t],
  );
  const all = [...first, ...rest];
  // Until the server has told which accounts there are, nothing has been asked.
  const told = info !== null;
  const complete = told && readings.every((reading) => reading.complete || reading.failed !== null);
  return {
    ...assembled,
    scopes: usedScopes,
    complete,
    progress: {
      answered: readings.filter((reading) => reading.complete || reading.failed !== null).length,
      total: readings.length,
      rows: readings.reduce((sum, { rows }) => sum + rows.length, 0),
      rowsTotal: readings.reduce((sum, { total }) => sum + total, 0),
    },
    // Readings and answers are in the same order.
    refused: readings.flatMap(({ scope, kind, failed }, at) =>
      failed === null ? [] : [{ scope, kind, code: failed, again: () => void all[at]?.refetch() }],
    ),
    absent: [...new Set(scopes.filter((_, at) => isAbsent('vpcs', first[at])).map(({ region }) => region))],
    refreshing: all.some(({ fetching }) => fetching),
    refresh: () => {
      for (const { refetch } of all) void refetch();
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
