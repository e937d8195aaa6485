import { useCallback, useMemo, useState } from 'react';
import { type Draft, wantedBy } from '../../../network/rule-sets/draft.ts';
import {
  type Change,
  type Conflict,
  changesSince,
  conflictKey,
  type MergeChoice,
  type MergeChoices,
  type MergeOpening,
  merge,
  type OrderConflict,
  openedSlices,
} from '../../../network/rule-sets/merge.ts';
import type { Rule, VersionedRuleSet } from '../../../network/rule-sets/rule-set.ts';
import { ruleText } from '../../../network/rule-sets/text.ts';
import { useT } from '../../i18n/index.ts';
import { useSlices } from '../../lib/use-slices.ts';
import { Button } from '../../ui/button.tsx';
import { RadioCards } from '../../ui/choice.tsx';
import { SidePanel } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/status.tsx';
import { packetText } from './consequences.tsx';
import { Comparison, RuleWords } from './diff-list.tsx';
import { useRuleKind } from './kind.ts';
import type { RuleReferences } from './use-references.ts';

interface MergeViewProps {
  readonly draft: Draft;
  readonly theirs: VersionedRuleSet;
  readonly known: RuleReferences;
  readonly onClose: () => void;
  readonly onMerged: (draft: Draft) => void;
}

