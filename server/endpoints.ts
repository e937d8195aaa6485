/** Where services are sent instead of to the cloud's own endpoints. */
import { isService, type Service, services } from '../catalogue/services.ts';
import { ConfigError } from './config-error.ts';
import { isLoopback } from './loopback.ts';
import { maskAddress } from './mask.ts';

/** `rest`: what stands behind the item. A password may hold a comma: before an "@" nothing may be shown. */
const mask = (item: string, rest: string): string => {
  const equals = item.indexOf('=');
  if (rest.includes('@') && !item.includes('@')) return isService(item.slice(0, equals)) ? `${item.slice(0, equals)}=***` : '***';
  return equals < 0 ? maskAddress(item) : `${maskAddress(item.slice(0, equals))}=${maskAddress(item.slice(equals + 1))}`;
};

/** `vpc=http://127.0.0.1:8600,vpc2017=https://…`: a scheme, a host and a port, nothing behind them. Throws `ConfigError`. */
export function readEndpoints(text: string | undefined): Partial<Record<Service, string>> {
  const endpoints: Partial<Record<Service, string>> = {};
  const items = (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  for (const [index, item] of items.entries()) {
    const rest = items.slice(index + 1).join();
    const equals = item.indexOf('=');
    const name = item.slice(0, Math.max(equals, 0)).trim();
    if (!isService(name)) {
      throw new ConfigError(
        `WEFT_ENDPOINTS has "${mask(item, rest)}", which names no service. Write service=URL, where the service is one of ${Object.keys(services).join(', ')}.`,
      );
    }
    if (endpoints[name] !== undefined) {
      throw new ConfigError(`WEFT_ENDPOINTS names ${name} twice, and which one counts is not said. Leave one of them.`);
    }
    endpoints[name] = endpoint(name, item.slice(equals + 1).trim(), rest);
  }
  return endpoints;
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
