import { useQuery } from '@tanstack/react-query';
import { callOptions } from '../../api/single.ts';
import { type MessageKey, type Translate, useFormats, useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';

interface Price {
  readonly price: number;
  readonly timeSpan: number;
  readonly timeUnit: string;
}

const spans: Readonly<Record<string, MessageKey & `natGateway.span.${'h' | 'd' | 'm'}`>> = {
  h: 'natGateway.span.h',
  d: 'natGateway.span.d',
  m: 'natGateway.span.m',
};

const spanOf = (t: Translate, { timeSpan: n, timeUnit }: Price): string => {
  const key = spans[timeUnit];
  return key ? t(key, { n }) : t('natGateway.span.other', { n, unit: timeUnit });
};

/** The price of a size in words, asked of the cloud; what it is of, and in which money, the documents leave open (18120). */
export function usePrice(size: number): string {
  const t = useT();
  const formats = useFormats();
  const { data, error } = useQuery({ ...callOptions(useScope(), 'vpc2017:InquiryNatPrice', { maxConcurrent: size }), enabled: size > 0 });
  const price = data?.data.data[0];
  if (error) return t('natGateway.priceFailed');
  return price
    ? t('natGateway.price', { price: formats.number(price.realTotalCost), span: spanOf(t, price) })
    : t('natGateway.priceAsking');
}
