import { expect, it } from 'vitest';
import { tokenIn } from './token.ts';

it.each([
  ['http://127.0.0.1:4400/sign-in#token=abc_-123', 'abc_-123'],
  ['  abc_-123\n', 'abc_-123'],
  ['#token=abc', 'abc'],
  ['token=abc', 'abc'],
  ['Weft is at http://127.0.0.1:4400 — sign in: http://127.0.0.1:4400/sign-in#token=abc', 'abc'],
  ['http://127.0.0.1:4400/sign-in', ''],
  ['#elsewhere', ''],
  ['two words', ''],
  ['', ''],
])('finds the token in %j', (text, token) => {
  expect(tokenIn(text)).toBe(token);
});
