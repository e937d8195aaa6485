import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { VpnConnectionList } from './list.tsx';

const Detail = lazy(async () => ({ default: (await import('./detail.tsx')).VpnConnectionDetail }));
const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateVpnConnection }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditVpnConnection }));

export const Pages = () => <FamilyPages List={VpnConnectionList} Detail={Detail} Create={Create} Edit={Edit} />;
export { ContainedVpnConnections as Contained } from './contained.tsx';
