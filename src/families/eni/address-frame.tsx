import type { ReactNode } from 'react';
import { useT } from '../../i18n/index.ts';
import { Card } from '../../ui/parts.tsx';

interface AddressFrameProps {
  readonly title: string;
  /** Headings, but for that of the menus at the end of the rows. */
  readonly headings: readonly string[];
  /** The rows. */
  readonly children: ReactNode;
}

/** A table of an interface's addresses, of either family. */
export function AddressFrame({ title, headings, children }: AddressFrameProps) {
  const t = useT();
  return (
    <Card flush title={title}>
      <div className="overflow-x-auto">
        <table className="grid-table">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
              <th scope="col" data-actions="">
                <span className="sr-only">{t('kit.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </Card>
  );
}
