/** What stands in the cells of a rule while nobody writes in them. */

import { hasPort, type KnownRule } from '../../../network/rule-sets/rule-set.ts';
import { useT } from '../../i18n/index.ts';
import type { Known } from './use-references.ts';

interface CellWordsProps {
  readonly rule: KnownRule;
  readonly known: Known;
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

export function FarWords({ rule, known }: CellWordsProps) {
  const t = useT();
  const { far } = rule;
  if (far.kind === 'address') return <code>{far.cidr || '…'}</code>;
  return (
    <span title={far.id}>
      {known.nameOf(far.id)} <span className="text-muted text-xs">{t(far.kind === 'group' ? 'rules.group' : 'rules.template')}</span>
    </span>
  );
}
