/** Members of a template with their remarks as lines that people type: "10.0.0.0/8 # offices". */
import type { RemarkedMember } from './kinds.ts';

/** How a line break inside of a remark is shown, and typed. */
const breakSign = '⏎';

/** A member, and what stands beside it. */
export const lineOf = ({ member, remark }: RemarkedMember): string =>
  remark === '' ? member : `${member} # ${remark.replace(/\r\n|\r|\n/g, breakSign)}`;

function typedIn(line: string): RemarkedMember {
  const at = line.indexOf('#');
  if (at < 0) return { member: line.trim(), remark: '' };
  return {
    member: line.slice(0, at).trim(),
    remark: line
      .slice(at + 1)
      .trim()
      .replaceAll(breakSign, '\n'),
  };
}

/** The members of the lines. One that nobody changed is as it was, blanks and breaks too; a changed one keeps what else was told of it. */
export function remarkedIn(text: string, before: readonly RemarkedMember[]): readonly RemarkedMember[] {
  const byLine = new Map(before.map((one) => [lineOf(one), one]));
  const restOf = new Map(before.map(({ member, rest }) => [member, rest]));
  return text.split('\n').map((line) => {
    const typed = typedIn(line);
    return byLine.get(line) ?? { ...typed, rest: restOf.get(typed.member) ?? {} };
  });
}
