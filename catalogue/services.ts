/** The services behind the catalogue's actions: where they are, which version they answer to, how they are spoken to. */

/**
 * - `api3`: `POST /` or `GET /`, answers `{"Response": …}` (API 3.0, document lines 628-945)
 * - `api2017`: `/v2/index.php`, answers `{"code": 0, …}` (7744-8034)
 * - `aliyun-rpc`: Alibaba Cloud's RPC style, answers the bare object, errors by HTTP status (document 004)
 */
export type Protocol = 'api3' | 'api2017' | 'aliyun-rpc';

export interface ServiceData {
  readonly protocol: Protocol;
  readonly host: string;
  /** Path of every call. */
  readonly path: string;
  /** The `Version` parameter, or null where the generation has none. */
  readonly version: string | null;
  /** Which keys sign it. */
  readonly vendor: 'tencent' | 'alibaba';
  /** What a person calls the version by. */
  readonly label: string;
  /** Its calls are about no region: it may be left out, and whatever it says is not looked at. */
  readonly regionless?: true;
  /** Calls a second that one account may make of one action. */
  readonly callsPerSecond: number;
}

export const services = {
  vpc: {
    protocol: 'api3',
    host: 'vpc.tencentcloudapi.com',
    path: '/',
    version: '2017-03-12',
    vendor: 'tencent',
    label: '3.0',
    callsPerSecond: 20,
  },
  vpc2017: {
    protocol: 'api2017',
    host: 'vpc.api.qcloud.com',
    path: '/v2/index.php',
    version: null,
    vendor: 'tencent',
    label: '2017',
    callsPerSecond: 20,
  },
  cdb: {
    protocol: 'api3',
    host: 'cdb.tencentcloudapi.com',
    path: '/',
    version: '2017-03-20',
    vendor: 'tencent',
    label: '3.0',
    callsPerSecond: 20,
  },
  cdb2017: {
    protocol: 'api2017',
    host: 'cdb.api.qcloud.com',
    path: '/v2/index.php',
    version: null,
    vendor: 'tencent',
    label: '2017',
    callsPerSecond: 20,
  },
  gaap: {
    protocol: 'api3',
    host: 'gaap.tencentcloudapi.com',
    path: '/',
    version: '2018-05-29',
    vendor: 'tencent',
    label: '3.0',
    // 001:17
    regionless: true,
    callsPerSecond: 20,
  },
  sts: {
    protocol: 'api3',
    host: 'sts.tencentcloudapi.com',
    path: '/',
    version: '2018-08-13',
    vendor: 'tencent',
    label: '3.0',
    regionless: true,
    callsPerSecond: 20,
  },
  region: {
    protocol: 'api3',
    host: 'region.tencentcloudapi.com',
    path: '/',
    version: '2022-06-27',
    vendor: 'tencent',
    label: '3.0',
    regionless: true,
    callsPerSecond: 20,
  },
  tag: {
    protocol: 'api3',
    host: 'tag.tencentcloudapi.com',
    path: '/',
    version: '2018-08-13',
    vendor: 'tencent',
    label: '3.0',
    regionless: true,
    callsPerSecond: 20,
  },
  cvm: {
    protocol: 'api3',
    host: 'cvm.tencentcloudapi.com',
    path: '/',
    version: '2017-03-12',
    vendor: 'tencent',
    label: '3.0',
    callsPerSecond: 20,
  },
  alicdn: {
    protocol: 'aliyun-rpc',
    host: 'cdn.aliyuncs.com',
    path: '/',
    version: '2014-11-11',
    vendor: 'alibaba',
    label: 'RPC',
    callsPerSecond: 20,
  },
} as const satisfies Record<string, ServiceData>;

export type Service = keyof typeof services;

export const isService = (name: string): name is Service => Object.hasOwn(services, name);
