import { X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import { IconButton } from '../ui/button.tsx';

interface MapPanelProps {
  readonly title: string;
  /** What can be done with it: in sight however long the rest is. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is selected on a map: beside the picture where there is room (`MapWithPanel`), else a sheet over its foot. */
export function MapPanel({ title, actions, onClose, children }: MapPanelProps) {
  const t = useT();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // A dialog or a menu of the panel closes itself alone.
    if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return;
    if (event.target.closest('dialog, [popover], [role="menu"]')) return;
    event.preventDefault();
    onClose();
  };
  return (
    <section
      aria-label={title}
      data-map-panel
      onKeyDown={onKeyDown}
      className="no-print @container sticky bottom-0 z-1 flex max-h-[40vh] flex-col gap-3 overflow-auto rounded-md border border-line bg-raised p-3 shadow-float min-[1100px]:top-2 min-[1100px]:bottom-auto min-[1100px]:max-h-[calc(100dvh-6rem)] min-[1100px]:w-[312px] min-[1100px]:shrink-0 min-[1100px]:self-start min-[1100px]:shadow-none"
    >
      <header className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 break-words text-base">{title}</h2>
        <IconButton size="sm" label={t('maps.close')} icon={<X aria-hidden="true" className="size-3.5" />} onClick={onClose} />
      </header>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      {children}
    </section>
  );
}

export type Facts = readonly (readonly [string, ReactNode])[];

export const FactList = ({ facts }: { readonly facts: Facts }) => (
  <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 @2xl:flex @2xl:flex-wrap @2xl:gap-x-6">
    {facts.map(([label, value]) => (
      <div key={label} className="contents @2xl:flex @2xl:gap-2">
        <dt className="text-muted">{label}</dt>
        <dd className="min-w-0 break-words">{value}</dd>
      </div>
    ))}
  </dl>
);
