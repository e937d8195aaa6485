import { explanationFor } from '../api/errors.ts';
import { currentLanguage, currentT } from '../i18n/index.ts';
import { type RefusalFacts, refusalWords } from './refusal.ts';

/** The words of a refusal in one line, for a field or a toast: `The name is taken. “Duplicate name.” (InvalidParameter)`. */
export async function refusalLine(error: RefusalFacts, requestId?: string | null): Promise<string> {
  const explained = await explanationFor(error.code, currentLanguage());
  const { means, quote } = refusalWords(error, explained, currentT());
  const said = means === undefined ? error.message : quote === '' ? means : `${means} “${quote}”`;
  return `${said} (${error.code}${requestId ? `, RequestId ${requestId}` : ''})`.trimStart();
}
