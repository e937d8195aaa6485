import type { Advice } from '../errors.ts';

/** Codes by the remedy they have, each with the plain names of the fields it may blame, the likeliest first. */
export type ErrorTable = Readonly<Partial<Record<Advice, Readonly<Record<string, readonly string[]>>>>>;

export const none: readonly string[] = [];
