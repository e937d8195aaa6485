/** Rules in the one-line form of the Terraform provider: "ACCEPT#10.0.0.0/8#443#TCP", alone or in lists of ingress and egress. Pure. */

import { listDirection, liteItem } from './lite.ts';
import { type Item, type Sheet, type SheetReading, sheetOfItems } from './sheet.ts';

const one = /[A-Za-z\u4e00-\u9fff]+#[^#"'\n\r]+#[^#"'\n\r]*#/;

/** True for a text that has such a line; a comment's sign stands before its text, not after it. */
export const looksLikeTerraform = (text: string): boolean =>
  text.split(/\r\n|\r|\n/).some((line) => new RegExp(`^[\\s\\["'-]*(?:\\w+\\s*=\\s*\\[\\s*["'])?${one.source}`).test(line));

/** What surrounds the lines: a resource, its lists, and its own names. Anything else of weight is told. */
const frame = /^(?:resource\s+"[^"]*"\s+"[^"]*"\s*\{|security_group_id\s*=.*|[\]{}),\s]*|\[)$/;
const listStart = /^"?(ingress|egress)"?\s*[=:]\s*\[\s*/;

/** The line without what a list writes around an entry. */
const bare = (line: string): string =>
  line
    .replace(/^[-\s]+/, '')
    .replace(/[\s,\]]+$/, '')
    .trim();

interface Comment {
  readonly line: number;
  readonly text: string;
  readonly code: 'comment';
}

/** The lines without their comments, which may be longer than a line; a "#" that is not at a line's beginning or behind a text separates parts. */
function withoutComments(text: string): { readonly lines: readonly string[]; readonly comments: readonly Comment[] } {
  const comments: Comment[] = [];
  let within = false;
  const lines = text.split(/\r\n|\r|\n/).map((whole, at) => {
    let kept = '';
    let rest = whole;
    const aside = (length: number): void => {
      const said = rest.slice(0, length).trim();
      if (said !== '') comments.push({ line: at + 1, text: said, code: 'comment' });
      rest = rest.slice(length);
    };
    while (rest !== '') {
      if (within) {
        const end = rest.indexOf('*/');
        within = end < 0;
        aside(end < 0 ? rest.length : end + 2);
        continue;
      }
      const [plain = ''] = /^(?:"[^"]*"|'[^']*'|(?!\/\*|(?:^|\s)\/\/).)*/.exec(rest) ?? [];
      const [code = plain] = /^\s*(?=#)|^.*?["']\s*,?\s*(?=#)/.exec(plain) ?? [];
      kept += code;
      rest = rest.slice(code.length);
      within = rest.startsWith('/*');
      if (!within) aside(rest.length);
    }
    return kept;
  });
  return { lines, comments };
}

export function terraformSheet(text: string): SheetReading {
  const items: Item[] = [];
  const faults: Sheet['faults'][number][] = [];
  const { lines, comments } = withoutComments(text.replace(/^\uFEFF/, ''));
  const begun = lines.flatMap((line) => listStart.exec(line.trim())?.[1] ?? []);
  // Two lists of one direction, or two resources, are those of two groups.
  if (new Set(begun).size < begun.length || lines.filter((line) => /^\s*resource\s/.test(line)).length > 1) {
    return { problem: 'several-groups' };
  }
  let direction = '';
  for (const [at, whole] of lines.entries()) {
    const line = at + 1;
    let rest = whole.trim();
    const start = listStart.exec(rest);
    if (start) {
      direction = start[1] ?? '';
      rest = rest.slice(start[0].length);
    }
    const closes = /\]\s*,?\s*\}?$/.test(rest);
    const entry = bare(rest.replace(/^\[/, ''));
    const entries =
      entry.startsWith('"') || entry.startsWith("'")
        ? entry.split(/,\s*(?=["'])/).map((part) => part.trim().replace(/^(["'])(.*)\1$/, '$2'))
        : [entry];
    for (const part of entries) {
      if (part === '' || frame.test(part)) continue;
      const read = liteItem(part, line, direction === '' ? [] : [[listDirection, { text: direction, line }]]);
      if ('code' in read) faults.push(read);
      else items.push(read);
    }
    if (closes) direction = '';
  }
  return { sheet: sheetOfItems('terraform', items, { faults, leftOut: comments }) };
}
