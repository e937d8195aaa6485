import { use } from 'react';
import { explanationOf, loadErrorsFor } from '../../../catalogue/text/explain.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { Code } from '../../ui/copy.tsx';
import { Card } from '../../ui/parts.tsx';

/** The errors that the action's own table documents, each with what it means and what to do. */
export function ErrorsCard({ codes }: { readonly codes: readonly string[] }) {
  const t = useT();
  const texts = use(loadErrorsFor(codes, useLanguage()));
  return (
    <Card title={t('explorer.errors')} flush={codes.length > 0}>
      {codes.length === 0 ? (
        <p className="text-muted">{t('explorer.noErrors')}</p>
      ) : (
        <dl>
          {codes.map((code) => {
            const words = explanationOf(texts, code);
            return (
              <div key={code} className="grid gap-x-4 border-line border-b px-4 py-2 last:border-b-0 lg:grid-cols-[22rem_1fr]">
                <dt className="min-w-0 break-all">
                  <Code>{code}</Code>
                </dt>
                <dd>
                  {words?.means} {words && <span className="text-muted">{words.todo}</span>}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </Card>
  );
}
