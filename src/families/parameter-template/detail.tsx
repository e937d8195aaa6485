import { useMemo } from 'react';
import type { FamilyRef } from '../../../catalogue/define.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import type { UseDetail } from '../../kit/detail/standard-detail.tsx';
import { exactly } from '../../kit/exactly.ts';
import { RefLink } from '../../kit/ref.tsx';
import { useFamily } from '../../kit/words.ts';
import { idOf } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { Code } from '../../ui/copy.tsx';
import { Card } from '../../ui/parts.tsx';
import { type RemarkedMember, remarkedOf, type TemplateKind, templateMembersOf } from './kinds.ts';
import { UsedBy } from './used-by.tsx';

/** A hook for one sort: what the page of a template of it shows. */
export const detailOf =
  (kind: TemplateKind): UseDetail<FamilyRef> =>
  ({ id, row, standard }) => {
    const t = useT();
    const { label } = useFamily(kind.ref);
    return exactly({
      primary: 'edit',
      tabs: [
        standard.properties((template) => {
          const members = templateMembersOf(kind, template);
          return exactly({
            draw: { [kind.members]: members.length },
            // Remarks stand beside the members below.
            without: kind.extra ? [kind.extra.set] : [],
            below: (
              <Card title={`${label(kind.members)} (${members.length})`}>
                {kind.of ? <Groups kind={kind} of={kind.of} members={members} /> : <Members members={remarkedOf(kind, template)} />}
              </Card>
            ),
          });
        }),
        { path: 'used-by', label: t('parameterTemplate.usedBy'), content: row && <UsedBy kind={kind} id={id} /> },
      ],
    });
  };

const Members = ({ members }: { readonly members: readonly RemarkedMember[] }) => (
  <ul className="columns-1 gap-6 sm:columns-2 lg:columns-3">
    {members.map(({ member, remark }) => (
      <li key={member} className="flex min-h-7 break-inside-avoid items-center gap-2">
        <Code copy>{member}</Code>
        {remark !== '' && (
          <bdi className="truncate text-muted" title={remark}>
            {remark}
          </bdi>
        )}
      </li>
    ))}
  </ul>
);

interface GroupsProps {
  readonly kind: TemplateKind;
  readonly of: NonNullable<TemplateKind['of']>;
  readonly members: readonly string[];
}

/** The templates of a group, each with what it holds: what a rule that names the group means in the end. */
function Groups({ kind, of, members }: GroupsProps) {
  const list = useList(useScope(), of);
  const rows = useMemo(() => new Map(list.rows.map((row) => [idOf(list.module, row), row])), [list.rows, list.module]);
  const inner = kind.param === 'AddressTemplateIds' ? 'AddressSet' : 'ServiceSet';
  return (
    <ul className="flex flex-col divide-y divide-line">
      {members.map((member) => {
        const held = rows.get(member)?.[inner];
        return (
          <li key={member} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <RefLink full family="parameter-template" id={member} />
            <span className="font-mono text-muted text-xs">{Array.isArray(held) ? held.join(', ') : ''}</span>
          </li>
        );
      })}
    </ul>
  );
}
