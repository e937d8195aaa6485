import { useT } from '../../i18n/index.ts';
import type { HeadingPart } from '../../lib/tables/headings.ts';
import type { Choices, OrderChoice, ReadingOf, TableAction, TableColumn, TableDirection, TableFault } from '../../lib/tables/reading.ts';
import { plain } from '../../lib/tables/words.ts';
import { Checkbox, Select } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/status.tsx';

interface MappingProps {
  readonly reading: ReadingOf<unknown>;
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  /** What a column of such a list may be. */
  readonly parts: readonly HeadingPart[];
}

/** What a person says of a table: what its columns are, what its words mean, and what stands for every line. */
export function Mapping({ reading, choices, onChoices, parts }: MappingProps) {
  const t = useT();
  const put = (change: Partial<Choices>): void => onChoices({ ...choices, ...change });
  return (
    <section aria-label={t('tables.columns')} className="flex flex-col gap-3">
      <p className="text-muted">{t('tables.columnsBody')}</p>
      {(reading.sheet.headings === null || choices.firstIsHeading) && (
        <Checkbox
          checked={choices.firstIsHeading ?? false}
          onChange={(firstIsHeading) => put({ firstIsHeading, columns: {} })}
          label={t('tables.firstIsHeading')}
        />
      )}
      <ul className="flex flex-col gap-2">
        {reading.columns
          .filter((column) => !column.heading?.startsWith('@') && (!column.isEmpty || column.part !== undefined))
          .map((column) => (
            <OneColumn
              key={column.at}
              column={column}
              parts={parts}
              onChange={(part) => put({ columns: { ...choices.columns, [column.at]: part } })}
            />
          ))}
      </ul>
      {Object.values(choices.columns ?? {}).includes('ignore') && <Notice meaning="warning" title={t('tables.leaveOutWarning')} />}
      <Constants reading={reading} choices={choices} put={put} />
      <Words faults={reading.asks.length > 0 ? [] : reading.faults} choices={choices} put={put} />
    </section>
  );
}

interface OneColumnProps {
  readonly column: TableColumn;
  readonly parts: readonly HeadingPart[];
  readonly onChange: (part: HeadingPart) => void;
}

function OneColumn({ column, parts, onChange }: OneColumnProps) {
  const t = useT();
  const name = column.heading || t('tables.columnN', { n: column.at + 1 });
  const known = column.part !== undefined && column.part !== 'ignore' && !parts.includes(column.part) ? [column.part] : [];
  return (
    <li className="grid grid-cols-1 items-center gap-x-3 gap-y-1 border-line border-b pb-2 sm:grid-cols-2">
      <span className="min-w-0">
        <span className="font-medium">{name}</span>
        <span className="block truncate text-muted text-xs">{column.samples.join(' · ')}</span>
      </span>
      <Select
        aria-label={name}
        aria-invalid={column.part === undefined && !column.isEmpty ? true : undefined}
        value={column.part ?? ''}
        placeholder={t('tables.choose')}
        options={[
          ...[...parts, ...known].map((part) => ({
            value: part,
            label: part === 'ignore' ? t('tables.leaveOut') : t(`tables.part.${part}`),
          })),
          { value: 'ignore' as const, label: t('tables.leaveOut') },
        ]}
        onChange={onChange}
      />
    </li>
  );
}

interface PartProps {
  readonly choices: Choices;
  readonly put: (change: Partial<Choices>) => void;
}

