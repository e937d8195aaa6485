import { Suspense, use } from 'react';
import { type ActionData, isRead } from '../../../catalogue/define.ts';
import type { FamilyModule } from '../../../catalogue/lazy.ts';
import { loadText } from '../../../catalogue/text/load.ts';
import type { FamilyText } from '../../../catalogue/text/shape.ts';
import { encode, spelledIn } from '../../../catalogue/wire.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { useBarred } from '../../kit/words.ts';
import { useConsole, useDialect, useScope } from '../../lib/scope.ts';
import { Code } from '../../ui/copy.tsx';
import { Page } from '../../ui/page.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Badge, Notice } from '../../ui/status.tsx';
import { AnswerCard } from './answer.tsx';
import { codeCall } from './code/call.ts';
import { ErrorsCard } from './errors-card.tsx';
import { withoutSecrets } from './params.ts';
import { ParamsForm } from './params-form.tsx';
import { CodeCard, RequestCard } from './snippets.tsx';
import { useCall } from './use-call.ts';

interface ActionPageProps {
  readonly name: string;
  /** Null: no family describes it. */
  readonly module: FamilyModule | null;
  readonly action: ActionData;
}

/** Names stand for themselves. */
const noWords: FamilyText = { one: '', many: '', counted: '', what: '', actions: {}, fields: {} };

/** One action: its form, its request, its answer, its errors, and code that makes the call. */
export function ActionPage({ name, module, action }: ActionPageProps) {
  const t = useT();
  const scope = useScope();
  const language = useLanguage();
  const text = module ? use(loadText(language, module.data.family)) : noWords;
  const call = useCall(module, name, action);
  const barred = useBarred(module?.data.family);
  const words = text.actions[name];
  // Some parameters have another name where the account speaks today's API.
  const shown = spelledIn(
    useDialect(),
    action,
    withoutSecrets(action.params, encode(action, call.params), (param) => `<${param}>`),
  );
  const code = codeCall(name, shown, scope.region);
  return (
    <Page
      title={words?.title ?? name.slice(name.indexOf(':') + 1)}
      documentTitle={`${words?.title ?? name} · ${name}`}
      beside={
        <>
          <Code muted copy>
            {name.split(':')[1] ?? name}
          </Code>
          <Badge>{t(`explorer.service.${code.data.protocol}`)}</Badge>
          <Badge meaning={isRead(action) ? 'good' : 'warning'}>{t(isRead(action) ? 'explorer.read' : 'explorer.write')}</Badge>
        </>
      }
      lead={words?.what}
    >
      {!module && <FurtherNotice />}
      {action.danger && (
        <Notice meaning={action.danger === 'destroys' ? 'danger' : 'warning'} title={t(`explorer.danger.${action.danger}`)} />
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <ParamsForm barred={isRead(action) ? undefined : barred} name={name} action={action} text={text} call={call} />
          {call.ending && <AnswerCard ending={call.ending} />}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <RequestCard call={code} />
          <CodeCard call={code} />
        </div>
      </div>
      {module && (
        <Suspense fallback={<Loading />}>
          <ErrorsCard codes={action.errors} />
        </Suspense>
      )}
    </Page>
  );
}

/** What is not known of an action that no family describes. */
function FurtherNotice() {
  const t = useT();
  const isDemo = useConsole()?.mode === 'demo';
  return (
    <Notice meaning="neutral" title={t('explorer.noPage')}>
      {t('explorer.noPageBody')} {isDemo && t('explorer.notSimulated')}
    </Notice>
  );
}
