import type { ActionData } from '../../catalogue/define.ts';
import { useSpokenCall } from '../api/spoken-call.ts';
import { useT } from '../i18n/index.ts';
import { callText } from '../lib/call-text.ts';
import { coverSecrets } from '../lib/covered.ts';
import type { Params } from '../lib/family.ts';
import { useDialect, useScope } from '../lib/scope.ts';
import { Code, Copy } from '../ui/copy.tsx';
import { dots } from './words.ts';

export interface CallViewProps {
  /** "vpc:DescribeVpcs" */
  readonly name: string;
  readonly action: ActionData;
  /** Several are one call, where the account's API can do so. */
  readonly params: Params | readonly [Params, ...Params[]];
  readonly requestId?: string | null;
}

/** The exact call behind a page or a form, to be learned from and copied. */
export function CallView({ requestId, ...operation }: CallViewProps) {
  const t = useT();
  const scope = useScope();
  const { name, action, params } = useSpokenCall(scope, operation.name, operation.action, operation.params);
  const text = callText(name, action, coverSecrets(action.params, params, dots), { region: scope.region, dialect: useDialect() });
  return (
    <div className="flex flex-col gap-2">
      <div className="relative">
        <section
          aria-label={t('kit.call.title')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="overflow-x-auto rounded border border-line bg-canvas p-3 pr-10"
        >
          <pre className="text-xs leading-5">{text}</pre>
        </section>
        <span className="absolute top-2 right-2">
          <Copy text={text} label={t('kit.call.copy')} />
        </span>
      </div>
      <p className="text-muted text-xs">{t('kit.call.unsigned')}</p>
      {requestId && (
        <p className="text-muted text-xs">
          {t('kit.call.answered')} <Code copy>{requestId}</Code>
        </p>
      )}
    </div>
  );
}
