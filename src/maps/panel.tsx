import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import { IconButton } from '../ui/button.tsx';

interface MapPanelProps {
  readonly title: string;
  /** What can be done with it: in sight however long the rest is. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is selected on a map: under the picture, so that nothing of it moves. */
export function MapPanel({ title, actions, onClose, children }: MapPanelProps) {
  const t = useT();
  return (
    <section
      aria-label={title}
      data-map-panel
      className="sticky bottom-0 z-1 flex max-h-[40vh] flex-col gap-3 overflow-auto rounded-md border border-line bg-raised p-3 shadow-float"
    >
      <header className="flex flex-wrap items-start gap-2">
        <h2 className="min-w-0 flex-1 break-words text-base">{title}</h2>
        {actions}
        <IconButton size="sm" label={t('maps.close')} icon={<X aria-hidden="true" className="size-3.5" />} onClick={onClose} />
      </header>
      {children}
    </section>
  );
}

export type Facts = readonly (readonly [string, ReactNode])[];

export const FactList = ({ facts }: { readonly facts: Facts }) => (
  <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 md:flex md:flex-wrap md:gap-x-6">
    {facts.map(([label, value]) => (
      <div key={label} className="contents md:flex md:gap-2">
        <dt className="text-muted">{label}</dt>
        <dd className="min-w-0 break-words">{value}</dd>
      </div>
    ))}
  </dl>
);
