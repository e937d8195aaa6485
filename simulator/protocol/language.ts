/** The language in which a refusal is worded: the one the call asks for, English where it asks for none. */

import { families } from '../../catalogue/define.ts';
import { knownCodeFor } from '../../catalogue/errors.ts';
import { loadErrors, loadProblems } from '../../catalogue/text/load.ts';
import { problemText } from '../../catalogue/text/problem.ts';
import type { Problem } from '../../catalogue/validate.ts';
import { CloudError } from '../errors.ts';
import { formType, hasType, header, type WireRequest } from './request.ts';

/** Those that the cloud speaks, whatever others the console has. */
type WireLanguage = 'en' | 'zh';

const [enProblems, zhProblems, zhErrors] = await Promise.all([loadProblems('en'), loadProblems('zh'), loadErrors('zh', ...families)]);

/** The header of TC3, or the common parameter `Language` of the first signature, wherever it stands. */
function languageOf(request: WireRequest): WireLanguage {
  const inForm = request.method === 'POST' && hasType(request, formType);
  const pairs = (): string | undefined => {
    const text = inForm ? request.body.toString('utf8') : request.query;
    return /(?:^|&)Language=([A-Za-z_-]*)/.exec(text)?.[1];
  };
  const asked = header(request, 'x-tc-language') || pairs() || '';
  return /^zh(?![a-z])/i.test(asked.trim()) ? 'zh' : 'en';
}

/** A refusal of a parameter that needs no look at the world, worded by the catalogue. */
export const refusalOf = (code: string, problem: Problem): CloudError =>
  new CloudError(code, `The parameter ${problem.path} is refused: ${problemText(enProblems, problem)}`, { problem });

/** What the message of a refusal says to this caller. */
export const messageFor = (error: CloudError, request: WireRequest): string =>
  languageOf(request) === 'zh' && !error.isOrdered ? chinese(error) : error.message;

function chinese({ code, message, problem }: CloudError): string {
  if (problem) return `参数 ${problem.path} 未被接受：${problemText(zhProblems, problem)}`;
  const known = knownCodeFor(code);
  const sentence = (known === null ? undefined : zhErrors[known]?.means) ?? '云端拒绝了此次调用。';
  const named = [...new Set(message.match(tellingParts))];
  return named.length === 0 ? sentence : `${sentence}（${named.join('、')}）`;
}

/** Ids, addresses, blocks and quoted values: what a sentence in any language would name. */
const tellingParts = /"[^"]*"|\b[a-z]{2,8}-[a-z0-9]{8}\b|\b\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?/g;
