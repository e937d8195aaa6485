/** What the doctor found, for a person's terminal and as JSON. */
import type { Config } from '../config.ts';
import type { Finding, Status } from './examine.ts';

/** What is true of the whole set-up, before any account. */
interface SetUpFinding {
  readonly check: 'settings' | 'sources' | 'way';
  readonly status: Status;
  readonly says: string;
}

export type AnyFinding = Finding | SetUpFinding;

const signs: Record<Status, string> = { ok: 'ok  ', warn: 'WARN', fail: 'FAIL' };

/** Control characters of an answer must not act in a terminal, nor begin a line of their own. */
const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ');

export function lineOf(finding: AnyFinding): string {
  const about = 'action' in finding && finding.action !== undefined ? `${finding.check} ${finding.action}` : finding.check;
  const id = 'requestId' in finding && finding.status !== 'ok' ? ` (request ${finding.requestId})` : '';
  return printable(`${signs[finding.status]}  ${about}: ${finding.says}${id}`);
}

interface Summary {
  readonly ok: boolean;
  readonly failed: number;
  readonly warned: number;
}

export function summaryOf(findings: readonly AnyFinding[]): Summary {
  const of = (wanted: Status): number => findings.filter(({ status }) => status === wanted).length;
  return { ok: of('fail') === 0, failed: of('fail'), warned: of('warn') };
}

/** Actions that the identity may not call, with the account: what to ask an administrator for. */
const forbidden = (findings: readonly AnyFinding[]): string[] => {
  const missing = findings.filter((one): one is Finding => 'code' in one && /Unauthorized|NoPermission/.test(one.code ?? ''));
  return [...new Set(missing.flatMap(({ action }) => (action === undefined ? [] : [action])))];
};

export function lastLines(findings: readonly AnyFinding[]): string[] {
  const { failed, warned } = summaryOf(findings);
  const missing = forbidden(findings);
  return [
    ...(missing.length > 0 ? [`Permissions missing: ${missing.join(', ')}`] : []),
    failed === 0 && warned === 0 ? 'All is well.' : `${failed} failed, ${warned} to look at.`,
  ];
}

export const asJson = (findings: readonly AnyFinding[]): string =>
  JSON.stringify({ ...summaryOf(findings), permissionsMissing: forbidden(findings), findings }, null, 2);

/** How calls leave this machine. */
export function wayOf({ proxy, endpoints, region }: Config): SetUpFinding {
  const elsewhere = Object.entries(endpoints.elsewhere).map(([service, origin]) => `${service} at ${origin}`);
  const parts = [
    `region ${region}`,
    `${endpoints.form} endpoints`,
    ...elsewhere,
    proxy === null
      ? 'no proxy'
      : `through the proxy ${proxy.address.origin}${proxy.except.length > 0 ? ` except for ${proxy.except.join(', ')}` : ''}`,
  ];
  return { check: 'way', status: 'ok', says: `${parts.join('; ')}.` };
}
