import { Undo2 } from 'lucide-react';
import { Link } from 'react-router';
import type { Family, FamilyRef } from '../../../catalogue/define.ts';
import type { EntryDetails } from '../../api/history.ts';
import { useT } from '../../i18n/index.ts';
import type { FormerValues } from '../../kit/form-origin.ts';
import { useFamily } from '../../kit/words.ts';
import { operation } from '../../lib/family.ts';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { isMasked, observedFacts, sentParams } from './details.ts';

/**
 * To the form that changes the resource, with the values from before. Offered where the entry is a change that this form makes,
 * was done, and tells how the resource looked before; nothing is sent from here.
 */
export function Undo({ entry, family }: { readonly entry: EntryDetails; readonly family: Family }) {
  const t = useT();
  const { module } = useFamily<FamilyRef>(family);
  const update = operation<string>(module, 'update');
  const list = operation<string>(module, 'list');
  const before = observedFacts(entry, 'before');
  const own = entry.resources.filter((resource) => resource.own);
  const [resource] = own;
  if (entry.outcome !== 'done' || !resource || own.length !== 1) return null;
  if (update?.name !== `${entry.service}:${entry.action}` || before?.kind !== 'read' || before.by !== list?.name) return null;
  const [row, ...others] = before.rows;
  const params = Object.entries(sentParams(entry)).filter(
    ([name, value]) => value !== resource.id && !isMasked(value) && update.data.params[name],
  );
  if (row === undefined || others.length > 0 || params.length === 0) return null;
  const former: FormerValues = { row, params: params.map(([name]) => name) };
  const place = { account: entry.account ?? undefined, region: entry.region ?? undefined };
  return (
    <Link to={paths.edit<FamilyRef>(family, resource.id, place)} state={{ former }} className={buttonClass()} title={t('history.undoHint')}>
      <Undo2 aria-hidden="true" className="size-4" />
      {t('history.undo')}
    </Link>
  );
}
