import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, use } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import { limitTypes } from '../../../catalogue/families/account/index.ts';
import { numberedQuotas } from '../../../catalogue/families/quotas.ts';
import { type FamilyModule, loadFamily } from '../../../catalogue/lazy.ts';
import { loadText } from '../../../catalogue/text/load.ts';
import { valueText } from '../../../catalogue/text/shape.ts';
import { listOptions } from '../../api/query.ts';
import { callOptions } from '../../api/single.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import type { FormValues } from '../../lib/form.ts';
import { consumedBy, limitIn } from '../../lib/quotas.ts';
import { useScope } from '../../lib/scope.ts';
import { Notice } from '../../ui/status.tsx';

interface QuotaNoteProps {
  readonly family: Family;
  readonly values: FormValues;
}

type LimitType = (typeof limitTypes)[number];

/** Those that the documents number: today's cloud is asked for them by their names, as the binding says. */
const isTold = (type: number): type is LimitType => limitTypes.some((known) => known === type);

/** The limits that a new resource of the family comes up against, exact as today's cloud tells them: "7 of 10 used". */
export function QuotaNote({ family, values }: QuotaNoteProps): ReactNode {
  const module = use(loadFamily(family));
  const types = Object.entries(numberedQuotas)
    .filter(([, quota]) => quota.family === family && quota.counts === undefined)
    .map(([type]) => Number(type))
    .filter(isTold);
  if (types.length === 0) return null;
  // What is not told is left out: a form waits for no limit.
  return (
    <Suspense fallback={null}>
      <Notes module={module} types={types} values={values} />
    </Suspense>
  );
}

interface NotesProps {
  readonly module: FamilyModule;
  readonly types: readonly LimitType[];
  readonly values: FormValues;
}

function Notes({ module, types, values }: NotesProps) {
  const scope = useScope();
  const text = use(loadText(useLanguage(), 'account'));
  const limits = useQuery(callOptions(scope, 'account', 'vpc2017:DescribeVpcLimit', { type: [...types] }));
  const list = useQuery(listOptions(scope, module));
  if (!limits.data || !list.data?.complete) return null;
  return types.map((type) => {
    const used = consumedBy(type, list.data.rows, values);
    const limit = limitIn(limits.data.data.data?.limit, type);
    if (used === null || limit === null) return null;
    return <Note key={type} label={valueText(text, 'vpc2017:DescribeVpcLimit', 'type', type)} used={used} limit={limit} />;
  });
}

function Note({ label, used, limit }: { readonly label: string; readonly used: number; readonly limit: number }) {
  const t = useT();
  const words = t('kit.form.quota', { label, used, limit });
  if (used < limit) return <p className="text-muted text-xs">{words}</p>;
  return <Notice live meaning="warning" title={words} />;
}
