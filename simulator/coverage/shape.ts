/** How each documented refusal is brought about in the tests of its family. */

/**
 * - `cause`: by what the call says, or by the state of the world it meets
 * - `fault`: by the control API, because only the inside of a cloud could bring it about
 */
export type Provoked = 'cause' | 'fault';

/** For every action of a family, every error that its own table names: one that is missing or too many does not compile. */
export type CoverageOf<A extends Readonly<Record<string, { readonly errors: readonly string[] }>>> = {
  readonly [K in keyof A]: Readonly<Record<A[K]['errors'][number], Provoked>>;
};
