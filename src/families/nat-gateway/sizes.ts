/** Connections at a time: small, medium, large (18504). */
export const sizes = [1_000_000, 3_000_000, 10_000_000] as const;
