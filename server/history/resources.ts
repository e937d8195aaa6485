/** Which resources a write is about, by what it was sent and by what was answered. */
import type { ActionData } from '../../catalogue/define.ts';
import { familyOfId } from '../../catalogue/ids.ts';
import { familyData, familyOf } from '../../catalogue/index.ts';
import type { NamedResource } from './record.ts';

const mostResources = 200;

/** Every text in a value, with the name that it stands under. */
function* textsIn(value: unknown, name: string, depth = 8): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [name, value];
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one, name, depth);
  else if (typeof value === 'object' && value !== null && depth > 0) {
    for (const [inner, one] of Object.entries(value)) yield* textsIn(one, inner, depth - 1);
  }
}

/** Texts that are ids by their spelling, or that stand where the action takes an id. */
export function resourcesIn(action: string, data: ActionData, value: unknown): readonly NamedResource[] {
  const own = familyOf(action);
  const found = new Map<string, NamedResource>();
  for (const [name, text] of textsIn(value, '')) {
    if (text === '' || text.length > 128 || found.size >= mostResources) continue;
    const family = familyOfId(text) ?? refAt(data, name);
    if (family !== undefined && !found.has(text)) found.set(text, { id: text, family, own: family === own });
  }
  return [...found.values()];
}

function refAt({ params }: ActionData, name: string): string | undefined {
  const field = Object.hasOwn(params, name) ? params[name] : undefined;
  const inner = field?.kind === 'list' ? field.of : field;
  return inner?.kind === 'ref' ? inner.family : undefined;
}

/** What a write has made: ids of its own family in the answer. */
export function resourcesMade(action: string, answer: unknown): readonly NamedResource[] {
  const family = familyOf(action);
  const data = family === undefined ? undefined : familyData[family];
  if (family === undefined || data === undefined) return [];
  const found = new Map<string, NamedResource>();
  for (const [, text] of textsIn(answer, '')) {
    if (familyOfId(text) === family && found.size < mostResources) found.set(text, { id: text, family, own: true });
  }
  return [...found.values()];
}
