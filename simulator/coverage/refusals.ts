/** Every refusal that the catalogue documents, and how a test provokes it. */
import { type ActionData, type Family, offeredBy } from '../../catalogue/define.ts';
import { actions, familyData } from '../../catalogue/index.ts';
import { faults } from '../families/registry.ts';

/**
 * - `cause`: by what the call says, or by the state of the world it meets
 * - `fault`: by the control API, because only the inside of a cloud could bring it about
 */
export type Provocation = 'cause' | 'fault';

interface Refusal {
  /** "vpc:DeleteVpc" */
  readonly action: string;
  readonly code: string;
  readonly by: Provocation;
}

const table: Readonly<Record<string, ActionData>> = actions;

/** The family's actions by their names, in the catalogue's order. */
export const actionsOf = (family: Family): [name: string, data: ActionData][] => {
  const offered = new Set<string>(offeredBy(familyData[family]).flat());
  return Object.entries(table).filter(([name]) => offered.has(name));
};

export const refusalsOf = (family: Family): Refusal[] =>
  actionsOf(family).flatMap(([action, { errors }]) =>
    errors.map((code) => ({ action, code, by: faults[family]?.[code]?.actions.includes(action) ? 'fault' : 'cause' })),
  );

/** Stands where a call was not refused. */
const succeeded = '';

/** "vpc:DeleteVpc ResourceInUse" For tests. */
export const nameOf = ({ action, code }: Pick<Refusal, 'action' | 'code'>): string => `${action} ${code}`;

/**
 * What the family's own test has to meet: each documented refusal, and a success of each action that only the cloud of today
 * has. Those of the documents succeed in the stories of third-party clients.
 */
export const outcomesOf = (family: Family): string[] => [
  ...refusalsOf(family).map(nameOf),
  ...actionsOf(family).flatMap(([action, { source }]) => (source === 'today' ? [nameOf({ action, code: succeeded })] : [])),
];
