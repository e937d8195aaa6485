import { expect, test } from 'vitest';
import { address, choice, cidr, flag, integer, listOf, required, struct, text } from '../../catalogue/define.ts';
import { changedParams, cleared, firstValues, isChanged, paramsOf } from './form.ts';

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
  expect(cleared(fields, before, unset)).toEqual(['Servers']);
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
