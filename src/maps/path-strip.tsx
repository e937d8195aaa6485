import { X } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import type { VpcPath } from '../../network/maps/vpc-path.ts';
import type { NetworkModel } from '../../network/model/model.ts';
import type { PathCase, Verdict } from '../../network/paths/path.ts';
import { useT } from '../i18n/index.ts';
import { useScope } from '../lib/scope.ts';
import { Decision } from '../network-model/paths/hop-words.tsx';
import { hasPorts, isInternet, type ReachabilityQuery } from '../network-model/paths/question.ts';
import { calledIn, scopeOf } from '../network-model/thing.tsx';
import type { Network } from '../network-model/use-network.ts';
import { paths } from '../paths.ts';
import { buttonClass, IconButton } from '../ui/button.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { Badge, type Meaning } from '../ui/status.tsx';
import { endOfWay } from './path-end.ts';

const meanings: Readonly<Record<Verdict, Meaning>> = { reachable: 'good', blocked: 'danger', ambiguous: 'warning', unknown: 'warning' };

interface PathStripProps {
  readonly network: Network;
  readonly asked: ReachabilityQuery;
  /** Null until the engine has answered. */
  readonly one: Pick<PathCase, 'from' | 'to' | 'verdict'> | null;
  readonly path: VpcPath | null;
  /** With the rules that were read for the answer. */
  readonly model: NetworkModel;
  /** Why there is no answer, '' where the question is none; null while there may be one. */
  readonly failed: string | null;
}

/** Which packet is followed and whether it arrives, with the ways to what decides and to the maps of the other VPCs it comes to. */
export function PathStrip({ network, asked, one, path, model, failed }: PathStripProps) {
  const t = useT();
  const here = useScope();
  const [search, setSearch] = useSearchParams();
  const end = path ? endOfWay(path.stops) : undefined;
  const { from, to, protocol, port } = asked;
  const question = { from, to, protocol, ...(hasPorts(protocol) ? { port } : {}), case: search.get('case') ?? undefined };
  const called = (end: PathCase['from'] | undefined, text: string): string => {
    if (isInternet(text)) return t('reachability.internet');
    return end?.interface ? calledIn(network, end.interface) : calledIn(network, text);
  };
  const close = (): void =>
    setSearch(
      () => {
        const next = new URLSearchParams(window.location.search);
        for (const name of Object.keys(question)) next.delete(name);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <section
      aria-label={t('maps.path')}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded border border-line bg-surface py-1 pr-1 pl-3"
    >
      <p role="status" className="flex min-w-0 flex-1 basis-full flex-wrap md:basis-0 items-center gap-x-2">
        <bdi className="font-medium">{t('maps.path.ends', { from: called(one?.from, from), to: called(one?.to, to) })}</bdi>
        <span className="text-muted">{hasPorts(protocol) ? `${protocol} ${port}` : protocol}</span>
        {one && <Badge meaning={meanings[one.verdict]}>{t(`reachability.verdict.${one.verdict}`)}</Badge>}
        {end && (
          <span className={end.result === 'block' ? 'text-danger' : 'text-muted'}>
            <Decision network={network} model={model} hop={end} />
          </span>
        )}
        {path?.absent && <span className="text-muted">{t('maps.path.absent')}</span>}
        {failed !== null && <span className="text-danger">{failed || t('maps.path.noQuestion')}</span>}
        {!one && failed === null && <Spinner />}
      </p>
      {path?.others.map((id) => (
        <Link key={id} className={buttonClass('secondary', 'sm')} to={paths.detail('vpc', id, scopeOf(network, id, here), 'map', question)}>
          {t('maps.path.other', { name: calledIn(network, id) })}
        </Link>
      ))}
      <Link className={buttonClass('secondary', 'sm')} to={paths.page('reachability', here, question)}>
        {t('maps.path.why')}
      </Link>
      <IconButton size="sm" label={t('maps.path.close')} icon={<X aria-hidden="true" className="size-3.5" />} onClick={close} />
    </section>
  );
}
