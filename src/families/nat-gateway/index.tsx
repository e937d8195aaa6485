import { familyPages } from '../../kit/family-pages.tsx';
import { lazyPage, part } from '../../lib/part.tsx';
import { NatGatewayList } from './list.tsx';

const Detail = lazyPage(async () => (await import('./detail.tsx')).NatGatewayDetail);
const Create = part(async () => (await import('./forms.tsx')).CreateNatGateway);
const Edit = part(async () => (await import('./forms.tsx')).EditNatGateway);
const verbs = {
  resize: part(async () => (await import('./forms.tsx')).ResizeNatGateway),
  bindAddresses: part(async () => (await import('./forms.tsx')).BindAddresses),
  unbindAddresses: part(async () => (await import('./forms.tsx')).UnbindAddresses),
};

export const Pages = familyPages({ List: NatGatewayList, Detail, Create, Edit, verbs });
export { ContainedNatGateways as Contained } from './list.tsx';
