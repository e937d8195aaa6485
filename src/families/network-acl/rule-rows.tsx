import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { use } from 'react';
import { fieldText, valueText } from '../../../catalogue/text/shape.ts';
import { useT } from '../../i18n/index.ts';
import { AddRow, FieldGroup } from '../../kit/form/group.tsx';
import type { FieldProps } from '../../kit/form/types.ts';
import { FormContext } from '../../kit/form/words.ts';
import { textOf } from '../../lib/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';
import type { EnteredRule } from './rules.ts';

const fresh: EnteredRule = { action: '1', ipProtocol: 'tcp', portRange: '', cidrIp: '', desc: '' };

/** The rules of one direction: each has a place, which decides. */
export function RuleRows({ ids, path, value, onChange, onLeave }: FieldProps) {
  const t = useT();
  const rules: readonly EnteredRule[] = Array.isArray(value) ? (value as EnteredRule[]) : [];
  const move = (from: number, to: number): void => {
    const rule = rules[from];
    if (rule) onChange(rules.toSpliced(from, 1).toSpliced(to, 0, rule));
  };
  return (
    <FieldGroup ids={ids} label={t('networkAcl.rules')}>
      {rules.map((rule, index) => (
        <OneRule
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place; its value is what is being typed
          key={index}
          path={`${path}.${index}`}
          rule={rule}
          number={index + 1}
          last={index === rules.length - 1}
          onChange={(next) => onChange(rules.with(index, next))}
          onMove={(by) => move(index, index + by)}
          onInsert={() => onChange(rules.toSpliced(index, 0, fresh))}
          onRemove={() => onChange(rules.toSpliced(index, 1))}
          onLeave={onLeave}
        />
      ))}
      <AddRow label={t('networkAcl.edit.add')} onClick={() => onChange([...rules, fresh])} />
    </FieldGroup>
  );
}

interface OneRuleProps {
  readonly path: string;
  readonly rule: EnteredRule;
  readonly number: number;
  readonly last: boolean;
  readonly onChange: (rule: EnteredRule) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onInsert: () => void;
  readonly onRemove: () => void;
  readonly onLeave: () => void;
}

const icon = 'size-4';

/** Long because each of its buttons needs its words. */
function OneRule({ path, rule, number, last, onChange, onMove, onInsert, onRemove, onLeave }: OneRuleProps) {
  const t = useT();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot sit in a flow like this
    <div
      role="group"
      aria-label={t('networkAcl.edit.rule', { n: number })}
      className="flex flex-col gap-2 rounded border border-line p-2.5"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onLeave()}
    >
      <div className="flex items-center gap-1">
        <span className="flex-1 text-muted">{t('networkAcl.edit.rule', { n: number })}</span>
        <IconButton
          size="sm"
          label={t('networkAcl.edit.insert', { n: number })}
          icon={<Plus aria-hidden="true" className={icon} />}
          onClick={onInsert}
        />
        {number > 1 && (
          <IconButton
            size="sm"
            label={t('networkAcl.edit.up', { n: number })}
            icon={<ArrowUp aria-hidden="true" className={icon} />}
            onClick={() => onMove(-1)}
          />
        )}
        {!last && (
          <IconButton
            size="sm"
            label={t('networkAcl.edit.down', { n: number })}
            icon={<ArrowDown aria-hidden="true" className={icon} />}
            onClick={() => onMove(1)}
          />
        )}
        <IconButton
          size="sm"
          label={t('networkAcl.edit.remove', { n: number })}
          icon={<X aria-hidden="true" className={icon} />}
          onClick={onRemove}
        />
      </div>
      <RuleFields path={path} rule={rule} onChange={onChange} />
    </div>
  );
}

const protocols = ['all', 'tcp', 'udp', 'icmp'] as const;

/** Only TCP and UDP have ports; of the others the API wants to hear ALL. */
const hasPorts = (protocol: unknown): boolean => protocol === 'tcp' || protocol === 'udp';

function RuleFields({ path, rule, onChange }: Pick<OneRuleProps, 'path' | 'rule' | 'onChange'>) {
  const form = use(FormContext);
  const text = form?.text ?? { fields: {} };
  const action = form?.action ?? '';
  const label = (name: string) => fieldText(text, action, `${path}.${name}`).label;
  const problem = (name: string) => form?.problemAt(`${path}.${name}`);
  const words = (name: string, value: string) => ({ value, label: valueText(text, action, `${path}.${name}`, value) });
  const put = (change: EnteredRule): void => onChange({ ...rule, ...change });
  return (
    <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
      <Field required label={label('action')} error={problem('action')}>
        {(ids) => (
          <Select
            {...ids}
            value={textOf(rule.action)}
            options={[words('action', '1'), words('action', '0')]}
            onChange={(next) => put({ action: next })}
          />
        )}
      </Field>
      <Field required label={label('ipProtocol')} error={problem('ipProtocol')}>
        {(ids) => (
          <Select
            {...ids}
            value={textOf(rule.ipProtocol)}
            options={protocols.map((name) => words('ipProtocol', name))}
            onChange={(next) =>
              put({ ipProtocol: next, portRange: hasPorts(next) ? (hasPorts(rule.ipProtocol) ? rule.portRange : '') : 'ALL' })
            }
          />
        )}
      </Field>
      <div className="col-span-2 sm:col-span-1">
        <Field required label={label('portRange')} error={problem('portRange')}>
          {(ids) => (
            <TextInput
              {...ids}
              mono
              readOnly={!hasPorts(rule.ipProtocol)}
              placeholder="443, 8000-8010, ALL"
              value={textOf(rule.portRange)}
              onChange={(next) => put({ portRange: next })}
            />
          )}
        </Field>
      </div>
      <div className="col-span-2 sm:col-span-1">
        <Field required label={label('cidrIp')} error={problem('cidrIp')}>
          {(ids) => (
            <TextInput {...ids} mono placeholder="0.0.0.0/0" value={textOf(rule.cidrIp)} onChange={(next) => put({ cidrIp: next })} />
          )}
        </Field>
      </div>
      <div className="col-span-2">
        <Field required={false} label={label('desc')} error={problem('desc')}>
          {(ids) => <TextInput {...ids} value={textOf(rule.desc)} onChange={(next) => put({ desc: next })} />}
        </Field>
      </div>
    </div>
  );
}
