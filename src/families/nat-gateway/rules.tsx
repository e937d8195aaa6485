/** What the two kinds of rules of a gateway have in common: the tab that lists them, their menu, and what a form holds one to. */
import { Pencil, Trash2 } from 'lucide-react';
import { type ComponentProps, createContext, type ReactNode, use } from 'react';
import type { NatGateway } from '../../../catalogue/families/nat-gateway/index.ts';
import { useT } from '../../i18n/index.ts';
import { MembersTable } from '../../kit/members.tsx';
import type { FormValues } from '../../lib/form.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { Notice } from '../../ui/status.tsx';

export interface OfGatewayId {
  readonly id: string;
}

export interface OfGateway {
  readonly gateway: NatGateway;
}

/** Of the form that stands: its controls are the same components however often it is drawn, so that none loses the focus. */
export const GatewayContext = createContext<NatGateway | null>(null);

/** @throws Error outside the form of a gateway's rule. */
export function useGateway(): NatGateway {
  const gateway = use(GatewayContext);
  if (!gateway) throw new Error('a control of a rule stands in no form of a gateway');
  return gateway;
}

/** The rule that a form's value holds: forms send one, by itself or as a list of one. */
export const ruleOf = (value: unknown): FormValues => ((Array.isArray(value) ? value[0] : value) ?? {}) as FormValues;

/** A rule is changed as it was shown, or asked about: somebody may have changed it meanwhile, or taken it away. */
export const asShown = <R,>(name: string, shown: R, asSent: (rule: R) => object, read: () => Promise<R | undefined>) => ({
  shown: () => ({ [name]: JSON.stringify(asSent(shown)) }),
  read: async () => {
    const now = await read();
    return { [name]: now ? JSON.stringify(asSent(now)) : null };
  },
});

/** The menu of a rule. */
export function useRuleItems(): (onEdit: () => void, onDelete: () => void) => readonly MenuItem[] {
  const t = useT();
  return (onEdit, onDelete) => [
    { key: 'edit', label: t('kit.edit'), icon: Pencil, onSelect: onEdit },
    { key: 'delete', label: t('kit.delete'), icon: Trash2, danger: true, separated: true, onSelect: onDelete },
  ];
}

type RulesTabProps<R> = Omit<ComponentProps<typeof MembersTable<R>>, 'empty'> & {
  /** What the rules do, said above them. */
  readonly told: string;
  /** Leads to the form of a new one. */
  readonly add: ReactNode;
  readonly none: { readonly title: string; readonly body: string };
};

export function RulesTab<R>({ told, add, none, ...table }: RulesTabProps<R>) {
  return (
    <div className="flex flex-col gap-3">
      {table.members.rows.length > 0 && <Notice meaning="neutral" title={told} />}
      {table.members.rows.length > 0 && <div className="flex justify-end">{add}</div>}
      <MembersTable {...table} empty={{ ...none, action: add }} />
    </div>
  );
}
