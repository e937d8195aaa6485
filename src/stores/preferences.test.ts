// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { defaults, prefer, readPreferences, rememberColumns, rememberRegion, usePreferences } from './preferences.ts';

beforeEach(() => {
  localStorage.clear();
  usePreferences.setState(defaults);
});

describe('stored preferences', () => {
  it('come back as they were', () => {
    prefer({ theme: 'dark', language: 'zh' });
    rememberRegion(undefined, 'ap-beijing');
    rememberRegion('b', 'ap-seoul');
    rememberColumns('vpc', ['VpcName', 'CidrBlock']);
    expect(readPreferences(localStorage.getItem('weft.preferences'))).toEqual({
      ...defaults,
      theme: 'dark',
      language: 'zh',
      lastRegion: { '': 'ap-beijing', b: 'ap-seoul' },
      columns: { vpc: ['VpcName', 'CidrBlock'] },
    });
  });

  it.each([
    null,
    '',
    '{',
    'null',
    '[]',
    '7',
    '{"theme":7,"language":"fr","columns":{"vpc":"x"},"lastRegion":[1],"pageSizes":{"vpc":"20"}}',
  ])('that are %j count as none', (stored) => {
    expect(readPreferences(stored)).toEqual(defaults);
  });

  it('keep what is well-formed beside what is not', () => {
    expect(readPreferences('{"theme":"dark","columns":{"vpc":["VpcId"],"subnet":5}}')).toEqual({
      ...defaults,
      theme: 'dark',
      columns: { vpc: ['VpcId'] },
    });
  });
});
