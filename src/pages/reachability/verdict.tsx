import type { NetworkModel } from '../../../network/model/model.ts';
import type { PathAnswer, PathCase, Verdict } from '../../../network/paths/path.ts';
import { useT } from '../../i18n/index.ts';
import { Decision, portsText, Why } from '../../network-model/paths/hop-words.tsx';
import { calledIn } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { Code } from '../../ui/copy.tsx';
import { cx } from '../../ui/cx.ts';
import { Card } from '../../ui/parts.tsx';
import { type Meaning, Notice, Status } from '../../ui/status.tsx';

const meaningOf: Readonly<Record<Verdict, Meaning>> = {
  reachable: 'good',
  blocked: 'danger',
  ambiguous: 'warning',
  unknown: 'warning',
};

interface VerdictBannerProps {
  readonly network: Network;
  readonly model: NetworkModel;
  readonly answer: PathAnswer;
}

const hopOf = (one: Pick<PathCase, 'decidedBy' | 'forward' | 'return'>) =>
  one.decidedBy && (one.decidedBy.way === 'forward' ? one.forward : one.return)[one.decidedBy.index];

/** The answer in a sentence, and what decided. */
export function VerdictBanner({ network, model, answer }: VerdictBannerProps) {
  const t = useT();
  const { verdict, decidedBy, because, sourcePorts } = answer;
  const hop = hopOf(answer);
  const words =
    verdict === 'blocked'
      ? decidedBy?.way === 'return'
        ? 'blockedReturn'
        : 'blockedForward'
      : (verdict satisfies Exclude<Verdict, 'blocked'>);
  return (
    <div role="status" data-verdict={verdict}>
      <Notice meaning={meaningOf[verdict]} title={t(`reachability.verdict.${verdict}`)}>
        <p>{t(`reachability.words.${words}`)}</p>
        {hop && (
          <div className="mt-1 flex flex-wrap gap-x-2">
            <span className="font-medium">{t(`reachability.step.${hop.step}`)}</span>
            <Decision network={network} model={model} hop={hop} />
          </div>
        )}
        {!hop && because && <Why network={network} reason={because} />}
        {verdict === 'ambiguous' && sourcePorts && sourcePorts.length > 0 && (
          <p className="mt-1">{t.node('reachability.sourcePorts', { ports: <Code>{portsText(sourcePorts)}</Code> })}</p>
        )}
      </Notice>
    </div>
  );
}

interface CasesProps {
  readonly network: Network;
  readonly cases: readonly PathCase[];
  readonly chosen: number;
  readonly onChoose: (at: number) => void;
}

/** The ways the question can be meant that end apart: one is looked at, the others are a press away. */
export function Cases({ network, cases, chosen, onChoose }: CasesProps) {
  const t = useT();
  if (cases.length < 2) return null;
  const called = ({ interface: id, address }: PathCase['from']): string => {
    if (id === null) return address;
    // An end without a public address has none to show.
    return address === '0.0.0.0' ? calledIn(network, id) : `${calledIn(network, id)} (${address})`;
  };
  return (
    <Card flush title={t('reachability.cases')}>
      <p className="px-4 pt-2 text-muted text-xs">{t('reachability.casesWhat')}</p>
      <ul className="divide-y divide-line py-1">
        {cases.map((one, at) => (
          <li key={`${one.from.address} ${one.to.address} ${one.to.interface}`}>
            <button
              type="button"
              aria-pressed={at === chosen}
              onClick={() => onChoose(at)}
              className={cx(
                'quick flex w-full flex-wrap items-baseline gap-x-3 px-4 py-1.5 text-left hover:bg-hover',
                at === chosen && 'bg-accent-soft',
              )}
            >
              <Status meaning={meaningOf[one.verdict]}>{t(`reachability.verdict.${one.verdict}`)}</Status>
              <span className="min-w-0">
                <bdi>{t('reachability.case', { from: called(one.from), to: called(one.to) })}</bdi>
              </span>
              <span className="text-muted">{t('reachability.pairs', { n: one.pairs })}</span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
