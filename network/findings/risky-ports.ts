/** Ports by what it means when strangers reach them. */
import type { Protocol } from '../packets/services.ts';

export type PortClass = 'admin' | 'database' | 'cleartext' | 'amplifier';

interface RiskyPorts {
  readonly protocol: Extract<Protocol, 'TCP' | 'UDP'>;
  readonly ports: readonly number[];
}

/** Remote shells and desktops, machines' and clusters' own control. */
const admin = [22, 23, 135, 139, 445, 2375, 2376, 2379, 3389, 5900, 5901, 5985, 5986, 6443, 10250];
const database = [1433, 1521, 2181, 3306, 5432, 5984, 6379, 7000, 8086, 9042, 9092, 9200, 9300, 11211, 27017, 27018];
/** Services without encryption; 80 only where no 443 stands beside it. */
const cleartext = [21, 80, 110, 143, 389, 512, 513, 514];
/** Services that answer one small packet with many large ones, to whomever its source names. */
const amplifier = [19, 53, 123, 161, 389, 1900, 11211];

export const riskyPorts: Readonly<Record<PortClass, RiskyPorts>> = {
  admin: { protocol: 'TCP', ports: admin },
  database: { protocol: 'TCP', ports: database },
  cleartext: { protocol: 'TCP', ports: cleartext },
  amplifier: { protocol: 'UDP', ports: amplifier },
};

/** Of these, the ports that hand over a shell without any secret being kept. */
export const remoteShells: ReadonlySet<number> = new Set([512, 513, 514]);

/** From so many ports of one protocol on, an opening is not about single services. */
export const everythingFrom = 32_768;
