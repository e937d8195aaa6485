import { describe, expect, it } from 'vitest';
import { isRegion, type Region, regionOf, regions, zoneIdOf, zoneOfId, zonesOf } from './regions.ts';

const names = Object.keys(regions) as Region[];

describe('regions', () => {
  it('have different short names and zone numbers', () => {
    expect(new Set(names.map((name) => regions[name].short)).size).toBe(names.length);
    expect(new Set(names.map((name) => regions[name].zoneIdBase)).size).toBe(names.length);
  });

  it('are found by either name', () => {
    for (const name of names) {
      expect(regionOf(name)).toBe(name);
      expect(regionOf(regions[name].short)).toBe(name);
    }
    expect(regionOf('mars')).toBeUndefined();
    expect(isRegion('toString')).toBe(false);
  });

  it('propose zones that have a number, and come back from it', () => {
    for (const name of names) {
      for (const zone of zonesOf(name)) expect(zoneOfId(zoneIdOf(zone) ?? 0)).toBe(zone);
    }
    expect(zonesOf('ap-beijing')).toEqual(['ap-beijing-1', 'ap-beijing-2', 'ap-beijing-3']);
  });

  it.each([
    ['ap-guangzhou-2', 100002],
    ['ap-shanghai-1', 200001],
    ['ap-guangzhou', undefined],
    ['mars-1', undefined],
    ['', undefined],
  ])('zone %j has the number %s', (zone, id) => {
    expect(zoneIdOf(zone)).toBe(id);
  });

  it.each([0, -1, 1, 100000, 99999999])('the number %d names no zone', (id) => {
    expect(zoneOfId(id)).toBeUndefined();
  });
});
