/** How a rule's parts are written on the screen. */
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { type CarriedRule, type FarEnd, hasPort, type Service } from '../../../network/rule-sets/rule-set.ts';
import { listedText, serviceText } from '../../../network/rule-sets/text.ts';
import type { Action } from '../../../network/rules/rule.ts';
import { useT } from '../../i18n/index.ts';
import { Badge, Status } from '../../ui/status.tsx';
import { RefLink } from '../ref.tsx';

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

export function FarWord({ far }: { readonly far: FarEnd }): ReactNode {
  if (far.kind === 'address') return <code>{far.cidr}</code>;
  return <RefLink family={far.kind === 'group' ? 'security-group' : 'parameter-template'} id={far.id} />;
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
