import { useCallback } from 'react';
import { valueText } from '../../../catalogue/text/shape.ts';
import { useFamily } from '../../kit/words.ts';

/** Connections at a time: small, medium, large (18504). */
export const sizes = [1_000_000, 3_000_000, 10_000_000] as const;

/** The word for a size, which the API gives as a number of connections. */
export function useSizeWord(): (size: unknown) => string {
  const { text } = useFamily('nat-gateway');
  return useCallback((size) => valueText(text, 'vpc2017:DescribeNatGateway', 'data.maxConcurrent', String(size)), [text]);
}
