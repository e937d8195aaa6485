import type { Address } from '../../../catalogue/families/eip/index.ts';
import { familyOfId } from '../../../catalogue/ids.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import { MachineInFull } from '../../kit/machines.tsx';
import { RefLink } from '../../kit/ref.tsx';
import { Code } from '../../ui/copy.tsx';
import { Badge } from '../../ui/status.tsx';
import { boundTo, isBound } from './bound.ts';

/** What an elastic IP is bound to: an interface and a gateway have pages, an instance belongs to another service. */
export function Bound({ row, full = false, name }: { readonly row: Address; readonly full?: boolean; readonly name?: string }) {
  const t = useT();
  const id = boundTo(row);
  if (!id) return <span className="text-muted">{isBound(row) ? t('eip.boundUnknown') : '–'}</span>;
  const family = familyOfId(id);
  if (!family) return full ? <MachineInFull id={id} /> : <Code>{id}</Code>;
  return <RefLink family={family} id={id} full={full} {...(name === undefined ? {} : { name })} />;
}

/** What keeps an elastic IP from working, beside its name. */
export const eipMarks = (row: Address, t: Translate) => (
  <>
    {row.IsArrears === true && <Badge meaning="danger">{t('eip.arrears')}</Badge>}
    {row.IsBlocked === true && <Badge meaning="danger">{t('eip.blocked')}</Badge>}
  </>
);
