import { eachRule } from '../each-rule.ts';

const passing = /\b(?:temp|temporary|temporarily|tmp)\b|临时|暂时/i;
const until =
  /(?:until|till|through|expires?|valid to|remove (?:by|after|on)|至|到|截止|有效期)\D{0,12}?(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?/i;

/** The last day that a description names, 'YYYY-MM-DD'; null where it names none. */
function lastDayIn(text: string): string | null {
  const [, year, month = '', day] = until.exec(text) ?? [];
  if (year === undefined) return null;
  // A month alone lasts to its end, and no month is longer.
  return `${year}-${month.padStart(2, '0')}-${(day ?? '31').padStart(2, '0')}`;
}

/** Its own description says that it was for a time: one that has passed, or none in particular. */
export const ruleOutlived = eachRule({ id: 'rule-outlived', severity: 'low' }, ({ rule: { description = '' } }, { today }) => {
  const last = lastDayIn(description);
  const isOver = last === null ? passing.test(description) : last < today;
  return isOver ? { parameters: { description, last: last ?? '' } } : null;
});
