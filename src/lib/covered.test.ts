import { expect, test } from 'vitest';
import { integer, secret, struct, text } from '../../catalogue/define.ts';
import { coverSecrets } from './covered.ts';

test('secrets are covered wherever they stand, and what is empty stays empty', () => {
  const withKeys = { Name: text(), Key: secret(), Inner: struct({ Key: secret(), Two: integer() }) };
  expect(coverSecrets(withKeys, { Name: 'a', Key: 'k', Inner: { Key: 'i', Two: 2 } }, '…')).toEqual({
    Name: 'a',
    Key: '…',
    Inner: { Key: '…', Two: 2 },
  });
  expect(coverSecrets(withKeys, { Key: '' }, '…')).toEqual({ Key: '' });
});
