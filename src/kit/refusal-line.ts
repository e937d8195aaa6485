import { explanationFor } from '../api/errors.ts';
import { currentLanguage, currentT } from '../i18n/index.ts';
import { inOneLine, type RefusalFacts, refusalWords } from './refusal.ts';

/** The words of a refusal in one line, for a field or a toast. */
export async function refusalLine(error: RefusalFacts, requestId?: string | null): Promise<string> {
  const explained = await explanationFor(error.code, currentLanguage());
  return inOneLine(error, refusalWords(error, explained, currentT()), requestId);
}
