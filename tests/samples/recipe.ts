import type { Stand } from './stand.ts';

/** The sample's own parameters, flat as printed. */
export type SampleParams = Record<string, string>;

/** Makes what a sample request needs to find. */
export type Recipe = (s: Stand, p: SampleParams) => Promise<void>;
export type Recipes = Readonly<Record<string, Recipe>>;
