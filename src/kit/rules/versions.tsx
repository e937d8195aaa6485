import { useState } from 'react';
import { sameSet, type VersionedRuleSet } from '../../../network/rule-sets/rule-set.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { SidePanel } from '../../ui/dialog.tsx';
import { Comparison } from './diff-list.tsx';
import type { SeenVersion } from './draft-storage.ts';
import { useRuleKind } from './kind.ts';
import type { RuleReferences } from './use-references.ts';

interface VersionsProps {
  readonly history: readonly SeenVersion[];
  readonly live: VersionedRuleSet;
  readonly known: RuleReferences;
  readonly onClose: () => void;
  readonly onRestore: (rules: VersionedRuleSet) => void;
}

/** The versions of the rules that this browser has seen: compared with what is live, and brought back as a draft. */
export function Versions({ history, live, known, onClose, onRestore }: VersionsProps) {
  const t = useT();
  const { versioned } = useRuleKind();
  const formats = useFormats();
  const [chosen, setChosen] = useState<SeenVersion | undefined>(history.find((seen) => !sameSet(seen, live)) ?? history[0]);
  const same = !chosen || sameSet(chosen, live);
  return (
    <SidePanel
      size="lg"
      title={t('rules.versionsTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.close')}</Button>
          <Button variant="primary" disabledReason={same ? t('rules.isLive') : undefined} onClick={() => chosen && onRestore(chosen)}>
            {t('rules.restore')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="text-muted">{t('rules.versionsBody')}</p>
        <ul aria-label={t('rules.versions')} className="flex max-h-60 flex-col overflow-y-auto rounded border border-line">
          {history.map((seen) => (
            <li key={`${seen.version} ${seen.at}`}>
              <button
                type="button"
                aria-pressed={seen === chosen}
                onClick={() => setChosen(seen)}
                className="flex min-h-8 w-full flex-wrap items-center gap-x-3 px-3 py-1 text-start hover:bg-hover aria-pressed:bg-accent-soft"
              >
                {versioned && <span className="font-medium">{t('rules.version', { version: seen.version })}</span>}
                <span className="text-muted">{formats.dateTime(new Date(seen.at))}</span>
                <span className="text-muted">{t('rules.ruleCounts', { in: seen.ingress.length, out: seen.egress.length })}</span>
                {seen.how === 'applied' && <span className="text-muted">{t('rules.appliedHere')}</span>}
                {sameSet(seen, live) && <span className="text-good">{t('rules.isLive')}</span>}
              </button>
            </li>
          ))}
        </ul>
        {chosen && !same && (
          <Comparison
            title={versioned ? t('rules.comparedRules', { version: chosen.version, live: live.version }) : t('rules.comparedRulesPlain')}
            before={live}
            after={chosen}
            known={known}
          />
        )}
      </div>
    </SidePanel>
  );
}
