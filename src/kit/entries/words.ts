/** What entries of the history are called. */
import type { HistoryEntry } from '../../api/history.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Meaning } from '../../ui/status.tsx';

const outcomes = {
  done: { meaning: 'good', key: 'entries.done' },
  refused: { meaning: 'warning', key: 'entries.refused' },
  'not-done': { meaning: 'warning', key: 'entries.notDone' },
  unknown: { meaning: 'danger', key: 'entries.unknown' },
  open: { meaning: 'pending', key: 'entries.open' },
} as const satisfies Readonly<Record<string, { readonly meaning: Meaning; readonly key: string }>>;

type OutcomeName = keyof typeof outcomes;
export const outcomeNames = Object.keys(outcomes) as OutcomeName[];

const isOutcome = (name: string | null): name is OutcomeName => name !== null && Object.hasOwn(outcomes, name);

export const outcomeWord = (t: Translate, name: OutcomeName): string => t(outcomes[name].key);

/** The outcome of a write in words, with what it means; null of what is no write. */
export function outcomeOf(t: Translate, { outcome }: HistoryEntry): { readonly meaning: Meaning; readonly words: string } | null {
  return isOutcome(outcome) ? { meaning: outcomes[outcome].meaning, words: outcomeWord(t, outcome) } : null;
}

export function personOf(t: Translate, { person, personName }: HistoryEntry): string {
  if (personName !== null) return personName;
  if (person === null) return t('entries.nobody');
  return person === 'link' ? t('entries.holder') : person;
}

const events = ['signed-in', 'signed-out', 'sign-in-refused', 'host-refused', 'origin-refused', 'write-refused', 'closed'] as const;

/** The action's own name, or what happened. */
export function nameOfEntry(t: Translate, { kind, action, service }: HistoryEntry): string {
  const event = events.find((name) => name === action);
  if (kind === 'event' && event !== undefined) return t(`entries.event.${event}`);
  return service === null ? (action ?? '') : `${service}:${action}`;
}
