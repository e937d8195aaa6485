/** The exact request of a call, as a person would write it down: what the proxy sends, without the signature. */
import type { Dialect } from '../../catalogue/binding.ts';
import type { ActionData } from '../../catalogue/define.ts';
import { isRegion, regions } from '../../catalogue/regions.ts';
import { isService, services } from '../../catalogue/services.ts';
import { encode, flatten, spelledIn } from '../../catalogue/wire.ts';
import type { Params } from './family.ts';

interface CallPlace {
  readonly region: string;
  readonly dialect: Dialect;
}

/** @param name "vpc:CreateSubnet" */
export function callText(name: string, action: ActionData, params: Params, { region, dialect }: CallPlace): string {
  const [service = '', called = ''] = name.split(':');
  if (!isService(service)) return '';
  const { host, path, version, protocol } = services[service];
  const body = spelledIn(dialect, action, encode(action, params));
  if (protocol === 'api3') {
    const head = [
      `POST https://${host}${path}`,
      'Content-Type: application/json',
      `X-TC-Action: ${called}`,
      `X-TC-Version: ${version}`,
      `X-TC-Region: ${region}`,
    ];
    return `${head.join('\n')}\n\n${JSON.stringify(body, null, 2)}`;
  }
  const own =
    protocol === 'api2017'
      ? { Action: called, Region: isRegion(region) ? regions[region].short : region }
      : { Action: called, Version: version };
  const pairs = Object.entries({ ...own, ...flatten(body, protocol === 'api2017' ? 0 : 1) });
  return `POST https://${host}${path}\nContent-Type: application/x-www-form-urlencoded\n\n${pairs.map(([key, value]) => `${key}=${value}`).join('\n')}`;
}
