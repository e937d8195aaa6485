/** How far the reading of the network is, and what could not be read. */
import { RotateCw } from 'lucide-react';
import { regionName } from '../../catalogue/regions.ts';
import { useFormats, useLanguage, useT } from '../i18n/index.ts';
import { IconButton } from '../ui/button.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { Notice } from '../ui/status.tsx';
import { familyOfSource } from './sources.ts';
import type { Network } from './use-network.ts';

/** Beside a page's title: how far it is, and the way to read all again. */
export function Reading({ network }: { readonly network: Network }) {
  const t = useT();
  const { answered, total, rows } = network.progress;
  return (
    <span className="inline-flex items-center gap-2">
      <span role="status" className="text-muted text-xs">
        {!network.complete && t('reachability.reading', { answered, total, rows })}
      </span>
      <IconButton
        label={t('reachability.refresh')}
        icon={network.refreshing ? <Spinner /> : <RotateCw aria-hidden="true" className="size-4" />}
        onClick={network.refresh}
      />
    </span>
  );
}

/** Regions that this cloud does not have: nothing of them is missing, which is said once. */
export function AbsentRegions({ network }: { readonly network: Network }) {
  const t = useT();
  const formats = useFormats();
  const language = useLanguage();
  if (network.absent.length === 0) return null;
  const regions = formats.list(network.absent.map((region) => regionName(region, language)));
  return <p className="text-muted text-xs">{t('reachability.noRegion', { n: network.absent.length, regions })}</p>;
}

/** What was refused: answers may be unknown because of it. Regions that this cloud does not have lack nothing, and are said once. */
export function Unread({ network }: { readonly network: Network }) {
  const t = useT();
  const language = useLanguage();
  const absent = <AbsentRegions network={network} />;
  if (network.refused.length === 0) return absent;
  return (
    <>
      <Notice meaning="warning" title={t('reachability.notRead')}>
        <ul>
          {network.refused.map(({ site, kind, code }) => (
            <li key={`${site.owner} ${site.region} ${kind}`}>
              {t('reachability.refusedOne', {
                kind: t(`family.${familyOfSource(kind)}`),
                region: regionName(site.region, language),
                code,
              })}
            </li>
          ))}
        </ul>
      </Notice>
      {absent}
    </>
  );
}
