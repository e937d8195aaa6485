/** A list's rows read into a part of the network: a row that cannot be read is told by its id, and nothing else suffers. */
import { cidrOrNull } from '../../catalogue/address.ts';
import { parseIp } from '../../network/addresses/ip.ts';
import { joinModels, type NetworkModel } from '../../network/model/model.ts';
import type { UnreadableRow } from '../lib/unreadable.ts';
import type { ListScope, Reader } from './readers.ts';

export interface ReadList {
  readonly model: Partial<NetworkModel>;
  /** Ids of the rows that nothing could be made of: their list has a gap. */
  readonly unread: readonly string[];
}

/** What every row of the model has to tell, where it has it at all: to whom it belongs, and where it stands. */
const texts = ['id', 'vpc', 'subnet', 'cidr', 'address', 'gateway'] as const;
const lists = ['vpcs', 'addresses', 'eips', 'spds', 'templates', 'services', 'routes'] as const;

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '' && value !== 'undefined' && value !== 'null';

const hasAddress = (one: { readonly address?: unknown } | null): boolean => parseIp(String(one?.address)) !== null;

/** True for a row that says what it must. Fields that it does not have are none of its kind. */
function isWhole(row: object): boolean {
  const has = row as Readonly<Record<string, unknown>>;
  if (!isText(has.id)) return false;
  if (texts.some((name) => name in has && !isText(has[name]))) return false;
  if ('cidr' in has && cidrOrNull(String(has.cidr)) === null) return false;
  if ('address' in has && parseIp(String(has.address)) === null) return false;
  if ('subnet' in has && Array.isArray(has.addresses) && !has.addresses.every(hasAddress)) return false;
  return lists.every(
    (name) => !(name in has) || (Array.isArray(has[name]) && (has[name] as unknown[]).every((item) => item !== undefined && item !== null)),
  );
}

const isWholePart = (part: Partial<NetworkModel>): boolean =>
  Object.values(part).every((rows) => (rows as readonly object[]).every(isWhole));

const idIn = (raw: unknown): string => {
  const [id] = Object.entries(typeof raw === 'object' && raw !== null ? raw : {}).flatMap(([name, value]) =>
    /id$/i.test(name) && isText(value) ? [String(value)] : [],
  );
  return id ?? '?';
};

function tried(reader: Reader, rows: readonly unknown[], at: ListScope): Partial<NetworkModel> | null {
  try {
    // Rows may be of any shape here: that is what is tried.
    const part = reader.read(rows as readonly never[], at);
    return isWholePart(part) ? part : null;
  } catch (error) {
    // A reader meets something that is not there, or not of its type.
    if (error instanceof TypeError || error instanceof RangeError || (error instanceof Error && error.name === 'UnreadableField'))
      return null;
    throw error;
  }
}

/** `odd`: rows that the catalogue cannot read whole; the network may need no more of them than they tell. */
export function readModelList(reader: Reader, rows: readonly unknown[], odd: readonly UnreadableRow[], at: ListScope): ReadList {
  const all = odd.length === 0 ? tried(reader, rows, at) : null;
  if (all) return { model: all, unread: [] };
  const named = [...rows.map((row) => ({ row, id: idIn(row) })), ...odd.map(({ raw, id }) => ({ row: raw, id: id || idIn(raw) }))];
  const each = named.map(({ row, id }) => ({ id, part: tried(reader, [row], at) }));
  return {
    model: joinModels(each.flatMap(({ part }) => part ?? [])),
    unread: each.flatMap(({ id, part }) => (part ? [] : [id])),
  };
}
