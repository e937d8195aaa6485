/** What somebody else changed while a form was open, beside what is entered: nothing is written until it is decided. */
import { useEffect, useRef, useState } from 'react';
import { type FamilyText, fieldText } from '../../../catalogue/text/shape.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import { isBlank } from '../../lib/form.ts';
import type { Clash, ClashChoice } from '../../lib/three-way.ts';
import { Button } from '../../ui/button.tsx';
import { RadioCards } from '../../ui/choice.tsx';
import { Notice } from '../../ui/status.tsx';
import { ErrorPlace } from '../error-place.tsx';
import { dots } from '../words.ts';
import type { Form } from './use-form.ts';

interface StoppedViewProps {
  readonly form: Form;
  /** "vpc:ModifyVpcAttribute" */
  readonly name: string;
  readonly text: FamilyText;
  /** Paths that are never shown in clear. */
  readonly secret: (path: string) => boolean;
}

/** Why nothing was written. */
export function StoppedView({ form, ...words }: StoppedViewProps) {
  const t = useT();
  const { conflict } = form;
  if (conflict === null) return null;
  if (conflict.kind === 'unread') return <ErrorPlace live error={conflict.error} title={t('kit.form.notReadAgain')} />;
  if (conflict.kind === 'gone') {
    return (
      <Notice live meaning="danger" title={t('kit.form.goneMeanwhile')}>
        {t('kit.form.goneMeanwhileBody')}
      </Notice>
    );
  }
  return <ChangedView key={JSON.stringify(conflict.clashes)} form={form} clashes={conflict.clashes} {...words} />;
}

function ChangedView({ form, clashes, name, text, secret }: StoppedViewProps & { readonly clashes: readonly Clash[] }) {
  const t = useT();
  const place = useRef<HTMLElement>(null);
  const [choices, setChoices] = useState<Readonly<Record<string, ClashChoice>>>({});
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const open = clashes.filter((clash) => isOurs(clash) && choices[clash.path] === undefined);
  const words = (clash: Clash, value: unknown): string => (secret(clash.path) && !isBlank(value) ? dots : wordsOf(value, t));
  const labelOf = (path: string): string => fieldText(text, name, path).label;
  return (
    <section ref={place} tabIndex={-1} aria-label={t('kit.form.changedMeanwhile')}>
      <Notice
        live
        meaning="warning"
        title={t('kit.form.changedMeanwhile')}
        actions={
          <>
            <Button
              size="sm"
              onClick={() => form.settle(choices)}
              disabledReason={open.length > 0 ? t('kit.form.chooseFirst', { name: labelOf(open[0]?.path ?? '') }) : undefined}
            >
              {t('kit.form.goOn')}
            </Button>
            <Button size="sm" onClick={form.startOver}>
              {t('kit.form.startOver')}
            </Button>
          </>
        }
      >
        <p>{t('kit.form.changedMeanwhileBody')}</p>
        <div className="mt-2 flex flex-col gap-3">
          {clashes.map((clash) => (
            <div key={clash.path} className="flex flex-col gap-1.5">
              <h4 className="font-medium">{labelOf(clash.path)}</h4>
              <p className="whitespace-pre-wrap break-words text-muted">
                {t('kit.form.versionBegan', { value: words(clash, clash.base) })}
              </p>
              {isOurs(clash) ? (
                <RadioCards<ClashChoice>
                  label={t('kit.form.whichVersion', { name: labelOf(clash.path) })}
                  value={choices[clash.path]}
                  onChange={(choice) => setChoices((now) => ({ ...now, [clash.path]: choice }))}
                  options={[
                    { value: 'theirs', label: t('kit.form.versionTheirs'), detail: words(clash, clash.theirs) },
                    { value: 'mine', label: t('kit.form.versionMine'), detail: words(clash, clash.mine) },
                    ...(clash.both === undefined
                      ? []
                      : [{ value: 'both' as const, label: t('kit.form.versionBoth'), detail: words(clash, clash.both) }]),
                  ]}
                />
              ) : (
                <p className="whitespace-pre-wrap break-words">{t('kit.form.versionNow', { value: words(clash, clash.theirs) })}</p>
              )}
            </div>
          ))}
        </div>
      </Notice>
    </section>
  );
}

const isOurs = (clash: Clash): boolean => Object.hasOwn(clash, 'mine');

/** A value in one text: a list by its items, a structure by its parts. */
function wordsOf(value: unknown, t: Translate): string {
  if (isBlank(value)) return t('kit.noValue');
  if (Array.isArray(value)) return value.map((item) => wordsOf(item, t)).join(', ');
  if (typeof value === 'boolean') return t(value ? 'kit.yes' : 'kit.no');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value as object)
    .filter(([, part]) => !isBlank(part))
    .map(([part, of]) => `${part}: ${wordsOf(of, t)}`)
    .join(' · ');
}
