import { use, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { EditForm } from '../../kit/form/edit-form.tsx';
import type { ControlProps } from '../../kit/form/types.ts';
import { FormContext } from '../../kit/form/words.ts';
import { ListImport } from '../../kit/tables/list-import.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/input.tsx';
import { membersOf, type TemplateKind } from './kinds.ts';

const lines = (text: string): string[] => text.split(/[\n;，；]+|,(?=\s)/).map((line) => line.trim());

/** Members one a line, so that a whole column of a spreadsheet can be pasted. What is wrong is told by its line. */
function LinesControl({ ids, path, value, onChange, onBlur, of }: ControlProps & { readonly of: 'addresses' | 'services' }) {
  const t = useT();
  const [brought, setBrought] = useState<string | null>(null);
  const words = use(FormContext);
  const members = Array.isArray(value) ? value.map(String) : [];
  const problems = members.flatMap((member, at) => {
    const problem = member === '' ? undefined : words?.errorFor(`${path}.${at}`);
    return problem === undefined ? [] : [t('parameterTemplate.line', { n: at + 1, member, problem })];
  });
  const wrong = `${ids.id}-lines`;
  return (
    <div className="flex flex-col gap-1.5">
      <TextArea
        {...ids}
        mono
        rows={Math.min(16, Math.max(5, members.length + 1))}
        aria-invalid={problems.length > 0 ? true : ids['aria-invalid']}
        aria-describedby={[ids['aria-describedby'], problems.length > 0 ? wrong : ''].filter(Boolean).join(' ') || undefined}
        value={members.join('\n')}
        onChange={(text) => onChange(lines(text))}
        onBlur={() => {
          onChange(members.filter(Boolean));
          onBlur();
        }}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (!isTable(text)) return;
          event.preventDefault();
          setBrought(text);
        }}
      />
      <Button size="sm" className="self-start" onClick={() => setBrought('')}>
        {t('tables.openList')}
      </Button>
      {brought !== null && (
        <ListImport
          kind={of}
          initial={brought}
          onClose={() => setBrought(null)}
          onTake={(items) => {
            onChange([...new Set([...members.filter(Boolean), ...items.map((item) => item.value)])]);
            setBrought(null);
          }}
        />
      )}
      {problems.length > 0 && (
        <ul id={wrong} className="text-danger">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** More than a list of lines: cells of a spreadsheet, quotes, JSON. It goes through the reader of tables. */
const isTable = (text: string): boolean => /\t|"|^\s*[[{]/.test(text);

const AddressLines = (props: ControlProps) => <LinesControl {...props} of="addresses" />;
const ServiceLines = (props: ControlProps) => <LinesControl {...props} of="services" />;

const componentsOf = (kind: TemplateKind) => (kind.of ? {} : { [kind.param]: kind.param === 'Services' ? ServiceLines : AddressLines });

export const CreateTemplate = ({ kind }: { readonly kind: TemplateKind }) => (
  <CreateForm family={kind.ref} components={componentsOf(kind)} />
);

export const EditTemplate = ({ kind, id }: { readonly kind: TemplateKind; readonly id: string }) => (
  <EditForm family={kind.ref} id={id} components={componentsOf(kind)} initialFrom={(row) => ({ [kind.param]: membersOf(kind, row) })} />
);
