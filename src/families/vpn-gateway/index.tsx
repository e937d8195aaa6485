import { familyPages } from '../../kit/family-pages.tsx';
import { lazyPage, part } from '../../lib/part.tsx';
import { VpnGatewayList } from './list.tsx';

const Detail = lazyPage(async () => (await import('./detail.tsx')).VpnGatewayDetail);
const Create = part(async () => (await import('./forms.tsx')).CreateVpnGateway);
const Edit = part(async () => (await import('./forms.tsx')).EditVpnGateway);
const verbs = {
  renew: part(async () => (await import('./forms.tsx')).RenewVpnGateway),
  resize: part(async () => (await import('./forms.tsx')).ResizeVpnGateway),
};

export const Pages = familyPages({ List: VpnGatewayList, Detail, Create, Edit, verbs });
export const Contained = part(async () => (await import('./contained.tsx')).ContainedVpnGateways);
