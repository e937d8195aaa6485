import { useOne } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { Properties } from '../../kit/detail/properties.tsx';
import { References } from '../../kit/detail/references.tsx';
import { ResourceDetail } from '../../kit/detail/resource-detail.tsx';
import { usePlace } from '../../lib/place.ts';
import { type ClassicLink, useLinkActions } from './links.tsx';

export function ClassicLinkDetail({ id, tab }: { readonly id: string; readonly tab: string | undefined }) {
  const t = useT();
  const one = useOne<ClassicLink>(usePlace(), 'classic-link', id);
  const actions = useLinkActions('detail');
  const { row } = one;
  return (
    <ResourceDetail
      family="classic-link"
      id={id}
      tab={tab}
      one={one}
      actions={row ? actions.of(row) : []}
      tabs={[
        {
          path: '',
          label: t('kit.properties'),
          content: row && <Properties family="classic-link" title={t('kit.properties')} row={row} />,
        },
        { path: 'references', label: t('kit.references'), content: row && <References family="classic-link" id={id} row={row} /> },
      ]}
    />
  );
}
