/** What a size of a NAT gateway costs, as far as the cloud tells it. */
import { useQuery } from '@tanstack/react-query';
import { toApiError } from '../../api/api-error.ts';
import { notInDialect } from '../../api/run.ts';
import { callOptions } from '../../api/single.ts';
import { type MessageKey, type Translate, useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';

/** 'untold': the account's API has no prices. */
type Price = { readonly kind: 'told'; readonly words: string } | { readonly kind: 'asking' | 'failed' | 'untold' };

interface ToldPrice {
  readonly price: number;
  readonly timeSpan: number;
  readonly timeUnit: string;
}

const spans: Readonly<Record<string, MessageKey & `natGateway.span.${'h' | 'd' | 'm'}`>> = {
  h: 'natGateway.span.h',
  d: 'natGateway.span.d',
  m: 'natGateway.span.m',
};

const spanOf = (t: Translate, { timeSpan: n, timeUnit }: ToldPrice): string => {
  const key = spans[timeUnit];
  return key ? t(key, { n }) : t('natGateway.span.other', { n, unit: timeUnit });
};

/** The price of a size, asked of the cloud; what it is of, and in which money, the documents leave open (18120). */
export function usePrice(size: number): Price {
  const t = useT();
  const { data, error } = useQuery({
    ...callOptions(useScope(), 'nat-gateway', 'vpc2017:InquiryNatPrice', { maxConcurrent: size }),
    enabled: size > 0,
  });
  const price = data?.data.data[0];
  if (error) return { kind: toApiError(error).code === notInDialect ? 'untold' : 'failed' };
  return price
    ? { kind: 'told', words: t('natGateway.price', { price: price.realTotalCost, span: spanOf(t, price) }) }
    : { kind: 'asking' };
}

/** Beside a size; '' where its price is not known, which the form says once below. */
export const priceWords = (t: Translate, price: Price | undefined): string =>
  price?.kind === 'told' ? price.words : price?.kind === 'asking' ? t('natGateway.priceAsking') : '';

/** A whole sentence: why the price is not there. */
export const priceUnknown = (t: Translate, { kind }: Price): string =>
  t(kind === 'untold' ? 'natGateway.noPrice' : kind === 'failed' ? 'natGateway.priceFailed' : 'natGateway.priceAsking');
