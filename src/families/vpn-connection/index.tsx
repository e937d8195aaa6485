import { familyPages } from '../../kit/family-pages.tsx';
import { lazyPage, part } from '../../lib/part.tsx';
import { VpnConnectionList } from './list.tsx';

const Detail = lazyPage(async () => (await import('./detail.tsx')).VpnConnectionDetail);
const Create = part(async () => (await import('./forms.tsx')).CreateVpnConnection);
const Edit = part(async () => (await import('./forms.tsx')).EditVpnConnection);

export const Pages = familyPages({ List: VpnConnectionList, Detail, Create, Edit });
export const Contained = part(async () => (await import('./contained.tsx')).ContainedVpnConnections);
