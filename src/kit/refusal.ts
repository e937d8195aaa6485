/** What a person is told of a refused call: every place that shows one takes its words from here. */
import { use } from 'react';
import type { ErrorText } from '../../catalogue/text/shape.ts';
import type { ApiError } from '../api/api-error.ts';
import { explanationFor } from '../api/errors.ts';
import { type Translate, useLanguage, useT } from '../i18n/index.ts';

/** A refusal of a call (with its HTTP status, 0 where nothing answered), or of one of the things that a call was about. */
export type RefusalFacts = Pick<ApiError, 'code' | 'message'> & { readonly status?: number };

export interface RefusalWords extends Partial<ErrorText> {
  /** What the cloud said itself; '' where it said nothing. The console's own errors of status 0 quote nobody. */
  readonly quote: string;
}

/** The console's own codes, which no cloud documents. */
function ownWords(code: string, t: Translate): ErrorText | null {
  if (code === 'ServerUnreachable') return { means: t('kit.error.server'), todo: t('kit.error.serverTodo') };
  if (code === 'UnreadableAnswer') return { means: t('kit.unreadable.answer'), todo: t('kit.unreadable.answerTodo') };
  if (code === 'NotSignedIn') return { means: t('kit.error.signedOut'), todo: t('kit.error.signedOutTodo') };
  if (code === 'ConsoleError') return { means: t('kit.error.console'), todo: t('kit.error.consoleTodo') };
  return null;
}

/**
 * The order: the console's words for a code of its own; else the catalogue's, of the code or of the nearest more general one
 * (`explained`, null while they are on their way and where there are none). What the cloud said is quoted beside either.
 */
export const refusalWords = ({ code, message, status }: RefusalFacts, explained: ErrorText | null, t: Translate): RefusalWords => ({
  ...(ownWords(code, t) ?? explained),
  quote: status === 0 ? '' : message,
});

/** Its words in one line: `The name is taken. “Duplicate name.” (InvalidParameter)`. */
export function inOneLine({ code, message }: RefusalFacts, { means, quote }: RefusalWords, requestId?: string | null): string {
  const said = means === undefined ? message : quote === '' ? means : `${means} “${quote}”`;
  return `${said} (${code}${requestId ? `, RequestId ${requestId}` : ''})`.trimStart();
}

/** The words of a refusal on the page. Suspends while the catalogue's are loaded. */
export const useRefusalWords = (error: RefusalFacts): RefusalWords =>
  refusalWords(error, use(explanationFor(error.code, useLanguage())), useT());
