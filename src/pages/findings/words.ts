/** Findings in words. */
import { kindsOfFindings } from '../../../network/findings/all-kinds.ts';
import type { NetworkFinding } from '../../../network/findings/finding.ts';
import type { FindingKind } from '../../../network/findings/kind.ts';
import type { Severity } from '../../../network/findings/severity.ts';
import type { AclPolicy } from '../../../network/rules/policies.ts';
import type { MessageKey, Translate } from '../../i18n/index.ts';
import { serviceText } from '../../network-model/paths/hop-words.tsx';
import type { Meaning } from '../../ui/status.tsx';

/** The kinds that have words; a test holds that these are all there are. */
type KindId = MessageKey extends infer K ? (K extends `findings.kind.${infer I}` ? I : never) : never;

const byId: ReadonlyMap<string, FindingKind> = new Map(kindsOfFindings.map((kind) => [kind.id, kind]));

export const groupOf = (kind: string): FindingKind['group'] | undefined => byId.get(kind)?.group;

export const severityMeaning: Readonly<Record<Severity, Meaning>> = {
  critical: 'danger',
  high: 'danger',
  medium: 'warning',
  low: 'pending',
  info: 'neutral',
};

/** Every name that a sentence may ask for: what a finding does not have is left blank. */
const blank = {
  ...{ ports: '', protocol: '', rules: 0, rule: 0, reference: '', numbers: '', description: '', address: '', things: 0, winner: '' },
  ...{ packet: '', group: '', destination: '', machines: '', from: '', to: '', through: '', blocks: '', nat: '', port: '', zone: '' },
  ...{ publicAddress: '', publicPort: '', addresses: 0, free: 0, size: 0 },
};

type Sayable = Pick<NetworkFinding, 'kind' | 'parameters'>;

// A kind's id is one of those that have words.
const idOf = ({ kind }: Sayable): KindId => kind as KindId;

export const sentenceOf = (t: Translate, finding: Sayable): string =>
  t(`findings.kind.${idOf(finding)}`, { ...blank, ...finding.parameters });
export const whyOf = (t: Translate, finding: Sayable): string => t(`findings.why.${idOf(finding)}`, { ...blank, ...finding.parameters });
export const fixOf = (t: Translate, finding: Sayable): string => t(`findings.fix.${idOf(finding)}`);

/** What a kind is called where no finding of it is meant. */
export const kindName = (t: Translate, kind: string): string => t(`findings.name.${kind as KindId}`);

/** "TCP 22 from 0.0.0.0/0". */
export function ruleText(
  t: Translate,
  { action, protocol, port, serviceTemplate, cidr, securityGroup, addressTemplate }: AclPolicy,
): string {
  const service = serviceTemplate ?? serviceText(protocol, port, t('findings.allPackets'));
  return [action ?? '?', service, cidr ?? securityGroup ?? addressTemplate ?? '?'].join(' · ');
}
