import { useCallback } from 'react';
import { type AlignedLine, alignedLines } from '../../../network/rule-sets/align.ts';
import { type Effects, effects as effectsBetween } from '../../../network/rule-sets/effects.ts';
import { descriptionOf, directions, isCarried, type Rule, type RuleSet } from '../../../network/rule-sets/rule-set.ts';
import { useT } from '../../i18n/index.ts';
import { useSlices } from '../../lib/use-slices.ts';
import { cx } from '../../ui/cx.ts';
import { Loading } from '../../ui/spinner.tsx';
import { packetText } from './consequences.tsx';
import { remoteLabel, serviceLabel } from './suggestions.ts';
import type { RuleReferences } from './use-references.ts';
import { ActionWord, CarriedWords } from './words.tsx';

interface ComparisonProps extends DiffListProps {
  readonly title: string;
}

/** Two sets of rules: which rules differ, and which packets are answered otherwise. */
export function Comparison({ title, before, after, known }: ComparisonProps) {
  const t = useT();
  const effects = useSlices(useCallback(() => effectsBetween(before, after, known.references), [before, after, known.references]));
  return (
    <>
      <section className="flex flex-col gap-2">
        <h3>{title}</h3>
        <DiffList before={before} after={after} known={known} />
      </section>
      <section className="flex flex-col gap-2">
        <h3>{t('rules.packetsChange')}</h3>
        {effects ? <EffectList effects={effects} /> : <Loading />}
      </section>
    </>
  );
}

interface DiffListProps {
  readonly before: RuleSet;
  readonly after: RuleSet;
  readonly known: RuleReferences;
}

const signs = { removed: '−', added: '+', described: '~', same: ' ' } as const;

/** The rules that come, go, move or are described otherwise, by direction. */
function DiffList({ before, after, known }: DiffListProps) {
  const t = useT();
  return directions.map((direction) => {
    const lines = alignedLines(before[direction], after[direction]).filter(({ kind }) => kind !== 'same');
    if (lines.length === 0) return null;
    return (
      <section key={direction} className="flex flex-col gap-1">
        <h4 className="text-muted text-xs">{t(`rules.${direction}`)}</h4>
        <ul className="flex flex-col divide-y divide-line rounded border border-line">
          {lines.map((line, at) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one comparison never move
              key={at}
              className={cx(
                'flex flex-wrap items-center gap-x-3 px-3 py-1',
                line.kind === 'removed' && 'bg-danger-soft',
                line.kind === 'added' && 'bg-good-soft',
              )}
            >
              <DiffLine line={line} known={known} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function DiffLine({ line, known }: { readonly line: AlignedLine; readonly known: RuleReferences }) {
  const t = useT();
  const place = line.kind === 'added' || line.kind === 'described' ? line.after : line.before;
  const moved = (line.kind === 'removed' || line.kind === 'added') && line.moved;
  const word = line.kind === 'same' ? '' : t(moved ? `rules.diff.${line.kind as 'removed' | 'added'}Moved` : `rules.diff.${line.kind}`);
  return (
    <>
      <span aria-hidden="true" className="w-3 font-mono">
        {signs[line.kind]}
      </span>
      <span className="w-20 text-muted text-xs">{word}</span>
      <span className="w-8 text-end text-muted">{place + 1}</span>
      <RuleWords rule={line.rule} known={known} />
      {line.kind === 'described' && <del className="text-muted">{descriptionOf(line.was)}</del>}
    </>
  );
}

/** A rule in a line. */
export function RuleWords({ rule, known }: { readonly rule: Rule; readonly known: RuleReferences }) {
  if (isCarried(rule)) return <CarriedWords rule={rule} />;
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-x-3">
      <ActionWord action={rule.action} />
      <code>{serviceLabel(rule.service, known)}</code>
      <code>{remoteLabel(rule.remote, known)}</code>
      <bdi className="min-w-0 truncate">{rule.description}</bdi>
    </span>
  );
}

const shown = 40;

/** Which packets are answered otherwise, each kind with one as an example. */
function EffectList({ effects }: { readonly effects: Effects }) {
  const t = useT();
  const place = (rule: number | null): string => (rule === null ? t('rules.byNone') : t('rules.byRule', { n: rule + 1 }));
  return (
    <div className="flex flex-col gap-2">
      {effects.list.length === 0 && effects.doubts.length === 0 && <p>{t('rules.noEffect')}</p>}
      {effects.list.length > 0 && (
        <ul className="flex flex-col divide-y divide-line rounded border border-line">
          {effects.list.slice(0, shown).map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the effects of one comparison never move
            <li key={at} data-effect={one.effect} className="flex flex-col gap-0.5 px-3 py-1.5">
              <span className="flex flex-wrap items-center gap-x-3">
                <strong className={one.effect === 'opens' ? 'text-warning' : 'text-danger'}>
                  {t(one.effect === 'opens' ? 'rules.opens' : 'rules.closes')}
                </strong>
                <span className="text-muted">{t(`rules.${one.direction}`)}</span>
                <code>{one.parts.join(', ')}</code>
                {one.more > 0 && <span className="text-muted">{t('kit.andMore', { n: one.more })}</span>}
              </span>
              <span className="text-muted">
                {t(one.effect === 'opens' ? 'rules.exampleOpens' : 'rules.exampleCloses', {
                  packet: packetText(one.sample),
                  before: place(one.before),
                  after: place(one.after),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {effects.list.length > shown && <p className="text-muted">{t('kit.andMore', { n: effects.list.length - shown })}</p>}
      {effects.doubts.map(({ direction, parts, more, sample }) => (
        <p key={direction} data-effect="unknown" className="flex flex-col gap-0.5 rounded border border-line px-3 py-1.5">
          <span className="flex flex-wrap items-center gap-x-3">
            <strong className="text-warning">{t('rules.mayChange')}</strong>
            <span className="text-muted">{t(`rules.${direction}`)}</span>
            <code>{parts.join(', ')}</code>
            {more > 0 && <span className="text-muted">{t('kit.andMore', { n: more })}</span>}
          </span>
          <span className="text-muted">
            {t('rules.mayChangeBecause', { packet: packetText(sample), what: effects.unresolved.join(', ') })}
          </span>
        </p>
      ))}
    </div>
  );
}
