import { lazy } from 'react';
import { FamilyPages, type VariantPages } from '../../kit/family-pages.tsx';
import { TemplateDetail } from './detail.tsx';
import { addresses, addressGroups, serviceGroups, services, type TemplateKind } from './kinds.ts';
import { TemplateList } from './list.tsx';

const CreateTemplate = lazy(async () => ({ default: (await import('./forms.tsx')).CreateTemplate }));
const EditTemplate = lazy(async () => ({ default: (await import('./forms.tsx')).EditTemplate }));

/** Made once for each sort: a component made anew at every rendering would lose its state. */
const pagesOf = (kind: TemplateKind): VariantPages => ({
  List: () => <TemplateList kind={kind} />,
  Detail: (props) => <TemplateDetail kind={kind} {...props} />,
  Create: () => <CreateTemplate kind={kind} />,
  Edit: ({ id }) => <EditTemplate kind={kind} id={id} />,
});

const main = pagesOf(addresses);
const variants = {
  'address-groups': { ...pagesOf(addressGroups), prefix: 'ipmg' },
  services: { ...pagesOf(services), prefix: 'ppm' },
  'service-groups': { ...pagesOf(serviceGroups), prefix: 'ppmg' },
};

export const Pages = () => <FamilyPages {...main} variants={variants} />;
