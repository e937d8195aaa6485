import type { FamilyRef } from '../../../catalogue/define.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { SidePanel } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/status.tsx';
import { useLeave } from './leave.ts';

/** In the place of a form whose link somebody sent to an account that lacks its operation: why there is none. */
export function LackingPanel({ family, id, reason }: { readonly family: FamilyRef; readonly id: string; readonly reason: string }) {
  const leave = useLeave(family, false, paths.detail(family, id, useScope()));
  return (
    <SidePanel title={id} onClose={leave.ask}>
      <Notice meaning="neutral" title={reason} />
    </SidePanel>
  );
}
