/** Families that are described, but that the simulator does not answer yet. To serve one, move its line to `served.ts`. */
export * as cdbInstance from './cdb-instance.ts';
export * as gaapProxy from './gaap-proxy.ts';
