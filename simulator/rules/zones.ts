/** Which regions and zones exist. The documents list no zones; see docs/simulator-differences.md. */
import { isRegion, laterRegions, regions, zoneOfId, zonesOf } from '../../catalogue/regions.ts';

/** The documents' regions, and those that today's cloud has besides: these begin empty. */
export const regionExists = (region: string): boolean => isRegion(region) || laterRegions.includes(region);

/** The 2017 generation's name of a region; it never had one for a later region. */
export const shortOf = (region: string): string => (isRegion(region) ? regions[region].short : region);

/** The zones that the cloud lists of a region; each later region has two. */
export const zonesIn = (region: string): string[] => (isRegion(region) ? zonesOf(region) : [1, 2].map((number) => `${region}-${number}`));

/** Zones 1 to 9 of the region exist, each also under its "-dev-" name (1915). */
export const zoneExists = (region: string, zone: string): boolean =>
  zone.startsWith(`${region}-`) && /^(?:dev-)?[1-9]$/.test(zone.slice(region.length + 1));

/** The zone that a 2017 number (or an already spelled-out zone) names in the region, or undefined. */
export function zoneFrom2017(region: string, zoneId: string): string | undefined {
  const zone = /^\d{1,9}$/.test(zoneId) ? zoneOfId(Number(zoneId)) : zoneId;
  return zone !== undefined && zoneExists(region, zone) ? zone : undefined;
}
