import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { NatGatewayList } from './list.tsx';

const Detail = lazy(async () => ({ default: (await import('./detail.tsx')).NatGatewayDetail }));
const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateNatGateway }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditNatGateway }));
const verbs = {
  resize: lazy(async () => ({ default: (await import('./forms.tsx')).ResizeNatGateway })),
  bindAddresses: lazy(async () => ({ default: (await import('./forms.tsx')).BindAddresses })),
  unbindAddresses: lazy(async () => ({ default: (await import('./forms.tsx')).UnbindAddresses })),
};

export const Pages = () => <FamilyPages List={NatGatewayList} Detail={Detail} Create={Create} Edit={Edit} verbs={verbs} />;
export { ContainedNatGateways as Contained } from './list.tsx';
