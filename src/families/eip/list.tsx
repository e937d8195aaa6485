import { Sparkles } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { ListPage } from '../../kit/list/list-page.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { useEipActions } from './actions.tsx';
import { useEipColumns, useMark } from './columns.tsx';
import { Quotas } from './quota.tsx';

export function EipList() {
  const t = useT();
  const scope = useScope();
  const { pathname, search } = useLocation();
  const list = useList(scope, 'eip');
  const columns = useEipColumns();
  const mark = useMark();
  const actions = useEipActions('list');
  return (
    <ListPage
      family="eip"
      list={list}
      columns={columns}
      mark={mark}
      actions={actions}
      above={<Quotas />}
      buttons={
        <Link to={paths.form('eip', 'transform', scope)} state={{ back: `${pathname}${search}` }} className={buttonClass()}>
          <Sparkles aria-hidden="true" className="size-4 text-muted" />
          {t('eip.transform.action')}
        </Link>
      }
    />
  );
}
