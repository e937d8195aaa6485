/** What a person can do about an error. */
export const advices = [
  'correct', // change the value that is blamed
  'choose-range', // take another block of addresses
  'look-up', // see whether the thing still exists, in this region and account
  'free-first', // remove what uses it
  'quota', // delete something, or ask for more
  'wait', // an earlier operation is still going on
  'retry', // the cloud had a moment of weakness
  'slow-down', // fewer calls a second
  'state', // bring the thing into the state that the call needs
  'reload', // somebody else has changed it meanwhile
  'already', // what was asked for is there already
  'unsupported', // not for this thing, or not here
  'permission', // the account's administrator must allow it
  'credentials', // the key is wrong, gone or of the wrong kind
  'clock', // the time or the nonce of the call was refused
  'pay', // balance or arrears
  'support', // only the cloud's own people can help
] as const;

export type Advice = (typeof advices)[number];

/** Codes by the remedy they have, each with the plain names of the fields it may blame, the likeliest first. */
export type ErrorTable = Readonly<Partial<Record<Advice, Readonly<Record<string, readonly string[]>>>>>;

export const none: readonly string[] = [];

/** The codes of a table. */
export type CodeIn<T> = { [A in keyof T]: keyof T[A] & string }[keyof T];
