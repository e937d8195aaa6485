import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { VpnConnectionDetail } from './detail.tsx';
import { VpnConnectionList } from './list.tsx';

const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateVpnConnection }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditVpnConnection }));

export const Pages = () => <FamilyPages List={VpnConnectionList} Detail={VpnConnectionDetail} Create={Create} Edit={Edit} />;
export { ContainedVpnConnections as Contained } from './contained.tsx';
