/** Third-party clients, unmodified, walk through every family; in the end every served action has been called by one of them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actions } from '../../catalogue/index.ts';
import { SdkStage } from './stage.ts';
import { groupStories } from './stories/groups3.ts';
import { interfaceStories } from './stories/interfaces3.ts';
import { interfaceStories2017 } from './stories/interfaces2017.ts';
import { networkStories } from './stories/networks3.ts';
import { networkStories2017 } from './stories/networks2017.ts';
import { alibabaStories, modernFieldStories } from './stories/rest.ts';
import { templateStories2017 } from './stories/templates2017.ts';
import { underwayStories } from './stories/underway.ts';
import { vpnStories } from './stories/vpns3.ts';
import { vpnStories2017 } from './stories/vpns2017.ts';

const stage = new SdkStage();

beforeAll(() => stage.open());
afterAll(() => stage.close());
beforeEach(() => stage.newStory());

describe('API 3.0 by tencentcloud-sdk-nodejs', () => {
  networkStories(stage);
  interfaceStories(stage);
  groupStories(stage);
  vpnStories(stage);
  modernFieldStories(stage);
});

describe('the 2017 API by qcloudapi-sdk', () => {
  networkStories2017(stage);
  interfaceStories2017(stage);
  vpnStories2017(stage);
  templateStories2017(stage);
});

describe('both generations at once', () => {
  underwayStories(stage);
});

describe('Alibaba Cloud by @alicloud/pop-core', () => {
  alibabaStories(stage);
});

it('every served action was called with success', () => {
  const missing = Object.keys(actions).filter((name) => !stage.called.has(name));
  expect(missing).toEqual([]);
});

it('every answer was what the catalogue says', () => {
  expect([...stage.surprises]).toEqual([]);
});
