/** A family's operations as accounts of today must fill them in: what the bound action can do without stops nobody. */
import type { ActionData, Field } from './define.ts';
import { speechOf } from './dialects.ts';
import type { FamilyModule } from './module.ts';
import { type BoundActions, isNeeded } from './translate.ts';

/** Never sent: whatever a row tells in its place, a gateway in no VPC too, is no mistake. */
const unsent: Field = { kind: 'open' };

function loosenedAction(bound: BoundActions): ActionData {
  const { own, binding } = bound;
  const loosen = ([name, field]: [string, Field]): [string, Field] => {
    if (!field.required) return [name, field];
    if (binding.drops?.includes(name)) return [name, unsent];
    return [name, isNeeded(bound, name) ? field : { ...field, required: false }];
  };
  return { ...own, params: Object.fromEntries(Object.entries(own.params).map(loosen)) };
}

/**
 * The module whose bound operations demand no parameter that today's action does not. What makes something asks for all that
 * the documents ask for: its form has a field for each.
 */
export function loosen<M extends FamilyModule>(module: M): M {
  const bound = Object.keys(module.today ?? {}).flatMap((name): [string, ActionData][] => {
    const speech = speechOf(module, 'today', name);
    return speech.kind === 'bound' && speech.own.kind !== 'create' ? [[name, loosenedAction(speech)]] : [];
  });
  return { ...module, actions: { ...module.actions, ...Object.fromEntries(bound) } };
}
