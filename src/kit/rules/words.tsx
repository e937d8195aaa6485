/** How a rule's parts are written on the screen. */
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { type CarriedRule, hasPort, type KnownRule, type RemoteEnd, type Service } from '../../../network/rule-sets/rule-set.ts';
import { listedText, serviceText } from '../../../network/rule-sets/text.ts';
import type { Action } from '../../../network/rules/rule.ts';
import { useT } from '../../i18n/index.ts';
import { Badge, Status } from '../../ui/status.tsx';
import { RefLink } from '../ref.tsx';
import type { RuleReferences } from './use-references.ts';

export function ActionWord({ action }: { readonly action: Action }): ReactNode {
  const t = useT();
  return action === 'ACCEPT' ? <Status meaning="good">{t('rules.accept')}</Status> : <Status meaning="danger">{t('rules.drop')}</Status>;
}

export function ServiceWord({ service }: { readonly service: Service }): ReactNode {
  const t = useT();
  if (service.kind === 'template') return <RefLink family="parameter-template" id={service.id} />;
  if (service.protocol === 'ALL') return t('rules.everything');
  return (
    <code>
      {hasPort(service.protocol) && service.port.toUpperCase() === 'ALL'
        ? `${service.protocol} ${t('rules.allPorts')}`
        : serviceText(service)}
    </code>
  );
}

export function RemoteWord({ remote }: { readonly remote: RemoteEnd }): ReactNode {
  if (remote.kind === 'address') return <code>{remote.cidr}</code>;
  return <RefLink family={remote.kind === 'group' ? 'security-group' : 'parameter-template'} id={remote.id} />;
}

/** A rule that is not understood whole: as the cloud told it, locked. */
export function CarriedWords({ rule }: { readonly rule: CarriedRule }): ReactNode {
  const t = useT();
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-2" title={listedText(rule)}>
      <Badge>
        <Lock aria-hidden="true" className="size-3" /> {t('rules.carried')}
      </Badge>
      <code className="min-w-0 truncate">{listedText(rule)}</code>
    </span>
  );
}

interface CellWordsProps {
  readonly rule: KnownRule;
  readonly known: RuleReferences;
}

export function ServiceWords({ rule, known }: CellWordsProps) {
  const t = useT();
  const { service } = rule;
  if (service.kind === 'template') {
    return (
      <span title={service.id}>
        {known.nameOf(service.id)} <span className="text-muted text-xs">{t('rules.template')}</span>
      </span>
    );
  }
  if (service.protocol === 'ALL') return t('rules.everything');
  if (!hasPort(service.protocol)) return <code>{service.protocol}</code>;
  return (
    <code>
      {service.protocol} {service.port === 'ALL' ? t('rules.allPorts') : service.port || '…'}
    </code>
  );
}

export function RemoteWords({ rule, known }: CellWordsProps) {
  const t = useT();
  const { remote } = rule;
  if (remote.kind === 'address') return <code>{remote.cidr || '…'}</code>;
  return (
    <span title={remote.id}>
      {known.nameOf(remote.id)} <span className="text-muted text-xs">{t(remote.kind === 'group' ? 'rules.group' : 'rules.template')}</span>
    </span>
  );
}
