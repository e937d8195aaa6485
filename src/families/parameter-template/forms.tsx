import { type ComponentProps, type ReactNode, use, useMemo, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { EditForm } from '../../kit/form/edit-form.tsx';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import type { ControlProps } from '../../kit/form/types.ts';
import { FormContext } from '../../kit/form/words.ts';
import { ListImport } from '../../kit/tables/list-import.tsx';
import { useFamily } from '../../kit/words.ts';
import { type AnyRow, requireOperation } from '../../lib/family.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/input.tsx';
import { Notice } from '../../ui/status.tsx';
import { areRemarksTold, type RemarkedMember, remarkedOf, restOf, type TemplateKind, templateMembersOf } from './kinds.ts';
import { lineOf, remarkedIn } from './lines.ts';

const lines = (text: string): string[] => text.split(/[\n;，；]+|,(?=\s)/).map((line) => line.trim());

type LinesProps = ControlProps & { readonly of: 'addresses' | 'services' };

/** What is wrong with a member, and where. */
interface LineProblem {
  readonly at: number;
  readonly member: string;
  readonly problem: string | undefined;
}

interface LinesAreaProps extends Pick<ControlProps, 'ids'> {
  readonly text: string;
  readonly members: readonly LineProblem[];
  readonly onText: (text: string) => void;
  readonly onBlur: () => void;
  readonly onPaste?: ComponentProps<typeof TextArea>['onPaste'];
  /** Between the lines and what is wrong with them. */
  readonly children?: ReactNode;
}

/** Lines to be typed. What is wrong is told by its line. */
function LinesArea({ ids, text, members, onText, onBlur, onPaste, children }: LinesAreaProps) {
  const t = useT();
  const problems = members.flatMap(({ at, member, problem }) =>
    problem === undefined ? [] : [t('parameterTemplate.line', { n: at + 1, member, problem })],
  );
  const wrong = `${ids.id}-lines`;
  return (
    <div className="flex flex-col gap-1.5">
      <TextArea
        {...ids}
        mono
        rows={Math.min(16, Math.max(5, members.length + 1))}
        aria-invalid={problems.length > 0 ? true : ids['aria-invalid']}
        aria-describedby={[ids['aria-describedby'], problems.length > 0 ? wrong : ''].filter(Boolean).join(' ') || undefined}
        value={text}
        onChange={onText}
        onBlur={onBlur}
        {...(onPaste ? { onPaste } : {})}
      />
      {children}
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

/** Members one a line, so that a whole column of a spreadsheet can be pasted. */
function LinesControl({ ids, path, value, onChange, onBlur, of }: LinesProps) {
  const t = useT();
  const [brought, setBrought] = useState<string | null>(null);
  const words = use(FormContext);
  const members = Array.isArray(value) ? value.map(String) : [];
  const take = (items: readonly { readonly value: string }[]): void => {
    onChange([...new Set([...members.filter(Boolean), ...items.map((item) => item.value)])]);
    setBrought(null);
  };
  return (
    <LinesArea
      ids={ids}
      text={members.join('\n')}
      members={members.map((member, at) => ({ at, member, problem: member === '' ? undefined : words?.errorFor(`${path}.${at}`) }))}
      onText={(text) => onChange(lines(text))}
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
    >
      <Button size="sm" className="self-start" onClick={() => setBrought('')}>
        {t('tables.openList')}
      </Button>
      {brought !== null && <ListImport kind={of} initial={brought} onClose={() => setBrought(null)} onTake={take} />}
    </LinesArea>
  );
}

/** More than a list of lines: cells of a spreadsheet, quotes, JSON. It goes through the reader of tables. */
const isTable = (text: string): boolean => /\t|"|^\s*[[{]/.test(text);

const AddressLines = (props: ControlProps) => <LinesControl {...props} of="addresses" />;
const ServiceLines = (props: ControlProps) => <LinesControl {...props} of="services" />;

const componentsOf = (kind: TemplateKind) => (kind.of ? {} : { [kind.param]: kind.param === 'Services' ? ServiceLines : AddressLines });

type Extra = NonNullable<TemplateKind['extra']>;

/** As the parameter takes them. */
const extraValue = ({ member: name }: Extra, members: readonly RemarkedMember[]) =>
  members.map(({ member, remark, rest = {} }) => ({ ...rest, [name]: member, ...(remark === '' ? {} : { Description: remark }) }));

const remarkedFrom = ({ member: name }: Extra, value: unknown): readonly RemarkedMember[] =>
  (Array.isArray(value) ? value : []).map((one: Readonly<Record<string, unknown>>) => ({
    member: String(one[name] ?? ''),
    remark: String(one.Description ?? ''),
    rest: restOf(name, one),
  }));

/** Members with their remarks, one a line. What is being typed stays as it is typed until the field is left. */
function RemarkedLines({ ids, path, value, onChange, onBlur, extra }: ControlProps & { readonly extra: Extra }) {
  const [typed, setTyped] = useState<string | null>(null);
  const words = use(FormContext);
  const members = remarkedFrom(extra, value);
  const [first] = useState(members);
  const put = (all: readonly RemarkedMember[]): void => onChange(extraValue(extra, all));
  return (
    <LinesArea
      ids={ids}
      text={typed ?? members.map(lineOf).join('\n')}
      members={members.map(({ member }, at) => ({
        at,
        member,
        problem: words?.errorFor(`${path}.${at}.${extra.member}`) ?? words?.errorFor(`${path}.${at}`),
      }))}
      onText={(text) => {
        setTyped(text);
        put(remarkedIn(text, [...first, ...members]));
      }}
      onBlur={() => {
        setTyped(null);
        put(members.filter(({ member }) => member !== ''));
        onBlur();
      }}
    />
  );
}

/** Remarks are written once the template is there. */
export const CreateTemplate = ({ kind }: { readonly kind: TemplateKind }) => (
  <CreateForm
    family={kind.ref}
    components={componentsOf(kind)}
    needed={kind.of ? [] : [kind.param]}
    applies={(param) => param !== kind.extra?.param}
  />
);

interface EditProps {
  readonly kind: TemplateKind;
  readonly id: string;
}

export const EditTemplate = ({ kind, id }: EditProps) => (
  <OnePanel family={kind.ref} id={id}>
    {(row) => <EditOne kind={kind} id={id} row={row} />}
  </OnePanel>
);

/** Accounts of today change members together with their remarks: the bare list would lose these. */
function EditOne({ kind, id, row }: EditProps & { readonly row: AnyRow }) {
  const t = useT();
  // What the form has does not change while it is open.
  const [areTold] = useState(() => areRemarksTold(kind, row));
  const { module } = useFamily(kind.ref);
  const { extra } = kind;
  const components = useMemo(
    () => (extra ? { ...componentsOf(kind), [extra.param]: (props: ControlProps) => <RemarkedLines {...props} extra={extra} /> } : {}),
    [kind, extra],
  );
  const hasRemarks = extra && Object.hasOwn(requireOperation(module, 'update').data.params, extra.param);
  if (!hasRemarks || !areTold) {
    return (
      <EditForm
        family={kind.ref}
        id={id}
        components={componentsOf(kind)}
        applies={(param) => param !== extra?.param}
        lead={hasRemarks ? <Notice meaning="warning" title={t('parameterTemplate.remarksNotTold')} /> : undefined}
        initialFrom={(told) => paramValues({ [kind.param]: templateMembersOf(kind, told) })}
      />
    );
  }
  return (
    <EditForm
      family={kind.ref}
      id={id}
      fields={[module.data.name ?? '', extra.param]}
      components={components}
      initialFrom={(told) => paramValues({ [extra.param]: extraValue(extra, remarkedOf(kind, told)) })}
    />
  );
}
