/**
 * The regions of the documents (643-654, and the 2017 short codes at 7880, 15148, 16686), with the zones that the
 * pages suggest. The APIs have no action that lists zones, so a zone field accepts any text and only proposes these.
 */
export interface RegionData {
  readonly name: { readonly en: string; readonly zh: string };
  /** The 2017 generation's name of the region. */
  readonly short: string;
  /** Number by which the 2017 generation names the region's zones: zone 2 of Guangzhou is 100002. */
  readonly zoneIdBase: number;
  /** How many zones are proposed: `${region}-1` and so on. */
  readonly zones: number;
}

export const regions = {
  'ap-guangzhou': { name: { en: 'Guangzhou', zh: '广州' }, short: 'gz', zoneIdBase: 100000, zones: 4 },
  'ap-shanghai': { name: { en: 'Shanghai', zh: '上海' }, short: 'sh', zoneIdBase: 200000, zones: 4 },
  'ap-beijing': { name: { en: 'Beijing', zh: '北京' }, short: 'bj', zoneIdBase: 800000, zones: 3 },
  'ap-chengdu': { name: { en: 'Chengdu', zh: '成都' }, short: 'cd', zoneIdBase: 160000, zones: 2 },
  'ap-chongqing': { name: { en: 'Chongqing', zh: '重庆' }, short: 'cq', zoneIdBase: 190000, zones: 1 },
  'ap-seoul': { name: { en: 'Seoul', zh: '首尔' }, short: 'kr', zoneIdBase: 180000, zones: 1 },
  'ap-shanghai-fsi': { name: { en: 'Shanghai Finance', zh: '上海金融' }, short: 'shjr', zoneIdBase: 700000, zones: 2 },
  'ap-shenzhen-fsi': { name: { en: 'Shenzhen Finance', zh: '深圳金融' }, short: 'szjr', zoneIdBase: 110000, zones: 2 },
  'ap-singapore': { name: { en: 'Singapore', zh: '新加坡' }, short: 'sg', zoneIdBase: 900000, zones: 1 },
  'ap-mumbai': { name: { en: 'Mumbai', zh: '孟买' }, short: 'in', zoneIdBase: 210000, zones: 1 },
  'na-siliconvalley': { name: { en: 'Silicon Valley', zh: '硅谷' }, short: 'usw', zoneIdBase: 150000, zones: 1 },
  // Not in the list of hosts; the samples' "ca" (15148) is its 2017 name.
  'na-toronto': { name: { en: 'Toronto', zh: '多伦多' }, short: 'ca', zoneIdBase: 400000, zones: 1 },
  'na-ashburn': { name: { en: 'Ashburn', zh: '阿什本' }, short: 'use', zoneIdBase: 220000, zones: 1 },
} as const satisfies Record<string, RegionData>;

export type Region = keyof typeof regions;

export const isRegion = (name: string): name is Region => Object.hasOwn(regions, name);

/** The region's full name from either generation's spelling ("gz" → "ap-guangzhou"), or undefined. */
export function regionOf(name: string): Region | undefined {
  if (isRegion(name)) return name;
  return (Object.keys(regions) as Region[]).find((region) => regions[region].short === name);
}

/** Regions that the cloud has today and the documents do not: only their names are known here. */
const laterNames: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  'ap-hongkong': { en: 'Hong Kong', zh: '中国香港' },
  'ap-taipei': { en: 'Taipei', zh: '中国台北' },
  'ap-nanjing': { en: 'Nanjing', zh: '南京' },
  'ap-zhongwei': { en: 'Zhongwei', zh: '中卫' },
  'ap-beijing-fsi': { en: 'Beijing Finance', zh: '北京金融' },
  'ap-shenzhen': { en: 'Shenzhen', zh: '深圳' },
  'ap-tokyo': { en: 'Tokyo', zh: '东京' },
  'ap-osaka': { en: 'Osaka', zh: '大阪' },
  'ap-bangkok': { en: 'Bangkok', zh: '曼谷' },
  'ap-jakarta': { en: 'Jakarta', zh: '雅加达' },
  'eu-frankfurt': { en: 'Frankfurt', zh: '法兰克福' },
  'eu-moscow': { en: 'Moscow', zh: '莫斯科' },
  'sa-saopaulo': { en: 'São Paulo', zh: '圣保罗' },
  'me-saudi-arabia': { en: 'Saudi Arabia', zh: '沙特阿拉伯' },
};

export const laterRegions: readonly string[] = Object.keys(laterNames);

/** Its names, or undefined where it is known by its code alone. */
export const regionNames = (id: string): { readonly en: string; readonly zh: string } | undefined =>
  isRegion(id) ? regions[id].name : Object.hasOwn(laterNames, id) ? laterNames[id] : undefined;

/** How every region of this cloud is spelled; the cloud itself says which ones exist. */
export const looksLikeRegion = (name: string): boolean => /^[a-z]{2,4}(?:-[a-z0-9]{1,20}){1,3}$/.test(name);

/** The name that people read. What is no region that is known here stands as it is. */
export const regionName = (id: string, language: 'en' | 'zh'): string => regionNames(id)?.[language] ?? id;

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