/** Three sets of rules side by side: what both began with, what others made of it, what the draft makes of it. */
export function MergeView({ draft, theirs, known, onClose, onMerged }: MergeViewProps) {
  const t = useT();
  const { versioned } = useRuleKind();
  const [choices, setChoices] = useState<MergeChoices>(new Map());
  const mine = useMemo(() => wantedBy(draft), [draft]);
  const { draft: merged, conflicts, orders } = useMemo(() => merge(draft, theirs, choices), [draft, theirs, choices]);
  const result = useMemo(() => wantedBy(merged), [merged]);
  const opened = useSlices(
    useCallback(() => openedSlices({ mine, theirs }, result, known.references), [mine, theirs, result, known.references]),
  );
  const choose = (key: string, choice: MergeChoice): void => setChoices(new Map(choices).set(key, choice));
  const open = [...conflicts.map(conflictKey), ...orders.map(({ key }) => key)].filter((key) => !choices.has(key)).length;
  return (
    <SidePanel
      size="lg"
      title={t('rules.mergeTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            disabledReason={open > 0 ? t('rules.chooseFirst', { n: open }) : opened === null ? t('ui.loading') : undefined}
            onClick={() => onMerged(merged)}
          >
            {t('rules.takeMerged')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p>{versioned ? t('rules.mergeBody', { base: draft.base.version, theirs: theirs.version }) : t('rules.mergeBodyPlain')}</p>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Side
            title={versioned ? t('rules.theirChanges', { version: theirs.version }) : t('rules.theirChangesPlain')}
            changes={changesSince(draft.base, theirs)}
            known={known}
          />
          <Side title={t('rules.myChanges')} changes={changesSince(draft.base, mine)} known={known} />
        </div>
        {opened?.map((one) => (
          <OpenedNotice key={one.direction} opened={one} />
        ))}
        {orders.length > 0 && (
          <section className="flex flex-col gap-3">
            <h3>{t('rules.orderConflicts')}</h3>
            <p className="text-muted">{t('rules.orderConflictsBody')}</p>
            {orders.map((conflict) => (
              <OrderChoice
                key={conflict.key}
                conflict={conflict}
                choice={choices.get(conflict.key)}
                onChoose={(choice) => choose(conflict.key, choice)}
              />
            ))}
          </section>
        )}
        {conflicts.length > 0 && (
          <section className="flex flex-col gap-3">
            <h3>{t('rules.conflicts')}</h3>
            {conflicts.map((conflict) => (
              <ConflictChoice
                key={conflictKey(conflict)}
                conflict={conflict}
                choice={choices.get(conflictKey(conflict))}
                onChoose={(choice) => choose(conflictKey(conflict), choice)}
              />
            ))}
          </section>
        )}
        <Comparison
          title={versioned ? t('rules.mergedResult', { version: theirs.version }) : t('rules.mergedResultPlain')}
          before={theirs}
          after={result}
          known={known}
        />
      </div>
    </SidePanel>
  );
}

interface SideProps {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly known: RuleReferences;
}

function Side({ title, changes, known }: SideProps) {
  const t = useT();
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h3>{title}</h3>
      {changes.length === 0 && <p className="text-muted">{t('rules.onlyOrder')}</p>}
      <ul className="flex flex-col divide-y divide-line rounded border border-line empty:hidden">
        {changes.map(({ direction, was, now }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the changes of one comparison never move
          <li key={at} className="flex flex-col gap-0.5 px-3 py-1.5">
            <span className="text-muted text-xs">
              {t(`rules.${direction}`)} ·{' '}
              {t(was === null ? 'rules.diff.added' : now === null ? 'rules.diff.removed' : 'rules.diff.changed')}
            </span>
            {was && (
              <del className={now ? 'text-muted' : ''}>
                <RuleWords rule={was} known={known} />
              </del>
            )}
            {now && <RuleWords rule={now} known={known} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ConflictChoiceProps {
  readonly conflict: Conflict;
  readonly choice: MergeChoice | undefined;
  readonly onChoose: (choice: MergeChoice) => void;
}

interface SideChoiceProps {
  readonly label: string;
  readonly theirs: string;
  readonly mine: string;
  readonly choice: MergeChoice | undefined;
  readonly onChoose: (choice: MergeChoice) => void;
}

/** One thing that both sides have differently, of which one is taken. */
function SideChoice({ label, theirs, mine, choice, onChoose }: SideChoiceProps) {
  const t = useT();
  return (
    <>
      <p className="font-medium">{label}</p>
      <RadioCards
        label={label}
        value={choice}
        onChange={onChoose}
        options={[
          { value: 'theirs', label: t('rules.keepTheirs'), detail: theirs },
          { value: 'mine', label: t('rules.keepMine'), detail: mine },
        ]}
      />
    </>
  );
}

function ConflictChoice({ conflict, ...rest }: ConflictChoiceProps) {
  const t = useT();
  const words = (rule: Rule | null): string => (rule ? ruleText(rule) : t('rules.gone'));
  const label = `${t(`rules.${conflict.direction}`)} ${conflict.base + 1}: ${ruleText(conflict.was)}`;
  return (
    <div className="flex flex-col gap-1">
      <SideChoice label={label} theirs={words(conflict.theirs)} mine={words(conflict.mine)} {...rest} />
    </div>
  );
}

interface OrderChoiceProps {
  readonly conflict: OrderConflict;
  readonly choice: MergeChoice | undefined;
  readonly onChoose: (choice: MergeChoice) => void;
}

/** Two orders of the same rules, of which one is taken. */
function OrderChoice({ conflict, ...rest }: OrderChoiceProps) {
  const t = useT();
  const label = t('rules.orderOf', { direction: t(`rules.${conflict.direction}`), n: conflict.mine.length });
  const lines = (rules: readonly Rule[]): string => rules.map((rule, at) => `${at + 1}. ${ruleText(rule)}`).join('\n');
  return (
    <div className="flex flex-col gap-1 whitespace-pre-line">
      <SideChoice label={label} theirs={lines(conflict.theirs)} mine={lines(conflict.mine)} {...rest} />
    </div>
  );
}

/** Neither side nor the base lets these packets through; together they would. */
function OpenedNotice({ opened: { direction, parts, more, sample } }: { readonly opened: MergeOpening }) {
  const t = useT();
  return (
    <Notice meaning="danger" title={t('rules.openedByMerge', { direction: t(`rules.${direction}`) })}>
      <code>{parts.join(', ')}</code> {more > 0 && t('kit.andMore', { n: more })}
      <p>{t('rules.openedExample', { packet: packetText(sample) })}</p>
    </Notice>
  );
}
