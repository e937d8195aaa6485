import { lazy } from 'react';
import { FamilyPages } from '../../kit/family-pages.tsx';
import { EniDetail } from './detail.tsx';
import { EniList } from './list.tsx';

const Create = lazy(async () => ({ default: (await import('./forms.tsx')).CreateEni }));
const Edit = lazy(async () => ({ default: (await import('./forms.tsx')).EditEni }));
const Attach = lazy(async () => ({ default: (await import('./forms.tsx')).AttachEni }));
const Migrate = lazy(async () => ({ default: (await import('./forms.tsx')).MigrateEni }));
const Assign = lazy(async () => ({ default: (await import('./address-forms.tsx')).AssignAddresses }));
const Unassign = lazy(async () => ({ default: (await import('./address-forms.tsx')).UnassignAddresses }));
const Describe = lazy(async () => ({ default: (await import('./address-forms.tsx')).DescribeAddress }));
const MoveAddress = lazy(async () => ({ default: (await import('./address-forms.tsx')).MigrateAddress }));

export const Pages = () => (
  <FamilyPages
    List={EniList}
    Detail={EniDetail}
    Create={Create}
    Edit={Edit}
    verbs={{
      attach: Attach,
      migrate: Migrate,
      assignAddresses: Assign,
      unassignAddresses: Unassign,
      updateAddresses: Describe,
      migrateAddress: MoveAddress,
    }}
  />
);
export { ContainedEnis as Contained } from './contained.tsx';
