/**
 * How much of each numbered quota of DescribeVpcLimit (9172) is used, counted in the lists of what it limits: no action
 * tells it. Of a quota for each VPC, table or gateway the fullest one is what counts. Pure.
 */
import type { Family } from '../../catalogue/define.ts';
import { numberedQuotas } from '../../catalogue/families/quotas.ts';
import { plainName } from '../../catalogue/names.ts';
import type { AnyRow } from './family.ts';
import { at } from './rows.ts';

/** From this share on a quota is nearly used up. */
export const scarceFrom = 0.8;

export interface Usage {
  readonly used: number;
  /** The fullest holder, where the quota is for each of a family and one has anything. */
  readonly holder: { readonly family: Family; readonly id: string } | null;
}

/** The use of a quota from the rows of its family's list; null for a quota that no list tells of, or none of its rows. */
export function usageOf(type: number | string, rows: readonly AnyRow[]): Usage | null {
  const quota = numberedQuotas[type];
  if (!quota) return null;
  const { per, by = quota.id, counts: counted, where = {}, apart = {} } = quota;
  const counts = new Map<string, number>();
  let untold = false;
  for (const row of rows) {
    if (!Object.entries(where).every(([field, value]) => String(row[field]) === String(value))) continue;
    const isApart = Object.entries(apart).some(([field, value]) => String(row[field]) === String(value));
    const value = isApart ? null : counted === undefined ? 1 : at(row, counted);
    const holder = per === undefined ? '' : row[by];
    if (typeof holder !== 'string' || (holder === '' && per !== undefined)) continue;
    if (value === undefined || value === null) {
      untold = true;
      continue;
    }
    counts.set(holder, (counts.get(holder) ?? 0) + (Array.isArray(value) ? value.length : Number(value)));
  }
  const [fullest] = [...counts].sort(([, a], [, b]) => b - a);
  if (!fullest) return untold ? null : { used: 0, holder: null };
  const [id, used] = fullest;
  return { used, holder: per === undefined ? null : { family: per, id } };
}

/** Under which names a form may name the holder that rows name by this field ("unVpcId" of rows is "vpcId" of calls). */
const holderNames = (by: string): readonly string[] => [plainName(by), plainName(by).replace(/^Un(?=[A-Z])/, '')];

/**
 * How much of a quota that creations take of is used for what a form names: of a quota for each VPC, that of the chosen one.
 * Null while none is chosen, or where no list tells.
 */
export function consumedBy(type: number, rows: readonly AnyRow[], values: AnyRow): number | null {
  const quota = numberedQuotas[type];
  if (!quota) return null;
  const { per, by = quota.id, where = {} } = quota;
  const counted = rows.filter((row) => Object.entries(where).every(([field, value]) => String(row[field]) === String(value)));
  if (per === undefined) return counted.length;
  const own = Object.entries(values).find(([name]) => holderNames(by).includes(plainName(name)));
  const [, holder] = own ?? [];
  if (typeof holder !== 'string' || holder === '') return null;
  return counted.filter((row) => row[by] === holder).length;
}

/** A limit below nothing is the cloud's word for none that it knows. */
export const limitOf = (told: number): number | null => (told < 0 ? null : told);

/** Whether the answer says anything of the limit of a type. */
export const tellsLimit = (answer: unknown, type: number): boolean => toldIn(answer, type) !== null;

/** The limit of a type in an answer; null where it is not told, or not known. */
export const limitIn = (answer: unknown, type: number): number | null => {
  const told = toldIn(answer, type);
  return told === null ? null : limitOf(told);
};

/** An answer is an object by type (9226), or a list of such objects, as the table says (9202). */
function toldIn(answer: unknown, type: number): number | null {
  const parts: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  for (const part of parts) {
    const value = typeof part === 'object' && part !== null ? (part as AnyRow)[String(type)] : undefined;
    if (value !== undefined && value !== null && Number.isFinite(Number(value))) return Number(value);
  }
  return null;
}
