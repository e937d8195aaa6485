import { useQuery } from '@tanstack/react-query';
import { q, useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { ListPage } from '../../kit/list/list-page.tsx';
import { usePlace } from '../../lib/place.ts';
import { Notice } from '../../ui/status.tsx';
import { type ClassicLink, useLinkActions, useLinkColumns } from './links.tsx';

export function ClassicLinkList() {
  const list = useList<ClassicLink>(usePlace(), 'classic-link');
  const columns = useLinkColumns(true);
  const actions = useLinkActions('list');
  return <ListPage family="classic-link" list={list} columns={columns} actions={actions} above={<NoClassic />} />;
}

/** Newer accounts have no classic network at all: told here, and not only by a refusal. */
function NoClassic() {
  const t = useT();
  const { data } = useQuery(q(usePlace(), 'vpc:DescribeAccountAttributes', {}));
  const platforms = data?.data.AccountAttributeSet.find(({ AttributeName }) => AttributeName === 'supported-platforms');
  if (!platforms || platforms.AttributeValues.includes('CLASSIC')) return null;
  return (
    <Notice meaning="neutral" title={t('classicLink.noClassic')}>
      {t('classicLink.noClassicBody')}
    </Notice>
  );
}
