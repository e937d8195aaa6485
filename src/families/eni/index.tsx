import { familyPages } from '../../kit/family-pages.tsx';
import { lazyPage, part } from '../../lib/part.tsx';
import { EniList } from './list.tsx';

const Create = part(async () => (await import('./forms.tsx')).CreateEni);
const Edit = part(async () => (await import('./forms.tsx')).EditEni);
const Attach = part(async () => (await import('./forms.tsx')).AttachEni);
const Migrate = part(async () => (await import('./forms.tsx')).MigrateEni);
const Assign = part(async () => (await import('./address-forms.tsx')).AssignAddresses);
const Unassign = part(async () => (await import('./address-forms.tsx')).UnassignAddresses);
const Describe = part(async () => (await import('./address-forms.tsx')).DescribeAddress);
const MoveAddress = part(async () => (await import('./address-forms.tsx')).MigrateAddress);

export const Pages = familyPages({
  List: EniList,
  Detail: lazyPage(async () => (await import('./detail.tsx')).EniDetail),
  Create,
  Edit,
  verbs: {
    attach: Attach,
    migrate: Migrate,
    assignAddresses: Assign,
    unassignAddresses: Unassign,
    updateAddresses: Describe,
    migrateAddress: MoveAddress,
  },
});
export const Contained = part(async () => (await import('./contained.tsx')).ContainedEnis);
