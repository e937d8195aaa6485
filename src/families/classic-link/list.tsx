import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useScope } from '../../lib/scope.ts';
import { Notice } from '../../ui/status.tsx';
import { useHasClassic, useLinkActions, useLinkColumns } from './links.tsx';

export function ClassicLinkList() {
  const t = useT();
  const list = useList(useScope(), 'classic-link');
  const columns = useLinkColumns(true);
  const actions = useLinkActions('list');
  const none = useHasClassic() === false;
  return (
    <ListPage
      family="classic-link"
      list={list}
      columns={columns}
      actions={actions}
      above={none && <NoClassic />}
      createDisabledReason={none ? t('classicLink.noClassic') : undefined}
    />
  );
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
