import { expect, test } from 'vitest';
import { address, choice, cidr, flag, integer, listOf, required, struct, text } from '../../catalogue/define.ts';
import { changedParams, clearedFields, firstValues, isChanged, paramsOf } from './form.ts';

const fields = {
  Name: required(text({ max: 60 })),
  Block: required(cidr({ refusedAs: 'InvalidParameterValue.Range' })),
  Multicast: flag({ default: false }),
  Servers: listOf(address()),
  Count: integer(),
  Kind: choice(['a', 'b']),
  Inner: struct({ One: text(), Two: integer() }),
};

test('blanks and the cloud’s own defaults are not sent; numbers become numbers', () => {
  const values = {
    ...firstValues(fields),
    Name: ' a ',
    Block: ' 10.0.0.0/16 ',
    Servers: ['', '1.1.1.1 '],
    Count: '12',
    Inner: { One: '', Two: '3' },
  };
  expect(paramsOf(fields, values)).toEqual({ Name: 'a', Block: '10.0.0.0/16', Servers: ['1.1.1.1'], Count: 12, Inner: { Two: 3 } });
  expect(paramsOf(fields, { ...values, Multicast: true })).toMatchObject({ Multicast: true });
  // What is no number stays as typed, so that the validator can say so.
  expect(paramsOf(fields, { ...values, Count: 'twelve' })).toMatchObject({ Count: 'twelve' });
});

test('a structure that nobody filled in is not sent; a text that may be empty, but must be there, is', () => {
  const optional = { Inner: fields.Inner, Rows: listOf(struct({ One: text() })), Port: required(text({ format: 'port', orEmpty: true })) };
  expect(paramsOf(optional, { ...firstValues(optional), Rows: [{ One: '' }] })).toEqual({ Port: '' });
});

test('an update sends only what was changed, and tells what was emptied', () => {
  const before = firstValues(fields, { Name: 'a', Block: '10.0.0.0/16', Multicast: true, Servers: ['1.1.1.1'] });
  expect(changedParams(fields, before, before)).toEqual({});
  expect(isChanged(fields, before, { ...before, Name: 'a' })).toBe(false);
  expect(changedParams(fields, before, { ...before, Name: 'b', Multicast: false })).toEqual({ Name: 'b', Multicast: false });
  expect(changedParams(fields, before, { ...before, Servers: ['1.1.1.1', ''] })).toEqual({});
  const unset = { ...before, Servers: [''] };
  expect(clearedFields(fields, before, unset)).toEqual(['Servers']);
  expect(isChanged(fields, before, unset)).toBe(true);
});

test('what must be said even as nothing is sent as nothing', () => {
  const remark = {
    Remark: required(text({ orEmpty: true })),
    Rules: listOf(struct({ Remark: required(text({ orEmpty: true })), Port: text() })),
  };
  expect(paramsOf(remark, { Remark: '', Rules: [{ Remark: '', Port: '80' }, { Port: '' }] })).toEqual({
    Remark: '',
    Rules: [{ Remark: '', Port: '80' }, { Remark: '' }],
  });
});

test('a structure is sent whole, its defaults too, once anything in it is said; a row of which nothing is said is no row', () => {
  const options = struct({
    Hash: choice(['MD5', 'SHA'], { default: 'MD5' }),
    Mode: choice(['MAIN', 'FAST'], { default: 'MAIN' }),
    Life: integer(),
  });
  const own = { Name: text(), Options: options, Rows: listOf(options) };
  const usual = { Hash: 'MD5', Mode: 'MAIN', Life: '' };
  expect(paramsOf(own, { Name: 'a', Options: usual, Rows: [usual] })).toEqual({ Name: 'a' });
  const said = { Hash: 'MD5', Mode: 'MAIN', Life: 60 };
  expect(paramsOf(own, { Options: { ...usual, Life: '60' }, Rows: [usual, { ...usual, Life: '60' }] })).toEqual({
    Options: said,
    Rows: [said],
  });
  const before = { Options: { Hash: 'SHA', Mode: 'MAIN', Life: 60 }, Rows: [] };
  expect(changedParams(own, before, { ...before, Options: { Hash: 'SHA', Mode: 'MAIN', Life: '90' } })).toEqual({
    Options: { Hash: 'SHA', Mode: 'MAIN', Life: 90 },
  });
  // What becomes the default is said: the cloud keeps what it is not told, or has another default.
  expect(changedParams(own, before, { ...before, Options: usual })).toEqual({ Options: { Hash: 'MD5', Mode: 'MAIN' } });
});
