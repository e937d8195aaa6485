/** Third-party clients, unmodified, walk through every family; in the end every served action has been called by one of them. */
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import { actions } from '../../catalogue/index.ts';
import { onceAllPassed } from '../../simulator/testing/whole-file.ts';
import { SdkStage } from './stage.ts';

const stage = new SdkStage();

beforeAll(() => stage.open());
afterAll(() => stage.close());
beforeEach(() => stage.newStory());

type Stories = (stage: SdkStage) => void;

/** Every file of `stories/<api>/` tells stories of a family or two; a new one is found by its place. */
const found = Object.entries(import.meta.glob<Stories>('./stories/*/*.ts', { eager: true, import: 'stories' }));

describe.each([
  ['API 3.0 by tencentcloud-sdk-nodejs', 'api3'],
  ['the 2017 API by qcloudapi-sdk', 'api2017'],
  ['both generations at once', 'both'],
  ['Alibaba Cloud by @alicloud/pop-core', 'alibaba'],
])('%s', (_title, folder) => {
  for (const [path, stories] of found) if (path.startsWith(`./stories/${folder}/`)) stories(stage);
});

// Every served action was called with success, and every answer was what the catalogue says.
onceAllPassed(() => {
  expect(Object.keys(actions).filter((name) => !stage.called.has(name))).toEqual([]);
  expect([...stage.surprises]).toEqual([]);
});
