/**
 * Actions of today's VPC API that no family describes: what they take, by names and types of the official SDKs alone. For the
 * explorer; nothing is known of what they change, and pages do not call them.
 */
import { type ActionData, decimal, type Field, type Fields, flag, listOf, required, struct, text } from './define.ts';
import spec from './spec/undescribed.json' with { type: 'json' };

interface TakenField {
  readonly name: string;
  /** "string", "number[]", or the name of a structure. */
  readonly type: string;
  readonly optional?: boolean;
}

type TakenFields = Readonly<Record<string, readonly TakenField[]>>;

const { actions, structs }: { readonly actions: TakenFields; readonly structs: TakenFields } = spec.vpc;

/** "vpc:CreateHaVip", …, in the order of the alphabet. */
export const undescribedNames: readonly string[] = Object.keys(actions).map((action) => `vpc:${action}`);

const kindOf = (action: string): ActionData['kind'] => {
  if (/^(?:Describe|Inquir[ey]|Get|Check|Download)/.test(action)) return 'get';
  if (/^(?:Create|Allocate|Add)/.test(action)) return 'create';
  return /^(?:Delete|Release|Remove)/.test(action) ? 'delete' : 'do';
};

function fieldOf(type: string): Field {
  if (type.endsWith('[]')) return listOf(fieldOf(type.slice(0, -2)));
  if (type === 'boolean') return flag();
  if (type.startsWith('number')) return decimal();
  return structs[type] ? struct(fieldsOf(structs[type])) : text();
}

const fieldsOf = (taken: readonly TakenField[]): Fields =>
  Object.fromEntries(taken.map(({ name, type, optional }) => [name, optional === true ? fieldOf(type) : required(fieldOf(type))] as const));

function actionOf(action: string, taken: readonly TakenField[]): ActionData {
  const kind = kindOf(action);
  const isGone = kind === 'delete' || /^(?:Withdraw|Reset|Replace|Return)/.test(action);
  return {
    kind,
    source: 'today',
    params: fieldsOf(taken),
    results: {},
    errors: [],
    ...(isGone ? { danger: 'destroys' } : {}),
  };
}

/** Made when first asked for; the same object each time. */
const made = new Map<string, ActionData>();

/** The action's data, or undefined where the VPC API of today has none, or where a family describes it. */
export function undescribedAction(name: string): ActionData | undefined {
  const [service, action = ''] = name.split(':');
  const taken = service === 'vpc' && Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!taken) return undefined;
  const data = made.get(action) ?? actionOf(action, taken);
  made.set(action, data);
  return data;
}
