import { use, useState } from 'react';
import { TextArea } from '../../ui/input.tsx';
import type { FieldControlProps } from './types.ts';
import { FormContext } from './words.ts';

/** The ids in a text: one a line, or with blanks, commas or semicolons between them; each once. */
export const idsIn = (text: string): string[] => [...new Set(text.split(/[\s,;，；、]+/).filter(Boolean))];

/** Several ids that no list offers, typed or pasted. */
export function IdsControl({ ids, path, value, onChange, onBlur }: FieldControlProps) {
  const given = Array.isArray(value) ? value.map(String) : [];
  const [text, setText] = useState(given.join('\n'));
  const errorFor = use(FormContext)?.errorFor;
  const problems = given.flatMap((id, index) => {
    const words = errorFor?.(`${path}.${index}`);
    return words === undefined ? [] : [{ id, words }];
  });
  const errors = `${ids.id}-ids`;
  return (
    <div className="flex flex-col gap-1">
      <TextArea
        {...ids}
        {...(problems.length > 0 ? { 'aria-invalid': true, 'aria-describedby': `${ids['aria-describedby'] ?? ''} ${errors}`.trim() } : {})}
        mono
        rows={4}
        value={text}
        onChange={(next) => {
          setText(next);
          onChange(idsIn(next));
        }}
        onBlur={onBlur}
      />
      {problems.length > 0 && (
        <ul id={errors} className="text-danger">
          {problems.map(({ id, words }) => (
            <li key={id}>
              <code>{id}</code> {words}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
