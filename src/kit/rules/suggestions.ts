/** What a cell offers while it is typed into. */
import { useMemo } from 'react';
import { commonServices } from '../../../network/rule-sets/common-services.ts';
import type { RemoteEnd, Service } from '../../../network/rule-sets/rule-set.ts';
import { noNames, remoteText, serviceText } from '../../../network/rule-sets/text.ts';
import { useT } from '../../i18n/index.ts';
import type { Option } from '../../ui/choice.tsx';
import { useRuleKind } from './kind.ts';
import { useMyAddress } from './my-address.ts';
import type { NamedList } from './named-lists.ts';
import type { RuleReferences } from './use-references.ts';

/** Texts that the cell would read as what they stand for. */
export interface Suggestions {
  readonly service: readonly Option[];
  readonly remote: readonly Option[];
}

const named = (list: readonly NamedList[], kind: string): Option[] =>
  list.map(({ id, name }) => ({ value: id, label: name || id, detail: name ? `${kind} · ${id}` : kind }));

/** As long as a name is looked for, the text that stands for an id is its name. */
export const serviceLabel = (service: Service, known: RuleReferences): string =>
  service.kind === 'template' ? known.nameOf(service.id) : serviceText(service);
export const remoteLabel = (remote: RemoteEnd, known: RuleReferences): string =>
  remote.kind === 'address' ? remoteText(remote) : known.nameOf(remote.id);

export function useSuggestions(known: RuleReferences): Suggestions {
  const t = useT();
  const mine = useMyAddress();
  const { cells } = useRuleKind();
  return useMemo(
    () => ({
      service: [
        // Only what a cell of this kind takes.
        ...commonServices
          .filter(({ service }) => 'value' in cells.service(serviceText(service), noNames))
          .map(({ name, service }): Option => ({ value: serviceText(service), label: name, detail: serviceText(service) })),
        { value: 'all', label: t('rules.everything'), detail: 'ALL' },
        ...named(known.serviceTemplates, t('rules.template')),
      ],
      remote: [
        { value: '0.0.0.0/0', label: t('rules.anywhere'), detail: '0.0.0.0/0' },
        ...('value' in cells.remote('::/0', noNames) ? [{ value: '::/0', label: t('rules.anywhere6'), detail: '::/0' }] : []),
        ...(mine === null ? [] : [{ value: mine, label: t('rules.myAddress'), detail: mine }]),
        ...named(known.groups, t('rules.group')),
        ...named(known.addressTemplates, t('rules.template')),
      ],
    }),
    [t, known, mine, cells],
  );
}
