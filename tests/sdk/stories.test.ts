/** Third-party clients, unmodified, walk through every family; in the end one of them has called every action of the documents. */
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import type { ActionData } from '../../catalogue/define.ts';
import { actions } from '../../catalogue/index.ts';
import { onceAllPassed } from '../../simulator/testing/whole-file.ts';
import { SdkStage } from './stage.ts';

const stage = new SdkStage();

beforeAll(() => stage.open());
afterAll(() => stage.close());

type Stories = (stage: SdkStage) => void;

/** Every file of `stories/<api>/` tells stories of a family or two; a new one is found by its place. */
const found = Object.entries(import.meta.glob<Stories>('./stories/*/*.ts', { eager: true, import: 'stories' }));

describe.each([
  ['API 3.0 by tencentcloud-sdk-nodejs', 'api3'],
  ['API 3.0 of today by tencentcloud-sdk-nodejs', 'today'],
  ['what the Terraform provider asks, by tencentcloud-sdk-nodejs', 'terraform'],
  ['the 2017 API by qcloudapi-sdk', 'api2017'],
  ['both generations at once', 'both'],
  ['Alibaba Cloud by @alicloud/pop-core', 'alibaba'],
])('%s', (_title, folder) => {
  // Accounts of today are told what those of the documents are not.
  beforeEach(() => stage.newStory(folder === 'today' || folder === 'terraform' ? { dialect: 'today' } : {}));
  for (const [path, stories] of found) if (path.startsWith(`./stories/${folder}/`)) stories(stage);
});

// Every action of the documents was called with success, and every answer was what the catalogue says. Actions that only the
// cloud of today has are proved through the wire by their family's test: `provesRefusalsOf` demands a success of each.
onceAllPassed(() => {
  const documented = Object.entries<ActionData>(actions).flatMap(([name, { source }]) => (source === 'today' ? [] : [name]));
  expect(documented.filter((name) => !stage.called.has(name))).toEqual([]);
  expect([...stage.surprises]).toEqual([]);
  expect([...stage.strange]).toEqual([]);
});
