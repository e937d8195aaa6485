/** What a dialect calls for an operation, and which actions it has. */
import type { Dialect } from './binding.ts';
import type { FamilyModule } from './module.ts';
import { isService, services } from './services.ts';
import type { BoundActions } from './translate.ts';

/** Of the actions that both dialects have nothing needs to be said: they are the same. */
type Speech = { readonly kind: 'same' } | (BoundActions & { readonly kind: 'bound' }) | { readonly kind: 'lacks' };

const same: Speech = { kind: 'same' };
const lacks: Speech = { kind: 'lacks' };

/** The 2017 API was retired in public in 2023: an account of today has none of its services. */
const isRetired = (name: string): boolean => {
  const [service = ''] = name.split(':');
  return isService(service) && services[service].protocol === 'api2017';
};

/**
 * Whether pages of an account of this dialect may call the action. API 3.0 is one endpoint, so an account of the documents has
 * today's actions too; but for what one of them succeeds (`successors`), it is asked in the documents' way.
 */
export const isSpoken = (dialect: Dialect, name: string, successors: ReadonlySet<string>): boolean =>
  dialect === 'documents' ? !successors.has(name) : !isRetired(name);

/** What the dialect does where the family's operation is known by the action `name`. */
export function speechOf({ data, actions, today }: FamilyModule, dialect: Dialect, name: string): Speech {
  if (dialect === 'documents') return same;
  const binding = today?.[name];
  const [own, theirs] = [actions[name], actions[binding?.action ?? '']];
  if (!binding || !own || !theirs) return isRetired(name) ? lacks : same;
  // Whatever answers with a row of the family spells it as its list does.
  const listed = data.operations.list?.[0] ?? '';
  const rows = today?.[listed];
  const [ownList, theirList] = [actions[listed], actions[rows?.action ?? '']];
  const list = ownList && theirList ? { own: ownList, theirs: theirList } : undefined;
  return { kind: 'bound', binding, own, theirs, rows: rows ?? binding, list };
}

/** How the work is followed that a write begins: by the task that the operation names, by the row's state, or not at all. */
export function followOf(module: FamilyModule, dialect: Dialect, name: string): 'task' | 'state' | 'answer' {
  const speech = speechOf(module, dialect, name);
  const follow = speech.kind === 'bound' ? speech.binding.follow : undefined;
  return follow ?? (module.actions[name]?.async ? 'task' : 'answer');
}
