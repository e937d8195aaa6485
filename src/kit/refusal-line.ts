import { explanationFor } from '../api/errors.ts';
import { currentLanguage, currentT } from '../i18n/index.ts';
import { type RefusalFacts, type RefusalWords, refusalWords } from './refusal.ts';

/** Its words in one line: `The name is taken. “Duplicate name.” (InvalidParameter)`. */
export function inOneLine({ code, message }: RefusalFacts, { means, quote }: RefusalWords, requestId?: string | null): string {
  const said = means === undefined ? message : quote === '' ? means : `${means} “${quote}”`;
  return `${said} (${code}${requestId ? `, RequestId ${requestId}` : ''})`.trimStart();
}

/** The words of a refusal in one line, for a field or a toast. */
export async function refusalLine(error: RefusalFacts, requestId?: string | null): Promise<string> {
  const explained = await explanationFor(error.code, currentLanguage());
  return inOneLine(error, refusalWords(error, explained, currentT()), requestId);
}
