import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../i18n/index.ts';
import { ErrorPlace } from '../kit/error-place.tsx';
import { Button } from '../ui/button.tsx';
import { Code } from '../ui/copy.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { Status } from '../ui/status.tsx';
import { type AddStep, type LackingTable, useAddRoutes } from './use-add-routes.ts';

interface AddRoutesProps {
  readonly peering: string;
  /** Tables of both sides; those that this console cannot write are not among them. */
  readonly tables: readonly LackingTable[];
  /** What a person calls a table or a VPC. */
  readonly called: (id: string) => string;
}

const countOf = (tables: readonly LackingTable[]): number => tables.reduce((sum, { destinations }) => sum + destinations.length, 0);

/** All routes that a peering lacks, on both sides, by one button: shown first, then added, and told of each table. */
export function AddRoutes({ peering, tables, called }: AddRoutesProps) {
  const t = useT();
  // As they were when the button was pressed: what has been added is told to its end.
  const [asked, setAsked] = useState<readonly LackingTable[] | null>(null);
  return (
    <>
      {tables.length > 0 && (
        <Button size="sm" variant="primary" icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => setAsked(tables)}>
          {t('maps.addAll', { n: countOf(tables) })}
        </Button>
      )}
      {asked && <Review peering={peering} tables={asked} called={called} onClose={() => setAsked(null)} />}
    </>
  );
}

function Review({ peering, tables, called, onClose }: AddRoutesProps & { readonly onClose: () => void }) {
  const t = useT();
  const { steps, running, start, stop } = useAddRoutes(peering);
  const failed = tables.filter(({ id }) => steps.get(id)?.state === 'failed');
  const left = tables.filter(({ id }) => !steps.has(id));
  return (
    <Dialog
      alert
      title={t('maps.addAllTitle', { name: called(peering) })}
      onClose={() => (running ? stop() : onClose())}
      footer={
        <>
          {running ? (
            <Button onClick={stop}>{t('kit.delete.stop')}</Button>
          ) : (
            <Button onClick={onClose}>{t(steps.size > 0 ? 'ui.close' : 'ui.cancel')}</Button>
          )}
          {failed.length > 0 && !running && <Button onClick={() => void start(failed)}>{t('kit.delete.retryFailed')}</Button>}
          {left.length > 0 && (
            <Button variant="primary" pending={running} onClick={() => void start(left)}>
              {t('maps.addAllGo', { n: countOf(left) })}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-muted">{t('maps.addAllLead')}</p>
        <ul aria-label={t('maps.addAllTables')} className="flex flex-col divide-y divide-line rounded border border-line">
          {tables.map((table) => (
            <li key={table.id} className="flex flex-col gap-1 px-3 py-2">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <bdi className="font-semibold">{called(table.id)}</bdi>
                <Code muted>{table.id}</Code>
                <span className="text-muted">
                  {called(table.vpc)} · {t('maps.subnets', { n: table.subnets })}
                </span>
              </p>
              <p className="flex flex-wrap gap-x-3">
                {table.destinations.map((destination) => (
                  <Code key={destination}>{destination}</Code>
                ))}
              </p>
              <Outcome step={steps.get(table.id)} called={called} />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

/** What came of one table: what was added, what was there, and what is left as it is. */
function Outcome({ step, called }: { readonly step: AddStep | undefined } & Pick<AddRoutesProps, 'called'>) {
  const t = useT();
  if (!step) return null;
  if (step.state === 'running') return <Spinner label={t('maps.adding')} />;
  if (step.state === 'gone') return <Status meaning="neutral">{t('kit.delete.stateVanished')}</Status>;
  if (step.state === 'failed') return <ErrorPlace live error={step.error} title={t('maps.addFailed')} />;
  return (
    <>
      {step.add.length > 0 && <Status meaning="good">{t('maps.added', { n: step.add.length })}</Status>}
      {step.present.map((destination) => (
        <Status key={destination} meaning="neutral">
          {t('maps.addThere', { destination })}
        </Status>
      ))}
      {step.elsewhere.map(({ DestinationCidrBlock: destination, GatewayId }) => (
        <Status key={destination} meaning="warning">
          {t('maps.addElsewhere', { destination, gateway: called(GatewayId) })}
        </Status>
      ))}
    </>
  );
}
