import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { RouteTableList } from './list.tsx';

const Detail = lazy(async () => ({ default: (await import('./detail.tsx')).RouteTableDetail }));
const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateRouteTable }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditRouteTable }));
const verbs = {
  associate: lazy(async () => ({ default: (await import('./forms.tsx')).Associate })),
  createRoutes: lazy(async () => ({ default: (await import('./route-forms.tsx')).CreateRoutes })),
  replaceRoutes: lazy(async () => ({ default: (await import('./route-forms.tsx')).ReplaceRoute })),
  deleteRoutes: lazy(async () => ({ default: (await import('./route-forms.tsx')).DeleteRoutes })),
};

export const Pages = () => <FamilyPages List={RouteTableList} Detail={Detail} Create={Create} Edit={Edit} verbs={verbs} />;

export const Contained = lazy(async () => ({ default: (await import('./contained.tsx')).ContainedRouteTables }));
