/** From lists of several accounts and regions to one network, and where each of its things stands. Pure. */
import type { FamilyModule } from '../../catalogue/lazy.ts';
import { type Gap, joinModels, type ModelKind, type NetworkModel } from '../../network/model/model.ts';
import { withAcls } from '../../network/model/read-3.ts';
import { read2017 } from '../../network/model/read-2017.ts';
import { type AnyRow, idOf, isPending, nameOf } from '../lib/family.ts';
import type { UnreadableRow } from '../lib/unreadable.ts';
import { ccnGaps } from './ccn-gaps.ts';
import { type ReadList, readModelList } from './read-list.ts';
import { readers } from './readers.ts';
import { aclsOfSubnets, type SourceKind } from './sources.ts';

/** An account and a region that were asked. */
export interface OwnedScope {
  /** The account as URLs and calls name it; undefined is the default one. */
  readonly account: string | undefined;
  readonly region: string;
  /** The account's number, or its name in this console where it told none. */
  readonly owner: string;
}

/** One list as far as it has arrived. */
export interface ListSnapshot {
  readonly scope: OwnedScope;
  readonly kind: SourceKind;
  readonly module: FamilyModule;
  readonly rows: readonly AnyRow[];
  /** Rows that the catalogue cannot read whole. */
  readonly odd: readonly UnreadableRow[];
  /** How many the cloud says there are. */
  readonly total: number;
  readonly complete: boolean;
  /** False where it holds fewer rows than the cloud counts, or kept changing; true when left out. */
  readonly consistent?: boolean;
  /** The code of the refusal, when it could not be read. */
  readonly failed: string | null;
}

/** What is known of one thing besides what it does in the network. */
export interface ResourceFacts {
  readonly scope: OwnedScope;
  readonly name: string;
  readonly pending: boolean;
  /** The VPC of a route table: tables of several VPCs have the same name, that of the default one. */
  readonly vpc?: string;
}

export interface AssembledModel {
  readonly model: NetworkModel;
  readonly known: ReadonlyMap<string, ResourceFacts>;
}

interface ListModel {
  readonly model: Partial<NetworkModel>;
  /** Ids of rows whose block or address nobody can read: they are left out, and told as a gap. */
  readonly odd: readonly string[];
  readonly known: readonly (readonly [string, ResourceFacts])[];
}

const byKind = new Map(readers.map((reader) => [reader.kind, reader]));
/** What a list's rows were read into: rows that did not change are not read again. */
const parts = new WeakMap<readonly AnyRow[], ListModel>();

function partOf({ scope, kind, module, rows, odd }: ListSnapshot): ListModel {
  const before = parts.get(rows);
  if (before) return before;
  const reader = kind === aclsOfSubnets ? undefined : byKind.get(kind);
  const read: ReadList = reader
    ? readModelList(reader, rows, odd, { account: scope.owner, region: scope.region })
    : { model: {}, unread: [] };
  const part: ListModel = {
    model: read.model,
    odd: read.unread,
    known:
      kind === aclsOfSubnets
        ? []
        : rows.map((row) => {
            const vpc = kind === 'routeTables' && typeof row.VpcId === 'string' ? { vpc: row.VpcId } : {};
            return [idOf(module, row), { scope, name: nameOf(module, row), pending: isPending(module, row), ...vpc }];
          }),
  };
  if (rows.length > 0 && odd.length === 0) parts.set(rows, part);
  return part;
}

type SubnetRow = Parameters<typeof read2017.subnet>[0];

/** Which ACL each subnet has, as the older list tells where it was asked; a row that cannot be read tells none. */
function aclPairs(readings: readonly ListSnapshot[]): Map<string, string | null> {
  const pairs = new Map<string, string | null>();
  for (const { kind, rows } of readings) {
    if (kind !== aclsOfSubnets) continue;
    for (const row of rows) {
      try {
        const { id, networkAcl } = read2017.subnet(row as SubnetRow);
        if (networkAcl !== undefined) pairs.set(id, networkAcl);
      } catch (error) {
        if (!(error instanceof Error) || (error.name !== 'UnreadableField' && !(error instanceof TypeError))) throw error;
      }
    }
  }
  return pairs;
}

/** Things of families that one list tells for both ends (peerings) come once for each: the first counts. */
function once<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => !seen.has(id) && Boolean(seen.add(id)));
}

/**
 * One network of all that has been read. Lists that are on their way or were refused are gaps, in the words given, so that
 * the engine says where it does not know.
 */
export function assemble(
  readings: readonly ListSnapshot[],
  because: {
    readonly reading: string;
    readonly failed: (code: string) => string;
    readonly odd: (ids: string) => string;
    /** Of a list that is in, but not whole. */
    readonly partial: string;
  },
): AssembledModel {
  const gaps = readings.flatMap(({ scope, kind, complete, consistent = true, failed }): Gap[] =>
    (complete && consistent && failed === null) || kind === aclsOfSubnets
      ? []
      : [
          {
            kind: kind satisfies ModelKind,
            account: scope.owner,
            region: scope.region,
            because: failed !== null ? because.failed(failed) : complete ? because.partial : because.reading,
          },
        ],
  );
  const read = readings.map(partOf);
  const unread = readings.flatMap(({ scope, kind }, at): Gap[] => {
    const odd = read[at]?.odd ?? [];
    if (odd.length === 0 || kind === aclsOfSubnets) return [];
    return [{ kind, account: scope.owner, region: scope.region, because: because.odd(odd.join(', ')) }];
  });
  const rows = joinModels(read.map(({ model }) => model));
  const joined = joinModels([rows, { gaps: [...gaps, ...unread, ...ccnGaps(rows, because.reading)] }]);
  const known = new Map<string, ResourceFacts>();
  for (const part of read) for (const [id, one] of part.known) if (!known.has(id)) known.set(id, one);
  const model = { ...joined, peerings: once(joined.peerings), subnets: withAcls(joined.subnets, aclPairs(readings)) };
  return { model, known };
}
