import { X } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import { textOf } from '../../lib/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { TextInput } from '../../ui/input.tsx';
import { AddRow, FieldGroup } from '../form/group.tsx';
import type { ControlProps } from '../form/types.ts';
import { useWords } from '../form/words.ts';

interface Line {
  readonly Key?: unknown;
  readonly Value?: unknown;
}

/** Keys and values for something new, a line each. */
export function TagsControl({ ids, path, value, onChange, onBlur, label }: ControlProps & { readonly label: string }) {
  const t = useT();
  const { errorFor } = useWords();
  const lines: readonly Line[] = Array.isArray(value) ? value : [];
  const put = (index: number, change: Line): void => onChange(lines.map((line, at) => (at === index ? { ...line, ...change } : line)));
  return (
    <FieldGroup ids={ids} label={label}>
      {lines.map((line, index) => {
        const problem = errorFor(`${path}.${index}.Key`) ?? errorFor(`${path}.${index}.Value`) ?? errorFor(`${path}.${index}`);
        const described = problem ? { 'aria-invalid': true as const, 'aria-describedby': `${ids.id}-${index}-error` } : {};
        const n = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its key is what is being typed
          <div key={index} className="flex flex-col gap-1">
            <div className="flex items-center gap-1">
              <TextInput
                {...described}
                aria-label={t('tags.keyOf', { n })}
                placeholder={t('tags.key')}
                value={textOf(line.Key)}
                onChange={(Key) => put(index, { Key })}
                onBlur={onBlur}
              />
              <TextInput
                aria-label={t('tags.valueOfNew', { n })}
                placeholder={t('tags.value')}
                value={textOf(line.Value)}
                onChange={(Value) => put(index, { Value })}
                onBlur={onBlur}
              />
              <IconButton
                label={t('tags.dropNew', { n })}
                icon={<X aria-hidden="true" className="size-4" />}
                onClick={() => onChange(lines.filter((_, at) => at !== index))}
              />
            </div>
            {problem && (
              <p id={`${ids.id}-${index}-error`} className="text-danger">
                {problem}
              </p>
            )}
          </div>
        );
      })}
      <AddRow label={t('tags.add')} onClick={() => onChange([...lines, { Key: '', Value: '' }])} />
    </FieldGroup>
  );
}
