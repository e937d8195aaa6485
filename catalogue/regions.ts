import type { Language } from './languages.ts';
import { namesOfRegions } from './text/region-names.ts';

/**
 * The regions of the documents (643-654, and the 2017 short codes at 7880, 15148, 16686), with the zones that the
 * pages suggest. The APIs have no action that lists zones, so a zone field accepts any text and only proposes these.
 */
interface RegionData {
  /** The 2017 generation's name of the region. */
  readonly short: string;
  /** Number by which the 2017 generation names the region's zones: zone 2 of Guangzhou is 100002. */
  readonly zoneIdBase: number;
  /** How many zones are proposed: `${region}-1` and so on. */
  readonly zones: number;
}

export const regions = {
  'ap-guangzhou': { short: 'gz', zoneIdBase: 100000, zones: 4 },
  'ap-shanghai': { short: 'sh', zoneIdBase: 200000, zones: 4 },
  'ap-beijing': { short: 'bj', zoneIdBase: 800000, zones: 3 },
  'ap-chengdu': { short: 'cd', zoneIdBase: 160000, zones: 2 },
  'ap-chongqing': { short: 'cq', zoneIdBase: 190000, zones: 1 },
  'ap-seoul': { short: 'kr', zoneIdBase: 180000, zones: 1 },
  'ap-shanghai-fsi': { short: 'shjr', zoneIdBase: 700000, zones: 2 },
  'ap-shenzhen-fsi': { short: 'szjr', zoneIdBase: 110000, zones: 2 },
  'ap-singapore': { short: 'sg', zoneIdBase: 900000, zones: 1 },
  'ap-mumbai': { short: 'in', zoneIdBase: 210000, zones: 1 },
  'na-siliconvalley': { short: 'usw', zoneIdBase: 150000, zones: 1 },
  // Not in the list of hosts; the samples' "ca" (15148) is its 2017 name.
  'na-toronto': { short: 'ca', zoneIdBase: 400000, zones: 1 },
  'na-ashburn': { short: 'use', zoneIdBase: 220000, zones: 1 },
} as const satisfies Record<string, RegionData>;

export type Region = keyof typeof regions;

export const isRegion = (name: string): name is Region => Object.hasOwn(regions, name);

/** The region's full name from either generation's spelling ("gz" → "ap-guangzhou"), or undefined. */
export function regionOf(name: string): Region | undefined {
  if (isRegion(name)) return name;
  return (Object.keys(regions) as Region[]).find((region) => regions[region].short === name);
}

/** Regions that the cloud has today and the documents do not: only their names are known here. */
export const laterRegions: readonly string[] = Object.keys(namesOfRegions).filter((name) => !isRegion(name));

/** Its names by language, or undefined where it is known by its code alone. */
export const regionNames = (id: string): Readonly<Record<Language, string>> | undefined =>
  Object.hasOwn(namesOfRegions, id) ? namesOfRegions[id] : undefined;

/** How every region of this cloud is spelled; the cloud itself says which ones exist. */
export const looksLikeRegion = (name: string): boolean => /^[a-z]{2,4}(?:-[a-z0-9]{1,20}){1,3}$/.test(name);

/** The name that people read. What is no region that is known here stands as it is. */
export const regionName = (id: string, language: Language): string => regionNames(id)?.[language] ?? id;

/** The zones proposed for a region, in order; none for one that the documents do not have. */
export const zonesOf = (region: string): string[] =>
  Array.from({ length: isRegion(region) ? regions[region].zones : 0 }, (_, index) => `${region}-${index + 1}`);

/** The 2017 generation's number of a zone, or undefined when its region is not known or it has no number. */
export function zoneIdOf(zone: string): number | undefined {
  const match = /^(.+?)-(?:dev-)?(\d+)$/.exec(zone);
  const region = match?.[1];
  return region !== undefined && isRegion(region) ? regions[region].zoneIdBase + Number(match?.[2]) : undefined;
}

/** The zone that a 2017 number names, or undefined. */
export function zoneOfId(zoneId: number): string | undefined {
  const region = (Object.keys(regions) as Region[]).find((name) => {
    const index = zoneId - regions[name].zoneIdBase;
    return index > 0 && index < 1000;
  });
  return region && `${region}-${zoneId - regions[region].zoneIdBase}`;
}
