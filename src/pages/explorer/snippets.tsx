import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { useConsole } from '../../lib/scope.ts';
import { Card } from '../../ui/parts.tsx';
import { Block, Choice } from './block.tsx';
import type { CodeCall } from './code/call.ts';
import { goCode } from './code/go.ts';
import { nodeCode } from './code/node.ts';
import { pythonCode } from './code/python.ts';
import { shellCode } from './code/shell.ts';
import { formsOf, type RequestForm, requestText } from './request.ts';

/** The request as it travels, with placeholders for what only the server has. */
export function RequestCard({ call }: { readonly call: CodeCall }) {
  const t = useT();
  const info = useConsole();
  const forms = formsOf(call);
  const [chosen, setChosen] = useState<RequestForm>('json');
  const form = forms.includes(chosen) ? chosen : 'form';
  return (
    <Card
      title={t('explorer.request')}
      actions={
        forms.length > 1 && (
          <Choice
            label={t('explorer.requestForm')}
            value={form}
            onChange={setChosen}
            options={forms.map((value) => ({ value, label: t(`explorer.form.${value}`) }))}
          />
        )
      }
    >
      <div className="flex flex-col gap-2">
        <Block label={t('explorer.request')} text={requestText(call, form, info?.endpoints[call.service])} />
        <p className="text-muted text-xs">{t(form === 'json' || forms.length === 1 ? 'explorer.requestSent' : 'explorer.requestOther')}</p>
      </div>
    </Card>
  );
}

const languages = {
  shell: { label: 'Shell', write: shellCode },
  node: { label: 'Node.js', write: nodeCode },
  python: { label: 'Python', write: pythonCode },
  go: { label: 'Go', write: goCode },
} as const;

type CodeLanguage = keyof typeof languages;

/** The same call as code. It speaks to the public cloud and takes its keys from the environment. */
export function CodeCard({ call }: { readonly call: CodeCall }) {
  const t = useT();
  const [language, setLanguage] = useState<CodeLanguage>('shell');
  const { label, write } = languages[language];
  const text = write(call);
  return (
    <Card
      title={t('explorer.code')}
      actions={
        <Choice
          label={t('explorer.codeLanguage')}
          value={language}
          onChange={setLanguage}
          options={(Object.keys(languages) as CodeLanguage[]).map((value) => ({ value, label: languages[value].label }))}
        />
      }
    >
      <div className="flex flex-col gap-2">
        {text === null ? <p>{t('explorer.noShell')}</p> : <Block label={`${t('explorer.code')}: ${label}`} text={text} />}
        <p className="text-muted text-xs">{t('explorer.codeHint')}</p>
      </div>
    </Card>
  );
}
