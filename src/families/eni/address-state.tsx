import { useT } from '../../i18n/index.ts';
import { type Meaning, Status } from '../../ui/status.tsx';

const states = {
  AVAILABLE: 'good',
  PENDING: 'pending',
  MIGRATING: 'pending',
  DELETING: 'pending',
} as const satisfies Record<string, Meaning>;

const isKnown = (state: string): state is keyof typeof states => Object.hasOwn(states, state);

/** How one address of an interface stands; a word that nobody knows stays as it came. */
export function AddressState({ state }: { readonly state: string }) {
  const t = useT();
  if (isKnown(state)) return <Status meaning={states[state]}>{t(`eni.addressState.${state}`)}</Status>;
  return state || <span className="text-muted">–</span>;
}
