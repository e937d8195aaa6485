/** Strangers' clients, unmodified, walk through every family; in the end every served action has been called by one of them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actions } from '../../catalogue/index.ts';
import { SdkStage } from './stage.ts';
import { groupStories } from './stories/groups3.ts';
import { interfaceStories } from './stories/interfaces3.ts';
import { networkStories } from './stories/networks3.ts';
import { vpnStories } from './stories/vpns3.ts';

const stage = new SdkStage();

beforeAll(() => stage.open());
afterAll(() => stage.close());
beforeEach(() => stage.newStory());

describe('API 3.0 by tencentcloud-sdk-nodejs', () => {
  networkStories(stage);
  interfaceStories(stage);
  groupStories(stage);
  vpnStories(stage);
});

/** Served actions that no client here calls with success, each with the reason. */
const exceptions: Readonly<Record<string, string>> = {};

it('every served action was called with success', () => {
  const missing = Object.keys(actions).filter((name) => !/2017:|^alicdn:/.test(name) && !stage.called.has(name));
  expect(missing.sort()).toEqual(Object.keys(exceptions).sort());
});
