/** What nobody here knows, as it came and never as a program writes it: a line an item of a list, a name before each value of a structure. */
import type { ReactNode } from 'react';
import { isRecord } from '../../catalogue/values.ts';

/** A structure or list in which nothing stands tells nothing. */
export const hasValue = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some(hasValue) : value !== undefined && value !== null && value !== '';

export function RawValue({ value }: { readonly value: unknown }): ReactNode {
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    return (
      <span className="flex min-w-0 flex-col">
        {value.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list's values may repeat, and never move on their own
          <RawValue key={index} value={item} />
        ))}
      </span>
    );
  }
  if (isRecord(value)) {
    return (
      <span className="flex min-w-0 flex-wrap gap-x-3">
        {Object.entries(value)
          .filter(([, inner]) => hasValue(inner))
          .map(([name, inner]) => (
            <span key={name} className="inline-flex min-w-0 gap-x-1">
              <code className="text-muted">{name}</code>
              <RawValue value={inner} />
            </span>
          ))}
      </span>
    );
  }
  if (typeof value === 'string') return value === '' ? null : <bdi className="min-w-0 break-words">{value}</bdi>;
  return <code className="min-w-0 break-all">{String(value)}</code>;
}
