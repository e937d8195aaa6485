/** The way to the clouds, as it is configured: connections, endpoints, and how keys are had that end. */
import type { Service } from '../catalogue/services.ts';
import { createIssuer } from './accounts/issue.ts';
import { usualMetadataOrigin } from './accounts/metadata.ts';
import type { Config } from './config.ts';
import { proxyFor } from './egress.ts';
import { originOf } from './endpoints.ts';
import type { AttemptFacts } from './metrics.ts';
import { UpstreamClient } from './upstream/client.ts';
import { HttpTransport, type TransportLimits, usualLimits } from './upstream/transport.ts';

interface CloudOptions {
  readonly config: Config;
  readonly limits?: TransportLimits;
  readonly metadataOrigin?: string;
  /** Called when the cloud's clock and ours differ so much that a signature was refused. */
  readonly onSkew: (origin: string, offsetMs: number) => void;
  readonly onAttempt?: (facts: AttemptFacts) => void;
  /** Waits before a call is sent again; a timer when left out. */
  readonly pause?: (ms: number) => Promise<void>;
}

export interface CloudWay {
  readonly transport: HttpTransport;
  readonly upstream: UpstreamClient;
  readonly originOf: (service: Service, region: string) => string;
}

/** Opens nothing yet: connections are made with the first call. */
export function openCloud({
  config,
  limits = usualLimits,
  metadataOrigin = usualMetadataOrigin,
  onSkew,
  onAttempt = () => {},
  pause,
}: CloudOptions): CloudWay {
  const transport = new HttpTransport(limits, { ca: config.ca, proxyFor: (origin) => proxyFor(config.proxy, origin) });
  const byConfig = (service: Service, region: string): string => originOf(config.endpoints, service, region);
  const upstream: UpstreamClient = new UpstreamClient({
    transport,
    rate: config.rate,
    onSkew,
    onAttempt,
    ...(pause ? { sleep: pause } : {}),
    issueKeys: createIssuer({
      send: (call, how) => upstream.send(call, how),
      get: (...question) => transport.get(...question),
      originOf: byConfig,
      region: config.region,
      metadataOrigin,
    }),
    answerMs: limits.answerMs,
    slots: limits.connections,
  });
  return { transport, upstream, originOf: byConfig };
}
