/** Consequences in words: short beside a row, in full under the table. */

import type { Packet } from '../../../../network/index.ts';
import { type Translate, useT } from '../../../i18n/index.ts';
import type { Meaning } from '../../../ui/status.tsx';
import type { Consequence } from './consequences.ts';

export const packetText = ({ address, protocol, port }: Packet): string =>
  `${address} ${protocol.toLowerCase()}${port === undefined ? '' : `/${port}`}`;

export function meaningOf(consequence: Consequence): Exclude<Meaning, 'good' | 'pending'> {
  switch (consequence.kind) {
    case 'same':
      return 'danger';
    case 'exposes':
      return consequence.services.length > 0 ? 'danger' : 'warning';
    case 'shadowed':
      return consequence.changesAction ? 'warning' : 'neutral';
    case 'everything':
      return 'warning';
    default:
      return 'neutral';
  }
}

const places = (numbers: readonly (number | null)[]): string => numbers.flatMap((at) => (at === null ? [] : [String(at + 1)])).join(', ');

/** Few words, for the row. */
export function shortWords(consequence: Consequence, t: Translate): string {
  switch (consequence.kind) {
    case 'same':
      return t('securityGroup.c.same', { n: consequence.as + 1 });
    case 'exposes':
      return consequence.everything
        ? t('securityGroup.c.exposesAll')
        : t('securityGroup.c.exposes', { what: consequence.services.slice(0, 2).join(', ') });
    case 'shadowed':
      return t('securityGroup.c.shadowed', { by: places(consequence.by) });
    case 'everything':
      return t('securityGroup.c.everything');
    case 'host-bits':
      return t('securityGroup.c.hostBits', { reads: consequence.reads });
    case 'nothing':
      return t('securityGroup.c.nothing');
    case 'contradicts':
      return t('securityGroup.c.contradicts', { by: places(consequence.against.map(({ rule }) => rule)) });
    case 'empty':
      return t('securityGroup.c.empty');
    case 'unknown':
      return t('securityGroup.c.unknown');
  }
}

/** Whole sentences; `interfaces` is how many the group is bound to, null while that is not known. */
export function useLongWords(): (consequence: Consequence, interfaces: number | null) => string {
  const t = useT();
  return (consequence, interfaces) => {
    switch (consequence.kind) {
      case 'same':
        return t('securityGroup.cl.same', { n: consequence.as + 1 });
      case 'exposes': {
        const what = consequence.everything ? t('securityGroup.cl.everyPort') : consequence.services.join(', ');
        const whom = interfaces === null ? '' : ` ${t('securityGroup.cl.interfaces', { n: interfaces })}`;
        return `${t(consequence.everyone ? 'securityGroup.cl.exposes' : 'securityGroup.cl.exposesMost', { what })}${whom}`;
      }
      case 'shadowed':
        return t(consequence.changesAction ? 'securityGroup.cl.shadowedOther' : 'securityGroup.cl.shadowed', {
          by: places(consequence.by),
        });
      case 'everything':
        return t('securityGroup.cl.everything', { cidr: consequence.cidr });
      case 'host-bits':
        return t('securityGroup.cl.hostBits', { reads: consequence.reads });
      case 'nothing':
        return consequence.by.every((at) => at === null)
          ? t('securityGroup.cl.nothingDrop')
          : t('securityGroup.cl.nothing', { by: places(consequence.by) });
      case 'contradicts': {
        const [first] = consequence.against;
        return t('securityGroup.cl.contradicts', {
          by: places(consequence.against.map(({ rule }) => rule)),
          packet: first ? packetText(first.witness) : '',
          n: (first?.rule ?? 0) + 1,
        });
      }
      case 'empty':
        return t('securityGroup.cl.empty');
      case 'unknown':
        return t('securityGroup.cl.unknown', { what: consequence.missing.join(', ') });
    }
  };
}
