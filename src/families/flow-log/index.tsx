import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { FlowLogDetail } from './detail.tsx';
import { FlowLogList } from './list.tsx';

const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateFlowLog }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditFlowLog }));

export const Pages = () => <FamilyPages List={FlowLogList} Detail={FlowLogDetail} Create={Create} Edit={Edit} />;
export { ContainedFlowLogs as Contained } from './list.tsx';
