import { type ReactNode, use } from 'react';
import { Link } from 'react-router';
import type { Family, FamilyRef } from '../../../catalogue/define.ts';
import { type FamilyModule, listedFamilies, loadFamily, spokenModule } from '../../../catalogue/lazy.ts';
import { loadOnce } from '../../../catalogue/load-once.ts';
import { loadText } from '../../../catalogue/text/load.ts';
import { fieldText } from '../../../catalogue/text/shape.ts';
import type { ApiError } from '../../api/api-error.ts';
import { useList } from '../../api/query.ts';
import { useFormats, useLanguage, useT } from '../../i18n/index.ts';
import { type AnyRow, idOf, mayName, nameOf, operation, type Params, referencesOf, refersTo, whereRef } from '../../lib/family.ts';
import { useDialect, useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Card } from '../../ui/parts.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { ErrorPlace } from '../error-place.tsx';
import { RefLink } from '../ref.tsx';
import { UnreadableMark } from '../unreadable.tsx';
import { capital, useFamily } from '../words.ts';

const allFamilies = loadOnce(() => Promise.all(listedFamilies.map((family): Promise<FamilyModule> => loadFamily(family))));

const allOfToday = loadOnce(async () => Promise.all((await allFamilies()).map((module) => spokenModule(module, 'today'))));

/** What names a resource, or is named by it, where no list of the family could be asked; drawn by who knows. */
export interface FurtherReference {
  readonly family: Family;
  readonly content: ReactNode;
}

interface ReferencesProps {
  readonly family: FamilyRef;
  readonly id: string;
  readonly row: AnyRow;
  /** What else names it, where only the family can tell: lists that cannot be asked for it. Asked families are left out. */
  readonly from?: readonly Referrers[];
  /** What else names it or is named by it, drawn by the family: what has no list that could be asked. */
  readonly also?: FurtherReference | undefined;
}

/** Resources of one family that name the one that is shown. */
export interface Referrers {
  readonly family: Family;
  readonly ids: readonly string[];
  /** What tells them, where that is a list of its own: none are told before it is here whole. */
  readonly list?: ReferrersList;
}

interface ReferrersList {
  readonly complete: boolean;
  readonly error: ApiError | null;
  readonly refresh: () => void;
}

/** What a resource names, and what names it: both read from the references in the catalogue. */
export function References({ family, id, row, from: known = [], also }: ReferencesProps) {
  const t = useT();
  const { module, text } = useFamily(family);
  const list = operation(module, 'list')?.name ?? '';
  const isToday = useDialect() === 'today';
  const modules = use(isToday ? allOfToday() : allFamilies());
  const to = referencesOf(module, row);
  const from = modules.flatMap((other) => {
    const list = operation(other, 'list');
    const own = module.data.family;
    const where = list && refersTo(other, own) ? whereRef(list.data, own, id) : null;
    return where ? [{ family: other.data.family, where }] : [];
  });
  const asked = new Set([...from, ...known, ...(also ? [also] : [])].map((source) => source.family));
  const unasked = modules.filter((other) => mayName(other, module.data.family) && !asked.has(other.data.family));
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <p className="text-muted lg:col-span-2">{t('detail.looksAt')}</p>
      <Card title={t('detail.refersTo')}>
        {to.length === 0 && <p className="text-muted">{t('detail.refersToNothing')}</p>}
        <dl className="flex flex-col gap-3">
          {to.map((reference) => (
            <div key={`${reference.field} ${reference.family}`}>
              <dt className="text-muted">{fieldText(text, list, reference.field).label}</dt>
              {reference.ids.slice(0, shown).map((target) => (
                <dd key={target} className="flex min-h-7 items-center">
                  {reference.family === null ? <Code copy>{target}</Code> : <RefLink full family={reference.family} id={target} />}
                </dd>
              ))}
              {reference.ids.length > shown && <dd className="text-muted">{t('kit.andMore', { n: reference.ids.length - shown })}</dd>}
            </div>
          ))}
        </dl>
      </Card>
      <Card title={t('detail.referredToBy')}>
        {asked.size === 0 && unasked.length === 0 && <p className="text-muted">{t('detail.referredToByNothing')}</p>}
        <div className="flex flex-col gap-3">
          {also?.content}
          {known.map((named) => (
            <ToldReferrers key={named.family} {...named} />
          ))}
          {from
            .filter((source) => known.every((named) => named.family !== source.family))
            .map((source) => (
              <Referrers key={source.family} {...source} />
            ))}
          {unasked.length > 0 && <Unasked families={unasked.map((other) => other.data.family)} />}
        </div>
      </Card>
    </div>
  );
}

/** Families that may name it, whose lists cannot be asked for what does. */
function Unasked({ families }: { readonly families: readonly Family[] }) {
  const t = useT();
  const formats = useFormats();
  const language = useLanguage();
  const names = families.map((family) => use(loadText(language, family)).many);
  return <p className="text-muted">{t('detail.notAsked', { families: formats.list(names) })}</p>;
}

const shown = 20;

/** Heads the resources of one family that name the shown one, and says what is known of the list that tells them. */
export function ReferrersHead({ what, count, list }: { readonly what: string; readonly count: number; readonly list: ReferrersList }) {
  const t = useT();
  const { complete, error, refresh } = list;
  return (
    <>
      <h3 className="font-normal text-muted">
        {capital(what)} {complete && <span>({count})</span>}
      </h3>
      {!complete && !error && <Spinner label={t('ui.loading')} />}
      {error && <ErrorPlace error={error} title={t('kit.listFailed', { what })} onRetry={refresh} />}
      {complete && count === 0 && <p>{t('ui.none')}</p>}
    </>
  );
}

const told: ReferrersList = { complete: true, error: null, refresh: () => {} };

function ToldReferrers({ family, ids, list = told }: Referrers) {
  const t = useT();
  const { text } = useFamily(family);
  return (
    <section>
      <ReferrersHead what={text.many} count={ids.length} list={list} />
      <ul>
        {ids.slice(0, shown).map((id) => (
          <li key={id} className="flex min-h-7 items-center">
            <RefLink full family={family} id={id} />
          </li>
        ))}
      </ul>
      {ids.length > shown && <p className="text-muted">{t('kit.andMore', { n: ids.length - shown })}</p>}
    </section>
  );
}

function Referrers({ family, where }: { readonly family: FamilyRef; readonly where: Params }): ReactNode {
  const t = useT();
  const scope = useScope();
  const { module, text } = useFamily(family);
  const list = useList(scope, family, { where });
  return (
    <section>
      <ReferrersHead what={text.many} count={list.rows.length + list.unreadable.length} list={list} />
      <ul>
        {list.rows.slice(0, shown).map((row) => (
          <li key={idOf(module, row)} className="flex min-h-7 flex-wrap items-center gap-x-2">
            <Link to={paths.detail(family, idOf(module, row), scope)} className={linkClass}>
              <bdi>{nameOf(module, row) || idOf(module, row)}</bdi>
            </Link>
            <Code muted>{idOf(module, row)}</Code>
          </li>
        ))}
        {list.unreadable.slice(0, shown).map(({ key, id, name }) => (
          <li key={key} className="flex min-h-7 flex-wrap items-center gap-x-2">
            {id === '' ? (
              name || key
            ) : (
              <Link to={paths.detail(family, id, scope)} className={linkClass}>
                <bdi>{name || id}</bdi>
              </Link>
            )}
            <UnreadableMark />
          </li>
        ))}
      </ul>
      {list.rows.length > shown && <p className="text-muted">{t('kit.andMore', { n: list.rows.length - shown })}</p>}
    </section>
  );
}
