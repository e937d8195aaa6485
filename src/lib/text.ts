/** A value of an answer or a form as text; '' where there is none. */
export const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
