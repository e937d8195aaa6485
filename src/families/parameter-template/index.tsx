import { withTexts } from '../../i18n/index.ts';
import { familyPages, type VariantPages } from '../../kit/family-pages.tsx';
import { lazyPage, part } from '../../lib/part.tsx';
import { addresses, addressGroups, serviceGroups, services, type TemplateKind } from './kinds.ts';
import { TemplateList } from './list.tsx';

const TemplateDetail = lazyPage(async () => (await import('./detail.tsx')).TemplateDetail);
const CreateTemplate = part(async () => (await withTexts(import('./forms.tsx'), 'tables')).CreateTemplate);
const EditTemplate = part(async () => (await withTexts(import('./forms.tsx'), 'tables')).EditTemplate);

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

export const Pages = familyPages({ ...main, variants });
