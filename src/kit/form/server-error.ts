/** Where a refusal of the cloud belongs in a form, and in which words. */
import type { ActionData } from '../../../catalogue/define.ts';
import type { Language } from '../../../catalogue/languages.ts';
import type { ApiError } from '../../api/api-error.ts';
import { explanationFor } from '../../api/errors.ts';
import type { Params } from '../../lib/family.ts';

export interface ServerError {
  readonly error: ApiError;
  /** The parameter that is blamed; null when it is the call as a whole. */
  readonly field: string | null;
  /** For the field: what the code means, what the cloud said, the code and the request id. */
  readonly words: string;
}

/** The field that the proxy names, else the one that the catalogue says the code is about. Its tables load with the first refusal. */
export async function toServerError(error: ApiError, action: ActionData, params: Params, language: Language): Promise<ServerError> {
  // Words that cannot be had, where the server is gone, must not hide what they are for.
  const words = import('../../../catalogue/errors.ts').catch(() => null);
  const [errors, explanation] = await Promise.all([words, explanationFor(error.code, language)]);
  const named = error.field !== undefined && Object.hasOwn(action.params, error.field.split('.')[0] ?? '') ? error.field : undefined;
  const field = error.outcome === 'unknown' ? null : (named ?? errors?.blamedField(error.code, action, params) ?? null);
  const said = explanation ? `${explanation.means} “${error.message}”` : error.message;
  return { error, field, words: `${said} (${error.code}${error.requestId ? `, RequestId ${error.requestId}` : ''})` };
}
