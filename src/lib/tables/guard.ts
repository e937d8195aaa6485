/** Cells that a spreadsheet would run as a formula, and the apostrophe that keeps it from doing so. */

/** What starts a formula, in full width too; tabs and line ends because they are skipped before one. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** With an apostrophe in front where a formula could begin. One that stood there already gets another: `unguarded` takes one off. */
export const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);

export const unguarded = (text: string): string => (text.startsWith("'") && formula.test(text) ? text.slice(1) : text);
