/** How far the reading of the network is, and what could not be read. */
import { RotateCw } from 'lucide-react';
import { regionName } from '../../catalogue/regions.ts';
import { useFormats, useLanguage, useT } from '../i18n/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { StatusIcon } from '../ui/status.tsx';
import { useListWords } from './list-words.ts';
import { type UnreadList, unreadLists } from './unread-lists.ts';
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

interface UnreadItemsProps {
  readonly lists: readonly UnreadList[];
  readonly network: Pick<Network, 'refreshing' | 'refresh'>;
}

/** How many lists were not read whole, in a line: which they are is folded away behind it, and beside it is the way to read them again. */
export function UnreadItems({ lists, network }: UnreadItemsProps) {
  const t = useT();
  const listWords = useListWords();
  return (
    <div className="flex min-w-0 flex-1 items-start justify-between gap-3">
      <details className="min-w-0">
        <summary className="cursor-pointer">{t('reachability.refusedLists', { n: lists.length })}</summary>
        <ul>
          {[...new Set(lists.map(listWords))].map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </details>
      <Button
        size="sm"
        pending={network.refreshing}
        onClick={() => {
          if (lists.some(({ again }) => again === undefined)) network.refresh();
          else for (const { again } of lists) again?.();
        }}
      >
        {t('reachability.refusedAgain')}
      </Button>
    </div>
  );
}

/** What was not read whole: answers may be unknown because of it. Regions that this cloud does not have lack nothing, and are said once. */
export function Unread({ network }: { readonly network: Network }) {
  const t = useT();
  const lists = unreadLists(network);
  const absent = <AbsentRegions network={network} />;
  if (lists.length === 0) return absent;
  return (
    <>
      <section
        aria-label={t('reachability.notReadTitle')}
        className="flex items-start gap-2.5 rounded border border-warning/40 bg-warning-soft px-3 py-1.5"
      >
        <StatusIcon meaning="warning" className="mt-1" />
        <UnreadItems lists={lists} network={network} />
      </section>
      {absent}
    </>
  );
}
