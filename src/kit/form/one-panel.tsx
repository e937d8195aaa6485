import { type ReactNode, useState } from 'react';
import type { FamilyRef } from '../../../catalogue/define.ts';
import type { RowOf } from '../../../catalogue/row-of.ts';
import { useOne } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { SidePanel } from '../../ui/dialog.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Notice } from '../../ui/status.tsx';
import { ErrorPlace } from '../error-place.tsx';
import { UnreadableProblems } from '../unreadable-problems.tsx';
import { useFamily } from '../words.ts';
import { useLeave } from './leave.ts';

interface OnePanelProps<F extends FamilyRef> {
  readonly family: F;
  readonly id: string;
  readonly children: (row: RowOf<F>) => ReactNode;
}

/** A form about one resource, once it is known; until then, or when it cannot be, the panel says so. */
export function OnePanel<F extends FamilyRef>({ family, id, children }: OnePanelProps<F>) {
  const t = useT();
  const scope = useScope();
  const { text } = useFamily(family);
  const one = useOne(scope, family, id);
  const leave = useLeave(family, false, paths.detail<FamilyRef>(family, id, scope));
  // A form that is open stays open when its resource goes: what was entered is still there, and saving says what happened.
  const [last, setLast] = useState(one.row);
  if (one.row && one.row !== last) setLast(one.row);
  const row = one.row ?? last;
  if (row) return children(row);
  return (
    <SidePanel title={id} onClose={leave.ask}>
      {one.loading ? <Loading /> : null}
      {one.error && <ErrorPlace error={one.error} title={t('kit.form.notLoaded')} onRetry={one.refresh} />}
      {one.unreadable && (
        <Notice meaning="warning" title={t('kit.unreadable.edit')}>
          <UnreadableProblems problems={one.unreadable.problems} />
        </Notice>
      )}
      {one.missing && <p>{t('kit.gone', { what: text.one, id })}</p>}
    </SidePanel>
  );
}
