import { familyPages } from '../../kit/family-pages.tsx';
import { lazyPage, part } from '../../lib/part.tsx';
import { RouteTableList } from './list.tsx';

const Detail = lazyPage(async () => (await import('./detail.tsx')).RouteTableDetail);
const Create = part(async () => (await import('./forms.tsx')).CreateRouteTable);
const Edit = part(async () => (await import('./forms.tsx')).EditRouteTable);
const verbs = {
  associate: part(async () => (await import('./forms.tsx')).Associate),
  createRoutes: part(async () => (await import('./route-forms.tsx')).CreateRoutes),
  replaceRoutes: part(async () => (await import('./route-forms.tsx')).ReplaceRoute),
  deleteRoutes: part(async () => (await import('./route-forms.tsx')).DeleteRoutes),
};

export const Pages = familyPages({ List: RouteTableList, Detail, Create, Edit, verbs });

export const Contained = part(async () => (await import('./contained.tsx')).ContainedRouteTables);
