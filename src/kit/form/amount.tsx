import { useT } from '../../i18n/index.ts';
import { textOf } from '../../lib/text.ts';
import { NumberInput } from '../../ui/input.tsx';
import type { ControlProps } from './types.ts';

/** A number with its unit, in words where the unit is a word. A bare count and a port have none. */
export function Amount({ ids, value, onChange, onBlur, measure }: ControlProps & { readonly measure: string | undefined }) {
  const t = useT();
  const words: Readonly<Record<string, string>> = { seconds: t('kit.unit.seconds'), months: t('kit.unit.months'), Mbps: 'Mbps', KB: 'KB' };
  const unit = measure === undefined ? undefined : words[measure];
  return <NumberInput {...ids} value={textOf(value)} onChange={onChange} onBlur={onBlur} {...(unit === undefined ? {} : { unit })} />;
}
