/** Which of the cloud's endpoints are used, and where services are sent instead. */
import { isService, type Service, type ServiceData, services } from '../catalogue/services.ts';
import { ConfigError } from './config-error.ts';
import { isLoopback } from './loopback.ts';
import { maskAddress } from './mask.ts';

/** `rest`: what stands behind the item. A password may hold a comma: before an "@" nothing may be shown. */
const mask = (item: string, rest: string): string => {
  const equals = item.indexOf('=');
  if (rest.includes('@') && !item.includes('@')) return isService(item.slice(0, equals)) ? `${item.slice(0, equals)}=***` : '***';
  return equals < 0 ? maskAddress(item) : `${maskAddress(item.slice(0, equals))}=${maskAddress(item.slice(equals + 1))}`;
};

/** The cloud's own names of its endpoints; the same hosts as its official SDKs have. */
const forms = {
  /** `vpc.tencentcloudapi.com`: the one that is near. */
  public: (service: string) => `${service}.tencentcloudapi.com`,
  /** `vpc.ap-guangzhou.tencentcloudapi.com`: the one of the call's region. */
  regional: (service: string, region: string) => `${service}.${region}.tencentcloudapi.com`,
  /** `vpc.internal.tencentcloudapi.com`: answers inside the cloud's networks only. */
  internal: (service: string) => `${service}.internal.tencentcloudapi.com`,
  /** `vpc.intl.tencentcloudapi.com`: of the international site. */
  international: (service: string) => `${service}.intl.tencentcloudapi.com`,
} as const satisfies Record<string, (service: string, region: string) => string>;

type EndpointForm = keyof typeof forms;

const isForm = (text: string): text is EndpointForm => Object.hasOwn(forms, text);

export interface Endpoints {
  readonly form: EndpointForm;
  /** Services that are sent elsewhere: scheme, host and port. */
  readonly elsewhere: Readonly<Partial<Record<Service, string>>>;
}

/** Regions of finance are apart from the others: only their own endpoints reach them. */
const isFinance = (region: string): boolean => region.endsWith('-fsi');

/**
 * Scheme, host and port of a service's calls about a region, which must be spelled like one: it becomes part of the name.
 * Only API 3.0 has endpoints of several forms.
 */
export function originOf({ form, elsewhere }: Endpoints, service: Service, region: string): string {
  const { protocol, host, regionless }: ServiceData = services[service];
  const other = elsewhere[service];
  if (other !== undefined || protocol !== 'api3') return other ?? `https://${host}`;
  const name = host.slice(0, host.indexOf('.'));
  const chosen = form === 'public' && isFinance(region) ? 'regional' : form;
  return `https://${forms[regionless && chosen === 'regional' ? 'public' : chosen](name, region)}`;
}

/**
 * `internal,vpc=http://127.0.0.1:8600,vpc2017=https://…`: at most one form, and services with a scheme, a host and a port,
 * nothing behind them. Throws `ConfigError`.
 */
export function readEndpoints(text: string | undefined): Endpoints {
  const elsewhere: Partial<Record<Service, string>> = {};
  let form: EndpointForm | null = null;
  const items = (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  for (const [index, item] of items.entries()) {
    const rest = items.slice(index + 1).join();
    if (isForm(item)) {
      if (form !== null) throw new ConfigError(`WEFT_ENDPOINTS says both ${form} and ${item}. Leave one of them.`);
      form = item;
      continue;
    }
    const equals = item.indexOf('=');
    const name = item.slice(0, Math.max(equals, 0)).trim();
    if (!isService(name)) {
      throw new ConfigError(
        `WEFT_ENDPOINTS has "${mask(item, rest)}", which names no service. Write service=URL, where the service is one of ${Object.keys(services).join(', ')}; or one of ${Object.keys(forms).join(', ')}.`,
      );
    }
    if (elsewhere[name] !== undefined) {
      throw new ConfigError(`WEFT_ENDPOINTS names ${name} twice, and which one counts is not said. Leave one of them.`);
    }
    elsewhere[name] = endpoint(name, item.slice(equals + 1).trim(), rest);
  }
  return { form: form ?? 'public', elsewhere };
}

function endpoint(service: Service, text: string, rest: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const refuse = (why: string): never => {
    throw new ConfigError(
      `WEFT_ENDPOINTS sends ${mask(`${service}=${text}`, rest).replace('=', ' to "')}", ${why}. Example: ${service}=https://${services[service].host}`,
    );
  };
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return refuse('which is no http or https address');
  if (url.username !== '' || url.password !== '') return refuse('which holds a user name; calls are signed, leave it out');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return refuse('which has more than a host and a port');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return refuse('which would carry signed calls over the network without TLS; use https there');
  }
  return url.origin;
}
