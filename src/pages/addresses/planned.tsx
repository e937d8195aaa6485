import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { Select } from '../../ui/choice.tsx';
import { Code } from '../../ui/copy.tsx';
import { TextInput } from '../../ui/input.tsx';
import { Status } from '../../ui/status.tsx';
import { type PlannedSubnet, type Result, type Results, wantsWork } from './run.ts';

interface PlannedProps {
  readonly plan: readonly PlannedSubnet[];
  readonly results: Results;
  readonly zones: readonly string[];
  /** Absent while they are being made. */
  readonly onChange: ((plan: readonly PlannedSubnet[]) => void) | undefined;
}

/** The subnets of a plan, each with what became of it. */
export function Planned({ plan, results, zones, onChange }: PlannedProps) {
  const t = useT();
  const put = (cidr: string, change: Partial<PlannedSubnet>): void =>
    onChange?.(plan.map((one) => (one.cidr === cidr ? { ...one, ...change } : one)));
  return (
    <div className="table-scroll">
      <table className="grid-table stack-narrow">
        <caption className="sr-only">{t('addresses.plan')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('addresses.block')}</th>
            <th scope="col">{t('addresses.name')}</th>
            <th scope="col">{t('addresses.zone')}</th>
            <th scope="col">{t('addresses.result')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.map((one) => {
            const result = results.get(one.cidr);
            const editable = onChange !== undefined && wantsWork(result);
            return (
              <tr key={one.cidr}>
                <th scope="row">
                  <Code>{one.cidr}</Code>
                </th>
                <td>
                  {editable ? (
                    <TextInput
                      aria-label={`${t('addresses.name')} ${one.cidr}`}
                      value={one.name}
                      onChange={(name) => put(one.cidr, { name })}
                      className="min-w-40"
                    />
                  ) : (
                    one.name
                  )}
                </td>
                <td>
                  {editable ? (
                    <Select
                      aria-label={`${t('addresses.zone')} ${one.cidr}`}
                      value={one.zone}
                      onChange={(zone) => put(one.cidr, { zone })}
                      options={zones.map((zone) => ({ value: zone, label: zone }))}
                      className="min-w-40"
                    />
                  ) : (
                    <Code>{one.zone}</Code>
                  )}
                </td>
                <td>
                  <Outcome result={result} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Outcome({ result }: { readonly result: Result | undefined }) {
  const t = useT();
  if (result === undefined) return <span className="text-muted">{t('addresses.waiting')}</span>;
  if (result.state === 'running') return <Status meaning="pending">{t('addresses.running')}</Status>;
  if (result.state === 'done') return <Status meaning="good">{t('addresses.done')}</Status>;
  return result.error ? (
    <ErrorPlace error={result.error} title={t('addresses.failed')} live />
  ) : (
    <Status meaning="danger">{t('addresses.failed')}</Status>
  );
}
