import type { ReactNode } from 'react';
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { OneContext } from './one.tsx';

interface WithOneProps {
  readonly id: string;
  readonly children: (row: NetworkInterface) => ReactNode;
}

/** A form about one interface, which its controls know too. */
export const WithOne = ({ id, children }: WithOneProps) => (
  <OnePanel family="eni" id={id}>
    {(row) => <OneContext value={row}>{children(row)}</OneContext>}
  </OnePanel>
);
