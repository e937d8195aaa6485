/** What is wrong with a row or an answer, in words. */
import { useT } from '../i18n/index.ts';
import type { UnreadableRow } from '../lib/unreadable.ts';

/** More than these are counted, not listed. */
const told = 8;

/** What is wrong with a row, field by field, by the API's own names. */
export function UnreadableProblems({ problems }: Pick<UnreadableRow, 'problems'>) {
  const t = useT();
  return (
    <ul>
      {problems.slice(0, told).map(({ path, issue }) => (
        <li key={path}>{path === '' ? t('kit.unreadable.row') : t(`kit.unreadable.${issue}`, { field: path })}</li>
      ))}
      {problems.length > told && <li>{t('kit.andMore', { n: problems.length - told })}</li>}
    </ul>
  );
}
