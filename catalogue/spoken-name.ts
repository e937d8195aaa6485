/** The name under which a dialect sends a parameter of an operation, to be shown beside its field. */
import type { FieldPlace, FieldPlaces } from './binding.ts';
import type { Field, Fields } from './define.ts';
import type { speechOf } from './dialects.ts';
import { plainName } from './names.ts';

const inside = (field: Field | undefined): Fields =>
  field?.kind === 'struct' ? field.fields : field?.kind === 'list' ? inside(field.of) : {};

const isPaths = (place: FieldPlace): place is readonly string[] => Array.isArray(place);

/** The places that a parameter may be sent to. */
function targets(place: FieldPlace): readonly string[] {
  if (typeof place === 'string') return [place];
  if (isPaths(place)) return place;
  if ('among' in place) return Object.values(place.among);
  if ('at' in place) return [place.at];
  return 'pairs' in place ? [place.pairs] : [];
}

function nameIn(places: FieldPlaces, theirs: Fields, [head = '', ...rest]: readonly string[]): string | null {
  const place = Object.hasOwn(places, head) ? places[head] : undefined;
  const same = Object.keys(theirs).find((name) => name === head) ?? Object.keys(theirs).find((name) => plainName(name) === plainName(head));
  const names = place === undefined ? (same === undefined ? [] : [same]) : targets(place);
  const [first] = names;
  if (first === undefined) return null;
  if (rest.length === 0) return names.join(' / ');
  // A row of a list is no name.
  const [next = '', ...further] = rest;
  const deeper = /^\d+$/.test(next) ? further : rest;
  const inner = typeof place === 'object' && 'fields' in place ? place.fields : {};
  const field = first.split('.').reduce<Field | undefined>((at, part) => (at ? inside(at)[part] : theirs[part]), undefined);
  return nameIn(inner, inside(field), deeper);
}

/** "natName" → "NatGatewayName" where that is sent; null for what the account's API is not sent at all. Paths go into structures. */
export function spokenName(speech: ReturnType<typeof speechOf>, path: string): string | null {
  const parts = path.split('.');
  if (speech.kind !== 'bound') return parts.at(-1) ?? path;
  const { binding, theirs } = speech;
  if (binding.drops?.includes(parts[0] ?? '')) return null;
  return nameIn(binding.takes ?? {}, theirs.params, parts);
}
