/** People at work through the server's API: what each asks is drawn, and every answer goes into the ledger. */
import type { Chance } from '../../../tests/support/random.ts';
import type { Answer, Ledger } from './ledger.ts';

/**
 * One call; null where no answer came because the server is gone. Never rejects for what a server can do. `reason` is what the
 * history says about it: each write of a run has its own.
 */
export type Call = (action: string, params: Record<string, unknown>, reason?: string) => Promise<Answer | null>;

interface Owned {
  readonly id: string;
  readonly value: string;
  readonly kind: 'vpc' | 'group';
}

interface Work {
  readonly call: Call;
  readonly chance: Chance;
  readonly ledger: Ledger;
  readonly person: number;
  readonly steps: number;
  /** True once there is nobody left to ask. */
  readonly stop?: () => boolean;
}

/** Rows are told apart by what a create gave them that no change takes away: a block, or a description. */
export const keyOfVpc = (block: string): string => `vpc ${block}`;
export const keyOfGroup = (description: string): string => `group ${description}`;

const idIn = (answer: Answer | null, path: readonly string[]): string | null => {
  const found = path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined),
    answer?.body,
  );
  return typeof found === 'string' ? found : null;
};

/** Does `steps` things, one after the other. Everything that is made has a key of this person's, but for every fourth group. */
export async function work({ call, chance, ledger, person, steps, stop = () => false }: Work): Promise<void> {
  const mine: Owned[] = [];
  const counted = { vpcs: 0, groups: 0, names: 0, changes: 0 };
  /** Asks for a change under a reason of its own. */
  const change = async (action: string, params: Record<string, unknown>): Promise<Answer | null> => {
    counted.changes += 1;
    const reason = `p${person}w${counted.changes}`;
    const answer = await call(action, params, reason);
    ledger.asked(reason, answer);
    return answer;
  };
  const name = (): string => {
    counted.names += 1;
    return `p${person}n${counted.names}`;
  };
  const createVpc = async (): Promise<void> => {
    counted.vpcs += 1;
    const block = `10.${person * 40 + counted.vpcs}.0.0/16`;
    const value = name();
    const answer = await change('CreateVpc', { VpcName: value, CidrBlock: block });
    const id = idIn(answer, ['data', 'Vpc', 'VpcId']);
    if (ledger.created(keyOfVpc(block), answer, id) === 'done' && id !== null) mine.push({ id, value, kind: 'vpc' });
  };
  const createGroup = async (): Promise<void> => {
    counted.groups += 1;
    // Several make the same at once: whose is whose must still be told.
    const description = chance.happens(0.25) ? 'everybody’s' : `p${person}g${counted.groups}`;
    const answer = await change('CreateSecurityGroup', { GroupName: description, GroupDescription: description });
    const id = idIn(answer, ['data', 'SecurityGroup', 'SecurityGroupId']);
    if (ledger.created(keyOfGroup(description), answer, id) === 'done' && id !== null) {
      mine.push({ id, value: description, kind: 'group' });
    }
  };
  const rename = async (owned: Owned): Promise<void> => {
    const value = name();
    const answer =
      owned.kind === 'vpc'
        ? await change('ModifyVpcAttribute', { VpcId: owned.id, VpcName: value })
        : await change('ModifySecurityGroupAttribute', { SecurityGroupId: owned.id, GroupName: value });
    ledger.changed(owned.id, owned.value, value, answer);
  };
  const remove = async (owned: Owned): Promise<void> => {
    const answer =
      owned.kind === 'vpc'
        ? await change('DeleteVpc', { VpcId: owned.id })
        : await change('DeleteSecurityGroup', { SecurityGroupId: owned.id });
    if (ledger.removed(owned.id, answer) !== 'not-done') mine.splice(mine.indexOf(owned), 1);
  };
  const read = async (): Promise<void> => {
    const answer = await call(chance.pick(['DescribeVpcs', 'DescribeSecurityGroups']), { Limit: '100' });
    if (answer !== null && answer.status !== 200 && idIn(answer, ['error', 'code']) === null)
      ledger.faults.push(`a read was answered ${answer.status} without a code`);
  };
  for (let step = 0; step < steps && !stop(); step += 1) {
    const owned = mine.length > 0 ? chance.pick(mine) : null;
    const drawn = chance.next();
    if (drawn < 0.25) await createVpc();
    else if (drawn < 0.5) await createGroup();
    else if (drawn < 0.7 || owned === null) await read();
    else if (drawn < 0.88) await rename(owned);
    else await remove(owned);
  }
}
