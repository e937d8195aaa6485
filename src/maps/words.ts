/** Words that the map of a VPC and that of the estate have in common. */
import type { Finding } from '../../network/maps/estate-findings.ts';
import { type MapBeyond, placesBehind } from '../../network/maps/map-hop.ts';
import type { MapRoute } from '../../network/maps/vpc-tables.ts';
import { type Formats, type Translate, useFormats, useT } from '../i18n/index.ts';

interface TroubleSpeech {
  readonly t: Translate;
  readonly formats: Formats;
  readonly called: (id: string) => string;
}

/** Why a route leads nowhere, short enough for a row of its card. */
export function reasonWord(
  t: Translate,
  called: (id: string) => string,
  { reason, gateway }: Pick<MapRoute, 'reason' | 'gateway'>,
): string {
  const id = called(gateway);
  switch (reason?.code) {
    case 'next-hop-gone':
      return t('maps.reason.gone', { id });
    case 'next-hop-in-no-vpc':
    case 'next-hop-in-other-vpc':
      return t('maps.reason.other-vpc', { id });
    case 'next-hop-not-active': {
      const { state } = reason;
      return state === 'active' || state === 'available'
        ? t('maps.reason.not-active', { id })
        : t('maps.finding.beyond', { name: id, trouble: t(`maps.state.${state}`) });
    }
    case 'not-in-peer-vpc':
      return t('maps.reason.not-in-peer');
    case 'gateway-without-public-address':
      return t('maps.reason.no-address');
    case 'public-addresses-stopped':
      return t('maps.trouble.addresses-stopped');
    case 'no-vpn-policy':
      return t('maps.reason.no-policy');
    case 'tunnel-down':
      return t('maps.reason.tunnel-down');
    case 'not-in-ccn':
      return t('maps.reason.not-in-ccn', { id });
    case 'no-ccn-route':
      return t('maps.reason.no-ccn-route');
    case 'inside-local':
      return t('maps.reason.local');
    case 'switched-off':
      return t('maps.reason.off');
    default:
      return t('maps.reason.unknown');
  }
}

/** What is not good about the way beyond a hop; '' for nothing. */
export function troubleWord({ t, formats, called }: TroubleSpeech, { trouble }: Pick<MapBeyond, 'trouble'>): string {
  if (!trouble) return '';
  switch (trouble.code) {
    case 'state':
      return t(`maps.state.${trouble.state}`);
    case 'ccn-overlap':
      return t('maps.trouble.ccn-overlap', { networks: formats.list(trouble.networks.map(called)) });
    case 'no-way-back':
    case 'no-way-there':
      return t(`maps.trouble.${trouble.code}`, { tables: formats.list(trouble.tables.map(called)) });
    default:
      return t(`maps.trouble.${trouble.code}`);
  }
}

/** What a finding of a VPC's map says. */
export function findingWord(speech: TroubleSpeech, finding: Finding): string {
  const { t, called } = speech;
  if (finding.kind === 'route') {
    const { route, table } = finding;
    return t('maps.finding.route', {
      destination: route.destination,
      table: table.name || table.id,
      reason: reasonWord(t, called, route),
    });
  }
  if (finding.kind === 'place') {
    const { place } = finding;
    return t('maps.finding.beyond', { name: called(place.id), trouble: troubleWord(speech, place) });
  }
  const name = finding.hop.name || finding.hop.id;
  if (finding.kind === 'unused') return t(finding.dead ? 'maps.finding.unusedDead' : 'maps.finding.unused', { name });
  const { hop, beyond } = finding;
  const trouble = troubleWord(speech, beyond);
  // Where several things can stand behind a hop, the words say which.
  const far = hop.kind === 'ccn' || hop.kind === 'vpn' || placesBehind(hop).length > 1 ? beyond.name || beyond.id : '';
  return far ? t('maps.finding.beyondOne', { name, far, trouble }) : t('maps.finding.beyond', { name, trouble });
}

export function useFindingWords(called: (id: string) => string): (finding: Finding) => string {
  const t = useT();
  const formats = useFormats();
  return (finding) => findingWord({ t, formats, called }, finding);
}
