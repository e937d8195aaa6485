import { Check, RotateCcw, X } from 'lucide-react';
import type { ActionOptions, Verb } from '../../kit/actions.tsx';
import { type Exact, exactly } from '../../kit/exactly.ts';
import type { ActionPlace } from '../../kit/standard-family.tsx';
import { states } from './expiry.ts';
import { type Peering, useSides } from './sides.ts';

/**
 * Everything that can be done with a peering. Each step has two actions, one within a region and one between regions; which
 * one follows from where the ends are. Where that cannot be known both are offered.
 */
export function usePeeringActions({ t, rows }: ActionPlace<Peering>): Exact<ActionOptions<'peering'>> {
  const sides = useSides(rows);
  const via = (operation: 'accept' | 'reject' | 'enable' | 'delete') => (row: Peering) =>
    sides.reach(row) === 'between' ? (`${operation}BetweenRegions` as const) : operation;
  const unclear = (row: Peering) => sides.reach(row) === 'unknown';
  const looking = (row: Peering) => (sides.reach(row) === 'asking' ? t('peering.looking') : null);
  const mustBe = (uin: string, words: string) => (sides.myUin !== null && sides.myUin !== uin ? words : null);
  const receiver = (row: Peering) => mustBe(row.peerUin, t('peering.onlyReceiver')) ?? looking(row);
  const initiator = (row: Peering) => mustBe(row.uin, t('peering.onlyInitiator')) ?? looking(row);
  const asked = (row: Peering) => row.state === states.asked;
  const expired = (row: Peering) => row.state === states.expired;

  const answer = { disabledReason: receiver } as const;
  const again = { disabledReason: initiator, icon: RotateCcw } as const;
  const verbs: readonly Verb<'peering'>[] = [
    {
      ...answer,
      operation: 'accept',
      operationFor: via('accept'),
      isVisible: asked,
      bulk: true,
      icon: Check,
    },
    { ...answer, operation: 'acceptBetweenRegions', isVisible: (row) => asked(row) && unclear(row) },
    {
      ...answer,
      operation: 'reject',
      operationFor: via('reject'),
      isVisible: asked,
      bulk: true,
      icon: X,
    },
    { ...answer, operation: 'rejectBetweenRegions', isVisible: (row) => asked(row) && unclear(row) },
    { ...again, operation: 'enable', operationFor: via('enable'), isVisible: expired, bulk: true },
    { ...again, operation: 'enableBetweenRegions', isVisible: (row) => expired(row) && unclear(row) },
    { operation: 'deleteBetweenRegions', isVisible: unclear },
  ];
  // In bulk a verb is asked for all chosen rows: those it makes no sense for say why.
  const told = verbs.map((verb): Verb<'peering'> => {
    const { disabledReason, isVisible } = verb;
    if (!verb.bulk || !isVisible) return verb;
    const words = t(verb.operation === 'enable' ? 'peering.notExpired' : 'peering.notAsked');
    return { ...verb, disabledReason: (row) => (isVisible(row) ? (disabledReason?.(row) ?? null) : words) };
  });
  return exactly({ verbs: told, disabledReason: looking, operationFor: via('delete') });
}
