import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { CustomerGatewayDetail } from './detail.tsx';
import { CustomerGatewayList } from './list.tsx';

const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateCustomerGateway }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditCustomerGateway }));

export const Pages = () => <FamilyPages List={CustomerGatewayList} Detail={CustomerGatewayDetail} Create={Create} Edit={Edit} />;