/** What is said once for every line: asked for where no column says it, and shown once it was answered. */
function Constants({ reading, choices, put }: PartProps & { readonly reading: ReadingOf<unknown> }) {
  const t = useT();
  const { asks, faults } = reading;
  const actions = [
    { value: 'ACCEPT' as TableAction, label: t('rules.accept') },
    { value: 'DROP' as TableAction, label: t('rules.drop') },
  ];
  const directions = [
    { value: 'ingress' as TableDirection, label: t('rules.ingress') },
    { value: 'egress' as TableDirection, label: t('rules.egress') },
  ];
  const orders = (['lower', 'higher', 'file'] as const).map((value) => ({
    value: value as OrderChoice,
    label: t(`tables.order.${value}`),
  }));
  const protocolIsMissing =
    asks.includes('protocol') || choices.protocol !== undefined || faults.some(({ code }) => code === 'protocol-empty');
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      {(asks.includes('action') || choices.action) && (
        <Field label={t('tables.actionOfAll')} required>
          {(ids) => (
            <Select
              {...ids}
              value={choices.action ?? ''}
              placeholder={t('tables.choose')}
              options={actions}
              onChange={(action) => put({ action })}
            />
          )}
        </Field>
      )}
      {(asks.includes('direction') || choices.direction) && (
        <Field label={t('tables.directionOfAll')} required>
          {(ids) => (
            <Select
              {...ids}
              value={choices.direction ?? ''}
              placeholder={t('tables.choose')}
              options={directions}
              onChange={(direction) => put({ direction })}
            />
          )}
        </Field>
      )}
      {protocolIsMissing && (
        <Field label={t('tables.protocolOfAll')}>
          {(ids) => (
            <Select
              {...ids}
              value={choices.protocol ?? ''}
              placeholder={t('tables.choose')}
              options={(['TCP', 'UDP'] as const).map((value) => ({ value, label: value }))}
              onChange={(protocol) => put({ protocol })}
            />
          )}
        </Field>
      )}
      {(reading.sorted !== null || choices.order !== undefined) && (
        <Field label={t('tables.whichFirst')} required>
          {(ids) => (
            <Select
              {...ids}
              value={choices.order ?? (asks.includes('order') ? '' : 'lower')}
              placeholder={t('tables.choose')}
              options={orders}
              onChange={(order) => put({ order })}
            />
          )}
        </Field>
      )}
    </div>
  );
}

/** Words of actions and directions that nobody knows: told what they mean, or left as faults. Merged and stray lines. */
function Words({ faults, choices, put }: PartProps & { readonly faults: readonly TableFault[] }) {
  const t = useT();
  const unknown = (code: TableFault['code']): string[] => [
    ...new Set(faults.flatMap((fault) => (fault.code === code && fault.value ? [plain(fault.value).toLowerCase()] : []))),
  ];
  const actionWords = [...Object.keys(choices.actions ?? {}), ...unknown('action-unknown')];
  const directionWords = [...Object.keys(choices.directions ?? {}), ...unknown('direction-unknown')];
  const has = (...codes: readonly TableFault['code'][]): boolean => faults.some(({ code }) => codes.includes(code));
  return (
    <>
      {actionWords.length + directionWords.length > 0 && (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-medium">{t('tables.words')}</legend>
          {actionWords.map((word) => (
            <WordChoice<TableAction>
              key={word}
              word={word}
              value={choices.actions?.[word]}
              options={[
                { value: 'ACCEPT', label: t('rules.accept') },
                { value: 'DROP', label: t('rules.drop') },
              ]}
              onChange={(action) => put({ actions: { ...choices.actions, [word]: action } })}
            />
          ))}
          {directionWords.map((word) => (
            <WordChoice<TableDirection>
              key={word}
              word={word}
              value={choices.directions?.[word]}
              options={[
                { value: 'ingress', label: t('rules.ingress') },
                { value: 'egress', label: t('rules.egress') },
              ]}
              onChange={(direction) => put({ directions: { ...choices.directions, [word]: direction } })}
            />
          ))}
        </fieldset>
      )}
      {(has('action-empty', 'direction-empty') || choices.asAbove) && (
        <Checkbox checked={choices.asAbove ?? false} onChange={(asAbove) => put({ asAbove })} label={t('tables.asAbove')} />
      )}
      {(has('below-stray') || choices.readOn) && (
        <Checkbox checked={choices.readOn ?? false} onChange={(readOn) => put({ readOn })} label={t('tables.readOn')} />
      )}
    </>
  );
}

interface WordChoiceProps<V extends string> {
  readonly word: string;
  readonly value: V | undefined;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

function WordChoice<V extends string>({ word, value, options, onChange }: WordChoiceProps<V>) {
  const t = useT();
  const label = t('tables.wordIs', { word });
  return (
    <div className="grid grid-cols-1 items-center gap-x-3 gap-y-1 sm:grid-cols-2">
      <span>{label}</span>
      <Select aria-label={label} value={value ?? ''} placeholder={t('tables.choose')} options={options} onChange={onChange} />
    </div>
  );
}
