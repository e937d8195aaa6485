import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { VpnGatewayList } from './list.tsx';

const Detail = lazy(async () => ({ default: (await import('./detail.tsx')).VpnGatewayDetail }));
const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateVpnGateway }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditVpnGateway }));
const verbs = {
  renew: lazy(async () => ({ default: (await import('./forms.tsx')).RenewVpnGateway })),
  resize: lazy(async () => ({ default: (await import('./forms.tsx')).ResizeVpnGateway })),
};

export const Pages = () => <FamilyPages List={VpnGatewayList} Detail={Detail} Create={Create} Edit={Edit} verbs={verbs} />;
export { ContainedVpnGateways as Contained } from './contained.tsx';
