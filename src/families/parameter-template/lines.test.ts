import { expect, it } from 'vitest';
import { lineOf, remarkedIn } from './lines.ts';

const told = [
  { member: '10.0.0.0/8', remark: '  padded # 1 ', rest: { SomethingNew: [1] } },
  { member: '10.1.0.1', remark: 'two\r\nlines', rest: {} },
  { member: '10.2.0.1', remark: '', rest: { SomethingNew: 2 } },
];
const text = told.map(lineOf).join('\n');

it('members that nobody changed stay as they were told, while others come and go', () => {
  expect(text.split('\n')).toHaveLength(told.length);
  expect(remarkedIn(text, told)).toEqual(told);
  const [first, second] = told;
  expect(remarkedIn(`${text.split('\n').slice(0, 2).join('\n')}\n10.9.0.1 # new `, told)).toEqual([
    ...[first, second],
    { member: '10.9.0.1', remark: 'new', rest: {} },
  ]);
});

it('a changed remark has its line breaks, and the member what else was told of it', () => {
  expect(remarkedIn('10.0.0.0/8 # one⏎two\n10.2.0.1 #', told)).toEqual([
    { member: '10.0.0.0/8', remark: 'one\ntwo', rest: { SomethingNew: [1] } },
    { member: '10.2.0.1', remark: '', rest: { SomethingNew: 2 } },
  ]);
});
