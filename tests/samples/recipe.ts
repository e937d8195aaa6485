import type { Stand } from './stand.ts';

/** Makes what a sample request needs to find; `p` are the sample's own parameters, flat as printed. */
export type Recipe = (s: Stand, p: Record<string, string>) => Promise<void>;
export type Recipes = Readonly<Record<string, Recipe>>;
