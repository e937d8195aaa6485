import type { SecurityGroup } from '../../../catalogue/families/security-group.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { EditForm } from '../../kit/form/edit-form.tsx';

export const CreateSecurityGroup = () => <CreateForm family="security-group" fields={['GroupName', 'GroupDescription', 'ProjectId']} />;

export const EditSecurityGroup = ({ id }: { readonly id: string }) => (
  <EditForm<SecurityGroup>
    family="security-group"
    id={id}
    from={(row) => ({ GroupName: row.SecurityGroupName, GroupDescription: row.SecurityGroupDesc })}
  />
);
