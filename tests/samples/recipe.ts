import type { SampleWorld } from './sample-world.ts';

/** The sample's own parameters, flat as printed. */
export type SampleParams = Record<string, string>;

/** Makes what a sample request needs to find. */
export type Recipe = (s: SampleWorld, p: SampleParams) => Promise<void>;
export type Recipes = Readonly<Record<string, Recipe>>;
