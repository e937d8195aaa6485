import type { FamilyRef } from '../../../catalogue/define.ts';
import { isRecord } from '../../../catalogue/values.ts';
import type { OneState } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { isOldId, requireOperation, rowFields } from '../../lib/family.ts';
import type { UnreadableRow } from '../../lib/unreadable.ts';
import { Code } from '../../ui/copy.tsx';
import { Page } from '../../ui/page.tsx';
import { Card, KeyValue } from '../../ui/parts.tsx';
import { Notice } from '../../ui/status.tsx';
import { CallButton } from '../call-button.tsx';
import { FieldValue } from '../field-value.tsx';
import { Refresh } from '../list/toolbar.tsx';
import { PartBoundary, UnreadableMark, UnreadablePart, UnreadableValue } from '../unreadable.tsx';
import { UnreadableProblems } from '../unreadable-problems.tsx';
import { RawJson } from '../unreadable-row.tsx';
import { capital, useFamily } from '../words.ts';
import { Further } from './properties.tsx';

interface UnreadableDetailProps {
  readonly family: FamilyRef;
  readonly id: string;
  readonly one: Pick<OneState<object>, 'at' | 'refreshing' | 'refresh' | 'call' | 'requestId'>;
  readonly odd: UnreadableRow;
}

/** The page of a resource whose row cannot be read whole: what is wrong with it, what can be read, and all that came. */
export function UnreadableDetail({ family, id, one, odd }: UnreadableDetailProps) {
  const t = useT();
  const { module, text, label } = useFamily(family);
  const list = requireOperation(module, 'list');
  const fields = rowFields(list.data);
  const raw = isRecord(odd.raw) ? odd.raw : {};
  const bad = (name: string): boolean => odd.problems.some(({ path }) => path === name || path.startsWith(`${name}.`));
  const items = Object.entries(fields)
    .filter(([name]) => !isOldId(fields, name))
    .map(([name, field]) => ({
      key: name,
      name,
      label: label(name),
      value: bad(name) ? <UnreadableValue /> : <FieldValue family={family} name={name} field={field} value={raw[name]} />,
    }));
  const title = odd.name || id;
  return (
    <Page
      title={<bdi>{title}</bdi>}
      documentTitle={`${title} · ${capital(text.one)}`}
      beside={
        <>
          {odd.name && (
            <Code muted copy>
              {id}
            </Code>
          )}
          <UnreadableMark />
        </>
      }
      actions={
        <>
          <Refresh at={one.at} refreshing={one.refreshing} onRefresh={one.refresh} />
          <CallButton name={list.name} action={list.data} params={one.call.params} requestId={one.requestId} />
        </>
      }
    >
      <Notice meaning="warning" title={t('kit.unreadable.title')}>
        <p>{t('kit.unreadable.body')}</p>
        <UnreadableProblems problems={odd.problems} />
      </Notice>
      <PartBoundary resetKey={odd} instead={<UnreadablePart />}>
        <Card title={t('kit.properties')}>
          <KeyValue items={items} />
        </Card>
        <Further fields={fields} row={raw} />
      </PartBoundary>
      <Card title={t('kit.unreadable.json')}>
        <RawJson raw={odd.sent} fields={fields} />
      </Card>
    </Page>
  );
}
