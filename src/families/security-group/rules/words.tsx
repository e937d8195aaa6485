/** How a rule's parts are written on the screen. */
import type { ReactNode } from 'react';
import { useT } from '../../../i18n/index.ts';
import { RefLink } from '../../../kit/ref.tsx';
import { Status } from '../../../ui/status.tsx';
import { type FarEnd, hasPort, type Rule, type Service } from './model.ts';

/** "TCP 443", "ICMP", or the id of a template: language-neutral, for files, comparisons and the clipboard. */
export const serviceText = (service: Service): string =>
  service.kind === 'template'
    ? service.id
    : hasPort(service.protocol)
      ? `${service.protocol} ${service.port.toUpperCase() === 'ALL' ? 'all' : service.port}`
      : service.protocol === 'ALL'
        ? 'all'
        : service.protocol;

export const farText = (far: FarEnd): string => (far.kind === 'address' ? far.cidr : far.id);

/** A rule in one line of text. */
export const ruleText = (rule: Rule): string =>
  `${rule.action} ${serviceText(rule.service)} ${farText(rule.far)}${rule.description === '' ? '' : ` # ${rule.description}`}`;

export function ActionWord({ action }: { readonly action: Rule['action'] }): ReactNode {
  const t = useT();
  return action === 'ACCEPT' ? (
    <Status meaning="good">{t('securityGroup.accept')}</Status>
  ) : (
    <Status meaning="danger">{t('securityGroup.drop')}</Status>
  );
}

export function ServiceWord({ service }: { readonly service: Service }): ReactNode {
  const t = useT();
  if (service.kind === 'template') return <RefLink family="parameter-template" id={service.id} />;
  if (service.protocol === 'ALL') return t('securityGroup.everything');
  return (
    <code>
      {hasPort(service.protocol) && service.port.toUpperCase() === 'ALL'
        ? `${service.protocol} ${t('securityGroup.allPorts')}`
        : serviceText(service)}
    </code>
  );
}

export function FarWord({ far }: { readonly far: FarEnd }): ReactNode {
  if (far.kind === 'address') return <code>{far.cidr}</code>;
  return <RefLink family={far.kind === 'group' ? 'security-group' : 'parameter-template'} id={far.id} />;
}
