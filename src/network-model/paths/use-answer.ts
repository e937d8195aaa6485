import { useEffect, useMemo, useState } from 'react';
import type { NetworkModel } from '../../../network/model/model.ts';
import type { Hop, PathAnswer, PathQuery } from '../../../network/paths/path.ts';
import { trace } from '../../../network/paths/trace.ts';
import { useFiveParts } from '../use-five-parts.ts';
import { useGroups } from '../use-groups.ts';
import { useNatRules } from '../use-nat-rules.ts';
import type { Network } from '../use-network.ts';
import { groupsOf } from './ends.ts';

interface AnswerState {
  /** Null while there is nothing to ask, or the network is not read yet. */
  readonly answer: PathAnswer | null;
  /** With the rules that were read for it. */
  readonly model: NetworkModel;
  /** Rules of security groups are on their way. */
  readonly waiting: boolean;
  /** Why the network cannot be reasoned about. */
  readonly failed: string | null;
}

const hopsOf = (answer: PathAnswer): Hop[] => [
  ...answer.forward,
  ...answer.return,
  ...answer.cases.flatMap((one) => [...one.forward, ...one.return]),
];

/** The security groups that an answer could not do without. */
function missingGroups(answer: PathAnswer | null): string[] {
  const ids = (answer ? hopsOf(answer) : []).flatMap(({ reason }) => {
    if (reason?.code === 'not-in-model' && reason.kind === 'securityGroups') return [reason.id];
    return reason?.code === 'rule-not-resolved' ? reason.missing.filter((id) => id.startsWith('sg-')) : [];
  });
  return [...new Set(ids)];
}

function asked(model: NetworkModel, query: PathQuery): Pick<AnswerState, 'answer' | 'failed'> {
  try {
    return { answer: trace(model, query), failed: null };
  } catch (error) {
    // Something that the cloud listed cannot be read: the engine names it.
    if (error instanceof RangeError) return { answer: null, failed: error.message };
    throw error;
  }
}

/**
 * The engine's answer. Rules are read of the groups of both ends, then of those that the answer turns out to hang on
 * (a group named by a rule, an interface behind a public address), until it hangs on none that can be read.
 */
export function useAnswer(network: Network, query: PathQuery | null): AnswerState {
  const [demanded, setDemanded] = useState<readonly string[]>([]);
  const { known, scopes } = network;
  const rules = useNatRules(network.model, known, scopes);
  const acls = useFiveParts(rules.model, known);
  const { model } = acls;
  const complete = network.complete && rules.complete && acls.complete;
  const ids = useMemo(
    () => [...new Set([...groupsOf(query?.from ?? null, model), ...groupsOf(query?.to ?? null, model), ...demanded])],
    [query, model, demanded],
  );
  const groups = useGroups(model, known, complete && query ? ids : none);
  const ready = complete && groups.complete && query !== null;
  const { answer, failed } = useMemo(
    () => (ready && query ? asked(groups.model, query) : { answer: null, failed: null }),
    [ready, groups.model, query],
  );
  const missing = missingGroups(answer).filter((id) => known.has(id) && !ids.includes(id));
  const wanted = missing.join(' ');
  useEffect(() => {
    if (wanted !== '') setDemanded((before) => [...before, ...wanted.split(' ')]);
  }, [wanted]);
  return {
    answer: wanted === '' ? answer : null,
    model: groups.model,
    waiting: complete && query !== null && (!groups.complete || wanted !== ''),
    failed,
  };
}

const none: readonly string[] = [];
