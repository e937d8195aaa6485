import { useQuery } from '@tanstack/react-query';
import { callOptions } from '../../api/single.ts';
import { useT } from '../../i18n/index.ts';
import { listOf } from '../../lib/rows.ts';
import { useScope } from '../../lib/scope.ts';
import { Notice } from '../../ui/status.tsx';

/** Whether the account has a classic network, whose instances can be linked; null while that is not known. */
export function useHasClassic(): boolean | null {
  const { data } = useQuery(callOptions(useScope(), 'account', 'vpc:DescribeAccountAttributes', {}));
  const platforms = listOf(data?.data.AccountAttributeSet).find((attribute) => attribute?.AttributeName === 'supported-platforms');
  // An answer of another shape tells nothing.
  return Array.isArray(platforms?.AttributeValues) ? platforms.AttributeValues.includes('CLASSIC') : null;
}

/** Newer accounts have no classic network at all: told here, and not only by a refusal. */
export function NoClassic() {
  const t = useT();
  return (
    <Notice meaning="neutral" title={t('classicLink.noClassic')}>
      {t('classicLink.noClassicBody')}
    </Notice>
  );
}
