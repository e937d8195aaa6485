/** What every kind looked at, and of what it could not tell. */
import { kindsOfFindings } from '../../../network/findings/all-kinds.ts';
import type { Doubt, FindingsReport } from '../../../network/findings/finding.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { Why } from '../../network-model/paths/hop-words.tsx';
import { Thing } from '../../network-model/thing.tsx';
import type { Network } from '../../network-model/use-network.ts';
import { Card } from '../../ui/parts.tsx';
import { kindName } from './words.ts';

const few = 8;

export function LookedAt({ network, report }: { readonly network: Network; readonly report: FindingsReport }) {
  const t = useT();
  const formats = useFormats();
  const counts = new Map<string, number>();
  for (const { kind } of report.findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return (
    <Card flush title={t('findings.lookedAt')}>
      <div className="overflow-x-auto">
        <table className="w-full text-start">
          <thead>
            <tr className="border-line border-b text-muted text-xs">
              <th className="px-4 py-1.5 text-start font-normal">{t('findings.column.kind')}</th>
              <th className="px-4 py-1.5 text-end font-normal">{t('findings.column.looked')}</th>
              <th className="px-4 py-1.5 text-end font-normal">{t('findings.column.found')}</th>
              <th className="px-4 py-1.5 text-start font-normal">{t('findings.column.doubts')}</th>
            </tr>
          </thead>
          <tbody>
            {kindsOfFindings.map(({ id }) => {
              const told = report.kinds.find(({ kind }) => kind === id);
              return (
                <tr key={id} className="border-line border-b align-top">
                  <td className="px-4 py-1.5">{kindName(t, id)}</td>
                  <td className="px-4 py-1.5 text-end tabular-nums">{formats.number(told?.looked ?? 0)}</td>
                  <td className="px-4 py-1.5 text-end tabular-nums">{formats.number(counts.get(id) ?? 0)}</td>
                  <td className="px-4 py-1.5">{told && told.doubts.length > 0 && <Doubts network={network} doubts={told.doubts} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Doubts({ network, doubts }: { readonly network: Network; readonly doubts: readonly Doubt[] }) {
  const formats = useFormats();
  const t = useT();
  return (
    <details>
      <summary className="cursor-pointer tabular-nums">{formats.number(doubts.length)}</summary>
      <ul className="flex flex-col gap-1 py-1">
        {doubts.slice(0, few).map(({ thing, reason }, at) => (
          // Doubts never change places: the list is made anew as a whole.
          // biome-ignore lint/suspicious/noArrayIndexKey: one thing may be in doubt twice for the same reason
          <li key={at}>
            <Thing network={network} id={thing.id} />{' '}
            <span className="text-muted">
              <Why network={network} reason={reason} />
            </span>
          </li>
        ))}
        {doubts.length > few && <li className="text-muted">{t('findings.moreSymptoms', { n: doubts.length - few })}</li>}
      </ul>
    </details>
  );
}
