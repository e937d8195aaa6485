/** Who holds an address, in words: the cloud's own word for the kind where this console has none. */
import type { Translate } from '../i18n/index.ts';

const kinds = [
  'CVM',
  'ENI',
  'CLB',
  'CDB',
  'MARIADB',
  'SQLSERVER',
  'POSTGRES',
  'REDIS',
  'MONGODB',
  'CKAFKA',
  'TKE',
  'NAT',
  'HAVIP',
] as const;

type Kind = (typeof kinds)[number];

/** Other words of the cloud for the same. */
const same: Readonly<Record<string, Kind>> = { LB: 'CLB', MYSQL: 'CDB', POSTGRESQL: 'POSTGRES', EKS: 'TKE', NATGW: 'NAT' };

/** What kinds there are is not written down: what is not known here stays as it came. */
export function holderWords(t: Translate, kind: string): string {
  const plain = kind.toUpperCase();
  const known = same[plain] ?? kinds.find((one) => one === plain);
  return known ? t(`subnet.holder.${known}`) : kind;
}
