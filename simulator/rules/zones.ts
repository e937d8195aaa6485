/** Which zones exist. The documents list none; see docs/simulator-differences.md. */
import { type Region, zoneIdOf, zoneOfId } from '../../catalogue/regions.ts';

/** Zones 1 to 9 of the region exist, each also under its "-dev-" name (1915). */
export function zoneExists(region: Region, zone: string): boolean {
  if (!zone.startsWith(`${region}-`)) return false;
  return /^(?:dev-)?[1-9]$/.test(zone.slice(region.length + 1)) && zoneIdOf(zone) !== undefined;
}

/** The zone that a 2017 number (or an already spelled-out zone) names in the region, or undefined. */
export function zoneFrom2017(region: Region, zoneId: string): string | undefined {
  const zone = /^\d{1,9}$/.test(zoneId) ? zoneOfId(Number(zoneId)) : zoneId;
  return zone !== undefined && zoneExists(region, zone) ? zone : undefined;
}
