import { SlidersHorizontal } from 'lucide-react';
import type { Estate } from '../../../network/maps/estate.ts';
import { estateKinds } from '../../../network/maps/estate-filter.ts';
import { type Grouping, tagKeys } from '../../../network/maps/estate-groups.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Select } from '../../ui/choice.tsx';
import { cx } from '../../ui/cx.ts';
import { Popover } from '../../ui/popover.tsx';
import { type EstateChange, type EstateUrl, groupParam, lineStates, mostHops, withoutParam } from './use-estate-url.ts';
import type { EstateSpeech } from './words.ts';

interface FiltersProps {
  readonly estate: Estate;
  readonly url: EstateUrl;
  readonly speech: EstateSpeech;
  readonly put: (change: EstateChange) => void;
}

/** Nothing is left out, or put together by hand. */
const all = 'all';
/** Keys of tags that are offered: those that most VPCs have. */
const mostTags = 8;
const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

/** Whether anything is left out of the map. */
const isFiltered = ({ filter: { without, joinedOnly, account, region, state, troubled, near } }: EstateUrl): boolean =>
  without.size > 0 || joinedOnly || account !== '' || region !== '' || state !== '' || troubled || near !== null;

const everything: EstateChange = {
  ...{ without: null, alone: null, owner: null, in: null, state: null, findings: null, from: null, hops: null, gaps: null },
};

/** Kinds of connections and ways out, and VPCs that have none. */
function Show({ url, put }: Pick<FiltersProps, 'url' | 'put'>) {
  const t = useT();
  const { without, joinedOnly } = url.filter;
  const n = without.size + (joinedOnly ? 1 : 0);
  return (
    <Popover
      label={t('topology.show')}
      className="flex flex-col gap-2 p-3"
      trigger={(trigger) => (
        <Button {...trigger} icon={<SlidersHorizontal aria-hidden="true" className="size-4" />}>
          {n > 0 ? t('topology.showBut', { n }) : t('topology.show')}
        </Button>
      )}
    >
      {() => (
        <>
          {estateKinds.map((kind) => (
            <Checkbox
              key={kind}
              checked={!without.has(kind)}
              onChange={(on) =>
                put({ without: withoutParam(new Set(on ? [...without].filter((one) => one !== kind) : [...without, kind])) })
              }
              label={t(`topology.show.${kind}`)}
            />
          ))}
          <Checkbox checked={!joinedOnly} onChange={(on) => put({ alone: on ? null : '0' })} label={t('topology.show.alone')} />
        </>
      )}
    </Popover>
  );
}

/** Which part of the estate is shown, and how it is put together; all of it stands in the URL. */
export function Filters({ estate, url, speech, put }: FiltersProps) {
  const t = useT();
  const { account, region, state, troubled, near } = url.filter;
  const accounts = unique(estate.vpcs.map((vpc) => vpc.account));
  const regions = unique(estate.vpcs.map((vpc) => vpc.region));
  const used = new Set(estate.links.map((link) => link.state));
  const from = near && (estate.vpcs.find(({ id }) => id === near.id)?.name || near.id);
  const groupings: readonly Exclude<Grouping, 'tag'>[] = ['none', 'name', 'region'];
  return (
    <fieldset className={cx('flex flex-wrap items-center gap-2', !isFiltered(url) && 'no-print')}>
      <legend className="sr-only">{t('topology.filters')}</legend>
      {accounts.length > 1 && (
        <Select
          aria-label={t('topology.filter.account')}
          className="max-w-48"
          value={account || all}
          onChange={(owner) => put({ owner: owner === all ? null : owner })}
          options={[
            { value: all, label: t('topology.filter.everyAccount') },
            ...accounts.map((value) => ({ value, label: speech.account(value) })),
          ]}
        />
      )}
      {regions.length > 1 && (
        <Select
          aria-label={t('topology.filter.region')}
          className="max-w-40"
          value={region || all}
          onChange={(value) => put({ in: value === all ? null : value })}
          options={[
            { value: all, label: t('topology.filter.everyRegion') },
            ...regions.map((value) => ({ value, label: speech.region(value) })),
          ]}
        />
      )}
      {estate.links.length > 0 && (
        <Select
          aria-label={t('topology.filter.state')}
          className="max-w-44"
          value={state || all}
          onChange={(value) => put({ state: value === all ? null : value })}
          options={[
            { value: all, label: t('topology.filter.everyState') },
            ...lineStates.filter((one) => used.has(one) || one === state).map((value) => ({ value, label: t(`topology.state.${value}`) })),
          ]}
        />
      )}
      {estate.vpcs.length > 20 && (
        <Select
          aria-label={t('topology.group')}
          className="max-w-44"
          value={url.grouping ? groupParam(url.grouping, url.tag) : all}
          onChange={(group) => put({ group: group === all ? null : group })}
          options={[
            { value: all, label: t('topology.group.auto') },
            ...groupings.map((value) => ({ value: groupParam(value), label: t(`topology.group.${value}`) })),
            ...tagKeys(estate)
              .slice(0, mostTags)
              .map(({ key }) => ({ value: groupParam('tag', key), label: t('topology.group.tag', { tag: key }) })),
          ]}
        />
      )}
      <Show url={url} put={put} />
      <Checkbox checked={troubled} onChange={(on) => put({ findings: on ? '1' : null })} label={t('topology.filter.findings')} />
      <Checkbox checked={url.overlaps} onChange={(on) => put({ overlaps: on ? '1' : null })} label={t('topology.filter.overlaps')} />
      {near && (
        <Select
          aria-label={t('topology.filter.hops')}
          className="max-w-56"
          value={String(near.hops)}
          onChange={(hops) => put({ hops })}
          options={Array.from({ length: mostHops }, (_, at) => ({
            value: String(at + 1),
            label: t('topology.filter.hopCount', { n: at + 1, name: from ?? '' }),
          }))}
        />
      )}
      {isFiltered(url) && (
        <>
          <Checkbox checked={url.closesGaps} onChange={(on) => put({ gaps: on ? '0' : null })} label={t('topology.filter.gaps')} />
          <Button size="sm" variant="ghost" onClick={() => put(everything)}>
            {t('topology.filter.clear')}
          </Button>
        </>
      )}
    </fieldset>
  );
}
