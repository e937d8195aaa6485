/** Findings as files: the columns of the page as CSV, or all that is known of them as JSON. */
import type { NetworkFinding } from '../../../network/findings/finding.ts';
import type { Translate } from '../../i18n/index.ts';
import { download } from '../../lib/download.ts';
import { toCsv, toJson } from '../../lib/export.ts';
import { fixOf, sentenceOf, whyOf } from './words.ts';

export function downloadCsv(t: Translate, findings: readonly NetworkFinding[]): void {
  const text = toCsv(findings, [
    { header: t('findings.column.severity'), value: ({ severity }) => t(`findings.severity.${severity}`) },
    { header: t('findings.column.finding'), value: (one) => sentenceOf(t, one) },
    { header: t('findings.column.cause'), value: ({ causes }) => causes.map(({ id }) => id).join(' ') },
    { header: t('findings.column.account'), value: ({ account }) => account ?? '' },
    { header: t('findings.column.region'), value: ({ region }) => region ?? '' },
    { header: t('findings.filter.vpc'), value: ({ vpcs }) => vpcs.join(' ') },
    { header: t('findings.column.touches'), value: ({ symptoms }) => symptoms.map(({ thing }) => thing.id).join(' ') },
    { header: t('findings.why'), value: (one) => whyOf(t, one) },
    { header: t('findings.fix'), value: (one) => fixOf(t, one) },
    { header: t('findings.column.kind'), value: ({ kind }) => kind },
    { header: t('findings.column.id'), value: ({ id }) => id },
  ]);
  download('weft-findings.csv', 'text/csv', text);
}

export const downloadJson = (findings: readonly NetworkFinding[]): void =>
  download('weft-findings.json', 'application/json', toJson(findings));
