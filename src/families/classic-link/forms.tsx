import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { IdsControl } from '../../kit/form/ids-control.tsx';
import type { FieldControlProps, FieldError, ValuesOf } from '../../kit/form/types.ts';
import { useScope } from '../../lib/scope.ts';
import { NoClassic, useHasClassic } from './no-classic.tsx';

function ClassicIds(props: FieldControlProps) {
  const t = useT();
  return (
    <div className="flex flex-col gap-1.5">
      <IdsControl {...props} />
      <p className="text-muted text-xs">{t('classicLink.idsHint')}</p>
    </div>
  );
}

const idsOf = ({ InstanceIds }: ValuesOf<'InstanceIds'>): readonly string[] => (Array.isArray(InstanceIds) ? InstanceIds.map(String) : []);

export function CreateClassicLink() {
  const t = useT();
  const { rows } = useList(useScope(), 'classic-link');
  const none = useHasClassic() === false;
  const check = (values: ValuesOf<'InstanceIds' | 'VpcId'>): FieldError<'InstanceIds'>[] => {
    if (none) return [{ path: 'InstanceIds', message: t('classicLink.noClassicBody') }];
    // An instance can be linked to one VPC only (1041).
    return idsOf(values).flatMap((id, index) => {
      const known = rows.find(({ InstanceId }) => InstanceId === id);
      return known ? [{ path: `InstanceIds.${index}`, message: t('classicLink.already', { id, vpc: known.VpcId }) }] : [];
    });
  };
  return (
    <CreateForm
      family="classic-link"
      lead={none ? <NoClassic /> : undefined}
      components={{ InstanceIds: ClassicIds }}
      check={check}
      done={(_, values) => t('classicLink.done', { n: idsOf(values).length })}
    />
  );
}
